import { GatewayCloseCodes } from 'discord.js';
import { EXIT, Stop } from '../exit.ts';

/** Whether Discord has forgotten the session of a connection that ended with this code. */
export function endsSession(code: number): boolean {
  return SESSION_ENDS.has(code);
}

const SESSION_ENDS = new Set<number>([
  1000,
  1001,
  GatewayCloseCodes.InvalidSeq,
  GatewayCloseCodes.SessionTimedOut,
]);

/** What to do about a connection that Discord has closed for good; undefined when it is not. */
export function toStop(code: number): Stop | undefined {
  const advice = ADVICE.get(code);
  return advice === undefined
    ? undefined
    : new Stop(EXIT.config, `${advice} (close code ${code}).`);
}

const ADVICE: ReadonlyMap<number, string> = new Map([
  [
    GatewayCloseCodes.AuthenticationFailed,
    'Discord does not know this DISCORD_TOKEN. Copy the token again from the Bot page of the Developer Portal (https://discord.com/developers/applications), or reset it there',
  ],
  [
    GatewayCloseCodes.InvalidShard,
    'Discord refuses the shards that this process asked for. Correct SHARDS, or leave it out',
  ],
  [
    GatewayCloseCodes.ShardingRequired,
    'The bot is in too many servers for so few shards. Start it again with SHARDS=auto, or with more of them',
  ],
  [
    GatewayCloseCodes.InvalidAPIVersion,
    'Discord no longer speaks this version of its gateway. Update the bot',
  ],
  [GatewayCloseCodes.InvalidIntents, 'Discord does not know the intents of this bot. Update it'],
  [
    GatewayCloseCodes.DisallowedIntents,
    'Discord does not allow the intents of this bot. It needs none: update it',
  ],
]);
