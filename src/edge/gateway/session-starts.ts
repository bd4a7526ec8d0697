import type { APIGatewaySessionStartLimit } from 'discord.js';
import { EXIT, Stop } from '../exit.ts';

/**
 * Discord lets a bot start a thousand sessions in a day, and resets its token when it starts more
 * ("Session Start Limit Object" in its documentation).
 * @throws Stop with the time to wait, when fewer are left than there are to start.
 */
export function checkSessionStarts(
  { remaining, reset_after: milliseconds }: APIGatewaySessionStartLimit,
  wanted: number,
): void {
  if (remaining >= wanted) return;
  throw new Stop(
    EXIT.tryLater,
    `Discord lets the bot start ${remaining} more sessions today, and it needs ${wanted}. Start it again in ${toDuration(milliseconds)}.`,
  );
}

function toDuration(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
