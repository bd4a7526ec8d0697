import { InteractionType } from 'discord-api-types/v10';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import * as z from 'zod';
import type { Outcome } from './acknowledge.ts';

/** What the bot counts, for Prometheus: numbers and known names, never anything that people typed. */
export interface Metrics {
  /** An interaction as Discord sent it, what became of it, and after how many milliseconds. */
  countInteraction(interaction: unknown, outcome: Outcome, milliseconds: number): void;
  /** A request to the interactions endpoint, by the status of its answer. */
  countRequest(status: number): void;
  countReconnect(shard: number): void;
  /** A fault in the bot that became an incident. */
  countFault(): void;
  /** Everything in Prometheus' text format. */
  render(): Promise<{ readonly type: string; readonly text: string }>;
}

export interface MetricsOptions {
  /** The names of the bot's commands: everything else is counted as `other`. */
  readonly commands: readonly string[];
  /** The gateway's shards at this moment; `status` is discord.js' number, 0 when ready. */
  readonly shards?: () => readonly { readonly id: number; readonly status: number }[];
}

/** In seconds; Discord waits for three. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];

/**
 * Counts in a registry of its own, with the process' figures (CPU, memory, event-loop delay) as
 * prom-client takes them.
 */
export function createMetrics({ commands, shards = () => [] }: MetricsOptions): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const known = new Set(commands);
  const { interactions, acknowledgement, requests, reconnects, faults } = createCounters(registry);
  createShardGauge(registry, shards);
  return {
    countInteraction(json, outcome, milliseconds) {
      const { type, command } = readLabels(json);
      interactions.inc({
        kind: KINDS.get(type) ?? 'other',
        command: known.has(command) ? command : 'other',
        outcome,
      });
      acknowledgement.observe(milliseconds / 1000);
    },
    countRequest: (status) => requests.inc({ status }),
    countReconnect: (shard) => reconnects.inc({ shard }),
    countFault: () => faults.inc(),
    render: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}

function createCounters(registry: Registry) {
  const registers = [registry];
  return {
    interactions: new Counter({
      name: 'pullquote_interactions_total',
      help: 'Interactions by kind, command and what became of them',
      labelNames: ['kind', 'command', 'outcome'],
      registers,
    }),
    acknowledgement: new Histogram({
      name: 'pullquote_acknowledgement_seconds',
      help: 'From the arrival of an interaction until its answer is with Discord',
      buckets: BUCKETS,
      registers,
    }),
    requests: new Counter({
      name: 'pullquote_http_requests_total',
      help: 'Requests to the interactions endpoint by the status of the answer',
      labelNames: ['status'],
      registers,
    }),
    reconnects: new Counter({
      name: 'pullquote_gateway_reconnects_total',
      help: 'Lost gateway connections that were taken up again, by shard',
      labelNames: ['shard'],
      registers,
    }),
    faults: new Counter({
      name: 'pullquote_faults_total',
      help: 'Faults in the bot; the log has each under its incident id',
      registers,
    }),
  };
}

// Read when somebody asks, so that it cannot lag behind.
function createShardGauge(
  registry: Registry,
  shards: () => Iterable<{ id: number; status: number }>,
): void {
  const gauge: Gauge<'shard'> = new Gauge({
    name: 'pullquote_shard_status',
    help: "Status of the gateway's shards as discord.js counts it: 0 is ready",
    labelNames: ['shard'],
    registers: [registry],
    collect() {
      gauge.reset();
      for (const { id, status } of shards()) gauge.set({ shard: id }, status);
    },
  });
}

const KINDS = new Map<number, string>([
  [InteractionType.Ping, 'ping'],
  [InteractionType.ApplicationCommand, 'command'],
  [InteractionType.ApplicationCommandAutocomplete, 'completion'],
  [InteractionType.MessageComponent, 'press'],
]);

const labelled = z.object({
  type: z.number(),
  data: z.object({ name: z.string().optional(), custom_id: z.string().optional() }).optional(),
});

// A custom_id names its command after its version. Whatever is no known command is not repeated.
function readLabels(json: unknown): { type: number; command: string } {
  const { type, data } = labelled.safeParse(json).data ?? { type: 0 };
  return { type, command: data?.name ?? data?.custom_id?.split('/', 2)[1] ?? '' };
}
