import type { RESTOptions } from 'discord.js';

/** In milliseconds: how long the API may take, and the longest time it may ask to wait. */
const ANSWER_WITHIN = 10_000;
const LONGEST_WAIT = 10_000;

/**
 * How discord.js speaks with Discord's REST API. Left to itself it repeats what failed, a rate
 * limit without a time to wait for ever: whoever calls decides whether to try again.
 * @param apiBase Where the API is, without the version. Default: Discord's own.
 */
export function toRestOptions(apiBase: string | undefined): Partial<RESTOptions> {
  return {
    retries: 0,
    timeout: ANSWER_WITHIN,
    rejectOnRateLimit: ({ retryAfter, timeToReset }) =>
      retryAfter <= 0 || timeToReset > LONGEST_WAIT,
    ...(apiBase !== undefined && { api: apiBase }),
  };
}
