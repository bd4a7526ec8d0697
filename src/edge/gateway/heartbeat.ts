/** Keeps a connection alive, and tells whether it is. */
export interface Heartbeat {
  /** The peer has answered. */
  acknowledge(): void;
  /** Whether the peer has answered lately. */
  isRecent(): boolean;
  stop(): void;
}

export interface HeartbeatOptions {
  /** Milliseconds between two beats. */
  readonly interval: number;
  readonly beat: () => void;
  /** Called instead of a beat when the last one was not answered. */
  readonly onSilence: () => void;
  /** In [0, 1): after which part of the interval the first beat comes. */
  readonly random: () => number;
}

/** How old the last answer may be, in intervals: they come one interval apart. */
const RECENT = 1.5;

/** Beats as Discord wants it ("Sending Heartbeats" in its documentation). */
export function startHeartbeat(options: HeartbeatOptions): Heartbeat {
  const { interval, beat, onSilence, random } = options;
  let isAnswered = true;
  let answered = performance.now();
  let timer = setTimeout(pulse, interval * random());

  function pulse(): void {
    if (!isAnswered) return onSilence();
    isAnswered = false;
    timer = setTimeout(pulse, interval);
    beat();
  }

  return {
    acknowledge() {
      isAnswered = true;
      answered = performance.now();
    },
    isRecent: () => performance.now() - answered <= RECENT * interval,
    stop: () => clearTimeout(timer),
  };
}
