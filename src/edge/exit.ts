/**
 * Why the process ends, as an exit code that a service manager understands (sysexits.h): `config`
 * is hopeless until somebody changes something, `tryLater` is worth a restart.
 */
export const EXIT = { done: 0, fault: 1, tryLater: 75, config: 78 } as const;

/** An end of the process that its operator can do something about: one line says what. */
export class Stop extends Error {
  readonly code: number;

  constructor(code: number, line: string) {
    super(line);
    this.name = 'Stop';
    this.code = code;
  }
}

/** The end before a start: every fault that somebody has to mend first. */
export function toConfigStop(faults: readonly string[]): Stop {
  return new Stop(EXIT.config, ['cannot start:', ...faults].join('\n  '));
}
