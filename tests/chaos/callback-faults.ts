import type { Outcome } from '../../src/edge/acknowledge.ts';
import type { HttpFault } from '../../src/sandbox/faults.ts';
import { httpFaults } from '../../src/sandbox/faults.ts';

/** What can go wrong when the bot answers. */
export const CALLBACK_FAULTS = {
  '500': httpFaults.serverError,
  '500 though processed': { ...httpFaults.serverError, processed: true },
  '502 in HTML': httpFaults.badGateway,
  'no answer': httpFaults.hang,
  'no answer though processed': { ...httpFaults.hang, processed: true },
  'a body without end': { ...httpFaults.stall, processed: true },
  'FIN before': httpFaults.endBefore,
  'FIN after': httpFaults.endAfter,
  'RST before': httpFaults.resetBefore,
  'RST after': httpFaults.resetAfter,
  'an answer after 0.5 s': { how: 'late', delay: 500 },
  'an answer after 2.7 s': { how: 'late', delay: 2700 },
  '429': httpFaults.rateLimited,
  '429 without a time to wait': httpFaults.rateLimitedWithoutDelay,
  '429 for an hour': { ...httpFaults.rateLimited, headers: { 'Retry-After': '3600' } },
  '10062, unknown': httpFaults.unknownInteraction,
  '40060, taken': httpFaults.alreadyAcknowledged,
  'bad JSON': httpFaults.badJson,
} as const satisfies Record<string, HttpFault>;

export type CallbackFault = keyof typeof CALLBACK_FAULTS;

/** What should become of an answer whose attempts meet these faults. */
export interface Expected {
  /** What the bot makes of it. */
  readonly outcome: Outcome;
  /** Whether the person sees it. */
  readonly isShown: boolean;
  readonly posts: number;
}

type Attempts = readonly [CallbackFault | undefined, CallbackFault | undefined];

/** The rule, in the simplest words that give it: one more attempt where the first is unclear. */
export function expect([first, second]: Attempts): Expected {
  const once = attempt(first, false);
  if (once.outcome !== 'unclear') return { ...once, outcome: once.outcome, posts: 1 };
  const twice = attempt(second, once.isShown);
  const outcome = twice.outcome === 'taken' ? 'answered' : twice.outcome;
  return { ...twice, outcome: outcome === 'unclear' ? 'failed' : outcome, posts: 2 };
}

function attempt(
  name: CallbackFault | undefined,
  wasShown: boolean,
): { outcome: Outcome | 'unclear'; isShown: boolean } {
  const processed: Outcome = wasShown ? 'taken' : 'answered';
  if (name === undefined) return { outcome: processed, isShown: true };
  const fault: HttpFault = CALLBACK_FAULTS[name];
  const isShown = wasShown || fault.processed === true || fault.how === 'late';
  return { outcome: toOutcome(fault, processed), isShown };
}

function toOutcome(fault: HttpFault, processed: Outcome): Outcome | 'unclear' {
  if (fault.how === 'late') return (fault.delay ?? 0) < 1000 ? processed : 'unclear';
  // The status is 200, whatever follows.
  if (fault.how === 'stall') return 'answered';
  if (fault.how !== 'answer' || (fault.status ?? 200) >= 500) return 'unclear';
  return BY_STATUS[fault.status ?? 200] ?? 'answered';
}

const BY_STATUS: Readonly<Record<number, Outcome>> = { 400: 'taken', 404: 'late', 429: 'failed' };
