import { GatewayOpcodes } from 'discord.js';
import * as z from 'zod';

/** What the gateway says ("Gateway Events" in Discord's documentation), as far as it is heeded. */
export type Frame = Pulse | Notice;

/** What keeps a connection alive. */
type Pulse = { readonly kind: 'beat' } | { readonly kind: 'acknowledgement' };

/** What a session begins, goes on and ends with. */
export type Notice =
  | { readonly kind: 'hello'; readonly interval: number }
  | { readonly kind: 'reconnect' }
  | { readonly kind: 'invalid'; readonly isResumable: boolean }
  | Dispatch;

export interface Dispatch {
  readonly kind: 'event';
  readonly name: string;
  readonly data: unknown;
  /** Absent where it is no number that could be one. */
  readonly sequence: number | undefined;
}

const envelope = z.object({
  op: z.number(),
  d: z.unknown().optional(),
  t: z.string().optional().catch(undefined),
  s: z.int().nonnegative().optional().catch(undefined),
});

// Heartbeats more often than the shortest would themselves break Discord's limits. Milliseconds.
const hello = z.object({ heartbeat_interval: z.number().min(50).max(600_000) });

/** Reads a frame; undefined for what is none, or of a kind that is not heeded. */
export function parseFrame(text: string): Frame | undefined {
  const { data: frame } = envelope.safeParse(parseJson(text));
  switch (frame?.op) {
    case GatewayOpcodes.Hello: {
      const interval = hello.safeParse(frame.d).data?.heartbeat_interval;
      return interval === undefined ? undefined : { kind: 'hello', interval };
    }
    case GatewayOpcodes.Heartbeat:
      return { kind: 'beat' };
    case GatewayOpcodes.HeartbeatAck:
      return { kind: 'acknowledgement' };
    case GatewayOpcodes.Reconnect:
      return { kind: 'reconnect' };
    case GatewayOpcodes.InvalidSession:
      // Discord always says which. Where it did not, to resume costs nothing.
      return { kind: 'invalid', isResumable: frame.d !== false };
    case GatewayOpcodes.Dispatch:
      return { kind: 'event', name: frame.t ?? '', data: frame.d, sequence: frame.s };
    default:
      return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const ready = z.looseObject({
  session_id: z.string().min(1),
  resume_gateway_url: z.string(),
});

/** The beginning of a session, with all that Discord says of it. */
export type Ready = z.infer<typeof ready>;

/** Undefined when it does not say what a session needs. */
export function parseReady(data: unknown): Ready | undefined {
  return ready.safeParse(data).data;
}
