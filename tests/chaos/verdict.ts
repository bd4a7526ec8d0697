import type { Outcome } from '../../src/edge/acknowledge.ts';
import { expect } from './callback-faults.ts';
import type { Disturbance, Planned } from './plan.ts';

/** What was seen of an interaction, on both sides. */
export interface Seen {
  /** What the bot makes of it, each time that it was done with it. */
  readonly outcomes: readonly Outcome[];
  /** Whether the person sees an answer. */
  readonly isShown: boolean;
  /** Requests that answered it. */
  readonly posts: number;
  /** What the connection went through from the time when it was sent, if anything. */
  readonly disturbance: Disturbance | undefined;
}

/** A name for what became of an interaction, and whether that is as it must be. */
export interface Verdict {
  readonly name: string;
  readonly isRight: boolean;
}

/** Whoever has no connection cannot be told; Discord tells the person at once, or after 3 s. */
const DEAF = new Set<Disturbance>(['Discord ends the session', 'all of Discord is down']);

/** Told late, so that with a fault on top the three seconds may be over. */
const SLOW = new Set<Disturbance>(['heartbeats are not answered', 'the peer is frozen']);

export function judge({ attempts }: Planned, seen: Seen): Verdict {
  const { outcomes, isShown, posts, disturbance } = seen;
  const [outcome] = outcomes;
  const expected = expect(attempts);
  const isExpected =
    outcome === expected.outcome && isShown === expected.isShown && posts === expected.posts;
  if (outcomes.length > 1 || posts > 2) return wrong(`answered more than once`);
  if (outcome !== undefined && isExpected)
    return { name: toName(outcome, attempts, posts), isRight: true };
  if (disturbance !== undefined && !isShown) {
    if (DEAF.has(disturbance)) return { name: `lost while ${disturbance}`, isRight: true };
    if (SLOW.has(disturbance) && posts === 2)
      return { name: `too late after ${disturbance}`, isRight: true };
  }
  if (disturbance === 'all of Discord is down' && isShown)
    return { name: `shown, then ${disturbance}`, isRight: true };
  return wrong(
    `${outcome ?? 'not seen'}, ${isShown ? 'shown' : 'not shown'}, ${posts} requests; expected ${expected.outcome}, ${expected.isShown ? 'shown' : 'not shown'}, ${expected.posts} (${attempts.join(' then ')}; ${disturbance ?? 'undisturbed'})`,
  );
}

function wrong(name: string): Verdict {
  return { name: `WRONG: ${name}`, isRight: false };
}

function toName(outcome: Outcome, [first, second]: Planned['attempts'], posts: number): string {
  if (posts === 2) return `${outcome} at the second attempt, after: ${second ?? first}`;
  return first === undefined ? outcome : `${outcome}, after: ${first}`;
}
