/** Something to wait for. */
export interface Gate {
  /** Looks at the condition again, after a change. */
  check(): void;
  /** Resolves when the condition holds, at once if it does already. */
  opened(): Promise<void>;
}

/** Lets callers wait for a condition. */
export function createGate(isOpen: () => boolean): Gate {
  const waiting: (() => void)[] = [];
  return {
    check() {
      if (isOpen()) for (const resolve of waiting.splice(0)) resolve();
    },
    opened: () =>
      isOpen() ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve)),
  };
}
