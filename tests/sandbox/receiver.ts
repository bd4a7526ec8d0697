import { expect } from 'vitest';
import type { Outcome } from '../../src/sandbox/outcome.ts';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/server.ts';
import type { Visit, Visitor } from '../../src/sandbox/visitor.ts';
import { callApi, type ApiResult } from './call-api.ts';
import { connect, identify } from './raw-gateway.ts';
import { start } from './start.ts';

const commands = [
  {
    name: 'quote',
    description: 'Quotes',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [{ type: 3, name: 'passage', description: 'Which', autocomplete: true }],
  },
];

interface Received {
  readonly id: string;
  readonly token: string;
}

interface Receiver {
  readonly sandbox: Sandbox;
  readonly reader: Visitor;
  /** Starts something, and gives the interaction that the bot receives of it. */
  readonly receive: (
    act: (reader: Visitor) => Promise<Outcome>,
  ) => Promise<{ outcome: Promise<Outcome>; received: Received }>;
  readonly callback: (received: Received, body: unknown, query?: string) => Promise<ApiResult>;
  readonly webhook: (
    method: string,
    received: Pick<Received, 'token'>,
    path?: string,
    body?: unknown,
  ) => Promise<ApiResult>;
}

/** A bot that only receives: what it answers is the test's. */
export async function startReceiver(
  options: SandboxOptions = {},
  visit: Visit = {},
): Promise<Receiver> {
  const sandbox = await start(options);
  const bot = await connect(sandbox);
  bot.send(identify(sandbox));
  await bot.next('READY');
  await callApi(sandbox, 'PUT', `/applications/${sandbox.applicationId}/commands`, {
    body: commands,
  });
  const reader = sandbox.visit(visit);
  const interactions = () => bot.received.filter(({ t }) => t === 'INTERACTION_CREATE');
  return {
    sandbox,
    reader,
    async receive(act) {
      const before = interactions().length;
      const outcome = act(reader);
      await expect.poll(() => interactions().length).toBeGreaterThan(before);
      return { outcome, received: interactions()[before]?.d as Received };
    },
    callback: ({ id, token }, body, query = '') =>
      callApi(sandbox, 'POST', `/interactions/${id}/${token}/callback${query}`, {
        body,
        authorization: '',
      }),
    webhook: (method, { token }, path = '', body = null) =>
      callApi(sandbox, method, `/webhooks/${sandbox.applicationId}/${token}${path}`, {
        ...(body === null ? {} : { body }),
        authorization: '',
      }),
  };
}

/** Runs the receiver's command. */
export function quote(reader: Visitor): Promise<Outcome> {
  return reader.command('quote', { passage: '4' });
}

/** An answer with a button. */
export const answerWithButton = {
  type: 4,
  data: {
    content: 'Hello',
    components: [
      { type: 1, components: [{ type: 2, style: 2, label: 'Next', custom_id: 'next' }] },
    ],
  },
} as const;
