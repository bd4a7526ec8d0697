import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Deployment, StatefulSet } from 'kubernetes-models/apps/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { Secret, Service } from 'kubernetes-models/v1';
import { load, loadAll } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import packageJson from '../package.json' with { type: 'json' };

const ROOT = new URL('../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

/** How `npm start` runs the bot, and thus everything does. */
const COMMAND = /\bnode .+/u.exec(packageJson.scripts.start)?.[0].split(' ') ?? [];

/** From SIGTERM until the process is gone, at the most, in seconds. */
const SHUTDOWN = 6;

const MODELS = { Deployment, StatefulSet, PodDisruptionBudget, Secret, Service };

const parse = (yaml: string) => z.any().parse(load(yaml));

const MANIFESTS = readdirSync(new URL('deploy/kubernetes/', ROOT)).flatMap((file) =>
  z.array(z.any()).parse(loadAll(read(`deploy/kubernetes/${file}`))),
);

const toManifests = (...kinds: string[]) =>
  MANIFESTS.filter(({ kind }) => kinds.includes(kind)).map(
    (manifest) => [`${manifest.kind} ${manifest.metadata.name}`, manifest] as const,
  );

const WORKLOADS = toManifests('Deployment', 'StatefulSet');

describe('the Kubernetes manifests', () => {
  it.each(toManifests(...Object.keys(MODELS)))('match the schema: %s', (_, manifest) => {
    const model = Object.entries(MODELS).find(([kind]) => kind === manifest.kind)?.[1];
    const schema = model && new model(manifest);
    expect([schema?.apiVersion, schema?.kind]).toEqual([manifest.apiVersion, manifest.kind]);
    expect(() => schema?.validate()).not.toThrow();
  });

  it('are all of kinds that have a schema here, and a schema refuses what is wrong', () => {
    expect(MANIFESTS.filter(({ kind }) => !(kind in MODELS))).toEqual([]);
    const [[, workload] = []] = WORKLOADS;
    expect(() => new Deployment({ ...workload, spec: { replicas: 'many' } }).validate()).toThrow(
      /spec/u,
    );
  });

  it.each(WORKLOADS)('give nobody more than it needs: %s', (_, { spec }) => {
    const pod = spec.template.spec;
    expect(pod).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    });
    expect(pod.containers).toEqual([
      expect.objectContaining({
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
      }),
    ]);
  });

  it.each(WORKLOADS)('ask the health port, from where it can be reached: %s', (_, { spec }) => {
    const [{ env, ports, livenessProbe, readinessProbe }] = spec.template.spec.containers;
    expect(livenessProbe.httpGet).toEqual({ path: '/live', port: 'health' });
    expect(readinessProbe.httpGet).toEqual({ path: '/ready', port: 'health' });
    const { containerPort } = ports.find(({ name }: { name: string }) => name === 'health');
    expect(env).toContainEqual({ name: 'HEALTH_PORT', value: String(containerPort) });
    expect(env).toContainEqual({ name: 'HEALTH_HOST', value: '0.0.0.0' });
  });

  it.each(WORKLOADS)(
    'take secrets from the secret, and leave time to finish: %s',
    (_, { spec }) => {
      const { containers, terminationGracePeriodSeconds } = spec.template.spec;
      const [{ env, lifecycle }] = containers;
      const { stringData } = MANIFESTS.find(({ kind }) => kind === 'Secret');
      for (const { name, valueFrom } of env) {
        if (!/TOKEN|KEY/u.test(name)) continue;
        expect(Object.keys(stringData)).toContain(valueFrom.secretKeyRef.key);
      }
      const before = lifecycle?.preStop.sleep.seconds ?? 0;
      expect(terminationGracePeriodSeconds).toBeGreaterThan(before + SHUTDOWN);
    },
  );

  it.each(toManifests('Service', 'PodDisruptionBudget'))('select a workload: %s', (_, { spec }) => {
    const selector = spec.selector.matchLabels ?? spec.selector;
    const labels = WORKLOADS.map(([, workload]) => workload.spec.template.metadata.labels);
    expect(labels).toContainEqual(selector);
    for (const [, workload] of WORKLOADS)
      expect(workload.spec.selector.matchLabels).toEqual(workload.spec.template.metadata.labels);
  });

  it('give every shard to one pod', () => {
    const { spec } = MANIFESTS.find(({ kind }) => kind === 'StatefulSet');
    const { env } = spec.template.spec.containers[0];
    const value = `$(POD_INDEX)/${spec.replicas}`;
    expect(env).toContainEqual({ name: 'SHARDS', value });
  });
});

describe('the image', () => {
  const instructions = read('deploy/Dockerfile')
    .replaceAll(/^\s*#.*\n/gmu, '')
    .replaceAll(/\\\n\s*/gu, '')
    .split('\n')
    .filter((line) => line !== '');
  const lastStage = instructions.slice(
    instructions.findLastIndex((line) => line.startsWith('FROM')),
  );

  it('is built in one stage and run in another, as nobody, by node itself', () => {
    expect(instructions.filter((line) => line.startsWith('FROM'))).toHaveLength(2);
    expect(lastStage).toContain('USER 1000:1000');
    expect(lastStage.at(-1)).toBe(`CMD ${JSON.stringify(COMMAND).replaceAll(',', ', ')}`);
    expect(lastStage.filter((line) => line.startsWith('RUN'))).toEqual([]);
  });

  it('has all of the bundle, and not its source maps', () => {
    expect(lastStage.filter((line) => line.startsWith('COPY --from='))).toEqual([
      'COPY --from=build /app/dist/main.js dist/',
      'COPY --from=build /app/dist/chunks/*.js dist/chunks/',
    ]);
  });

  it('takes in only what is meant to be in it, and no settings', () => {
    const allowed = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const taken = instructions
      .filter((line) => line.startsWith('COPY') && !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect([...new Set(taken)].sort()).toEqual(allowed.sort());
    expect(read('.dockerignore')).toMatch(/^\*$/mu);
    expect(read('.dockerignore')).toMatch(/^\*\*\/\.env\*$/mu);
    expect(instructions.join('\n')).not.toMatch(/TOKEN|PUBLIC_KEY/u);
  });

  it('asks its own health by a program that is right', () => {
    const check = lastStage.find((line) => line.startsWith('HEALTHCHECK')) ?? '';
    const [command = '', ...options] = JSON.parse(check.slice(check.indexOf('[')));
    expect(command).toBe('node');
    const env = { ...process.env, HEALTH_PORT: '1' };
    expect(spawnSync(process.execPath, options, { env }).status).toBe(1);
    const answering = `require('http').createServer((q, r) => r.writeHead(q.url === '/ready' ? Number(process.env.STATUS) : 404).end()).listen(0, '127.0.0.1', function () { process.env.HEALTH_PORT = this.address().port; this.unref(); (0, eval)(process.env.CHECK); })`;
    for (const [status, exit] of [
      [200, 0],
      [503, 1],
    ]) {
      const asked = { ...process.env, CHECK: options[1], STATUS: String(status) };
      expect(spawnSync(process.execPath, ['-e', answering], { env: asked }).status).toBe(exit);
    }
  });
});

it('the Compose file gives the container nothing that it does not need', () => {
  const { bot } = parse(read('deploy/compose.yaml')).services;
  expect(bot).toMatchObject({
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    // Ends after some tries: a wrong setting must not go on for ever.
    restart: expect.stringMatching(/^on-failure:\d+$/u),
  });
  expect(Number.parseInt(bot.stop_grace_period, 10)).toBeGreaterThan(SHUTDOWN);
  expect(bot).not.toHaveProperty('privileged');
  expect(bot).not.toHaveProperty('volumes');
});

describe('the nginx configuration', () => {
  const settings = read('deploy/nginx.conf');
  /** A time that is set, in milliseconds. */
  const timeOf = (name: string): number => {
    const [, time = '', unit] = new RegExp(`^ *${name} (\\d+)(ms|s);$`, 'mu').exec(settings) ?? [];
    return Number.parseInt(time, 10) * (unit === 's' ? 1000 : 1);
  };

  it('lets the last try at an answer end while Discord waits: three seconds', () => {
    const tries = ['proxy_next_upstream_timeout', 'proxy_connect_timeout', 'proxy_read_timeout'];
    const longest = tries.map(timeOf).reduce((sum, time) => sum + time);
    expect(longest).toBeLessThanOrEqual(3000);
  });

  it('hangs up on idle connections before the bot does, after 75 seconds', () => {
    expect(timeOf('keepalive_timeout')).toBeLessThanOrEqual(70_000);
  });
});

describe('the systemd unit', () => {
  const unit = read('deploy/pullquote.service');

  it('runs the bot as npm start does', () => {
    const command = COMMAND.join(' ').replace('dist', '/opt/pullquote/dist');
    expect(unit).toContain(`ExecStart=${command}\n`);
  });

  it('does not restart what no restart mends, and leaves time to finish', () => {
    expect(unit).toMatch(/^RestartPreventExitStatus=78$/mu);
    expect(Number(/^TimeoutStopSec=(\d+)$/mu.exec(unit)?.[1])).toBeGreaterThan(SHUTDOWN);
  });

  const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;
  // Where this machine has Node is not what is in question.
  const path = join(mkdtempSync(join(tmpdir(), 'unit-')), 'pullquote.service');
  writeFileSync(path, unit.replace('ExecStart=node', `ExecStart=${process.execPath}`));

  it.skipIf(!hasSystemd)('is one that systemd has nothing to say against', () => {
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', path], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.skipIf(!hasSystemd)('exposes little: at most 2 of 10 as systemd counts', () => {
    const options = ['security', '--offline=true', '--threshold=20', path];
    expect(spawnSync('systemd-analyze', options).status).toBe(0);
  });
});
