import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { findPort } from './find-port.ts';
import { ROOT } from './run-process.ts';

// Debian has nginx where only root looks for programs.
const env = { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` };

/** Whether nginx is installed, and what makes a certificate for it. */
export const hasNginx =
  spawnSync('nginx', ['-v'], { env }).status === 0 &&
  spawnSync('openssl', ['version'], { env }).status === 0;

export interface Nginx {
  readonly port: number;
  readonly tlsPort: number;
  /** What nginx has to say against its configuration. */
  readonly warnings: string;
  /** For each request the ports of the replicas that it was sent to; the last one's answer was taken. */
  tried(): number[][];
  close(): Promise<void>;
}

/**
 * Starts nginx with deploy/nginx.conf, TLS included, before three replicas on ports of this machine.
 * @param directory Empty; for whatever nginx writes.
 */
export async function startNginx(directory: string, replicas: readonly number[]): Promise<Nginx> {
  const [port, tlsPort] = [await findPort(), await findPort()];
  makeCertificate(directory);
  const file = join(directory, 'nginx.conf');
  writeFileSync(file, toConfiguration({ directory, port, tlsPort, replicas }));
  mkdirSync(join(directory, 'log'));
  const options = ['-p', directory, '-c', file];
  const check = spawnSync('nginx', [...options, '-q', '-t'], { env, encoding: 'utf8' });
  if (check.status !== 0) throw new Error(check.stderr);
  const child = spawn('nginx', [...options, '-g', 'daemon off;'], { env, stdio: 'ignore' });
  const ended = once(child, 'exit');
  // Nor does it outlive tests that go wrong.
  process.once('exit', () => child.kill());
  await vi.waitUntil(() => isUp(port), { timeout: 15_000 });
  return {
    port,
    tlsPort,
    warnings: check.stderr,
    tried: () => readTried(join(directory, 'log/access.log')),
    async close() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

interface Place {
  readonly directory: string;
  readonly port: number;
  readonly tlsPort: number;
  readonly replicas: readonly number[];
}

/** deploy/nginx.conf, with nothing changed but where things are. */
function toConfiguration({ directory, port, tlsPort, replicas }: Place): string {
  const places = new Map(replicas.map((own, index) => [String(8081 + index), own]));
  const changes: readonly (readonly [place: RegExp, change: (example: string) => string])[] = [
    [/(?<=listen 127\.0\.0\.1:)8080(?=;)/gu, () => String(port)],
    [/(?<=server 127\.0\.0\.1:)808[123](?= )/gu, (example) => String(places.get(example))],
    [/# (?=(?:listen|ssl_\w+) .*;)/gu, () => ''],
    [/(?<=listen )443(?= ssl;)/gu, () => `127.0.0.1:${tlsPort}`],
    [/\/etc\/ssl\/pullquote(?=\/)/gu, () => directory],
    [/\/var\/log\/nginx(?=\/)/gu, () => join(directory, 'log')],
    [/\/run(?=\/nginx\.pid)/gu, () => directory],
    [/(?<=^http \{$)/gmu, () => TEMPORARY],
  ];
  return changes.reduce(
    (text, [place, change]) => {
      expect(text).toMatch(place);
      return text.replaceAll(place, change);
    },
    readFileSync(join(ROOT, 'deploy/nginx.conf'), 'utf8'),
  );
}

// nginx makes these folders even when it never needs them.
const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  .map((name) => `\n    ${name}_temp_path ${name};`)
  .join('');

function makeCertificate(directory: string): void {
  const [key, certificate] = [join(directory, 'privkey.pem'), join(directory, 'fullchain.pem')];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const options = ['-keyout', key, '-out', certificate, '-subj', '/CN=localhost', '-days', '1'];
  spawnSync('openssl', ['req', '-x509', ...kind, ...options], { env });
}

/** Whether somebody speaks HTTP on a port of this machine. */
export async function isUp(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
  return response !== undefined;
}

function readTried(file: string): number[][] {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => {
    const { replicas }: { replicas: string } = JSON.parse(line);
    return Array.from(replicas.matchAll(/:(\d+)/gu), ([, port]) => Number(port));
  });
}
