import { setTimeout as sleep } from 'node:timers/promises';
import { EXIT } from './exit.ts';
import type { Stop } from './exit.ts';
import type { Log } from './log.ts';
import { toErrorFields } from './log.ts';

/** The end of the process: in order, once, and within a few seconds. */
export interface Lifecycle {
  /** What is to be closed, last in first out. */
  onClose(close: () => Promise<void>): void;
  /** Closes everything and ends the process; a line that helps goes to the standard error. */
  readonly end: (code: number, line?: string) => void;
  readonly stop: (stop: Stop) => void;
}

const CLOSE_WITHIN = 5500;

/**
 * Ends the process in order on SIGTERM and SIGINT (exit 0) and after a fault that nobody caught
 * (exit 1); a rejection that nobody handled is logged and survived.
 */
export function createLifecycle(log: Log): Lifecycle {
  const closers: (() => Promise<void>)[] = [];
  let ending = false;

  const closeAll = async (): Promise<void> => {
    for (const close of closers.toReversed()) await close();
  };
  const end = (code: number, line?: string): void => {
    if (line !== undefined) process.stderr.write(`pullquote: ${line}\n`);
    if (ending) return;
    ending = true;
    void Promise.race([closeAll(), sleep(CLOSE_WITHIN)])
      .catch((error: unknown) =>
        log.error('could not close in order', { error: toErrorFields(error) }),
      )
      .finally(() => process.exit(code));
  };

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      log.info(`${signal}: finishing what is under way`);
      end(EXIT.done);
    });
  }
  process.on('unhandledRejection', (error) => {
    log.error('a rejection that nobody handled', { error: toErrorFields(error) });
  });
  process.on('uncaughtException', (error) => {
    log.error('an exception that nobody caught', { error: toErrorFields(error) });
    end(EXIT.fault);
  });
  return {
    onClose: (close) => void closers.push(close),
    end,
    stop: ({ code, message }) => end(code, message),
  };
}
