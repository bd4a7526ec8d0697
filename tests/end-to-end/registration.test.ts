import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { toDeclarations } from '../../src/declarations.ts';
import { register } from '../../src/edge/register.ts';
import { places } from '../../src/sandbox/scene.ts';
import { library } from '../library.ts';
import type { RunningBot } from './start-bot.ts';
import { startBot } from './start-bot.ts';

let bot: RunningBot;

beforeAll(async () => {
  bot = await startBot();
});

afterAll(async () => {
  await bot.close();
});

const declarations = toDeclarations(commands, library);
const puts = () => bot.sandbox.requests().filter(({ method }) => method === 'PUT');

describe('registration', () => {
  it('declares every command for servers, direct messages and private channels', () => {
    const [put] = puts();
    expect(put?.body).toHaveLength(commands.length);
    for (const command of (put?.body ?? []) as object[]) {
      expect(command).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
    }
  });

  it('sends nothing when Discord has the commands already', async () => {
    const { rest, applicationId } = bot.gateway;
    expect(await register({ rest, applicationId, declarations })).toBe(false);
    expect(puts()).toHaveLength(1);
  });

  it('sends everything when one of them differs', async () => {
    const { rest, applicationId } = bot.gateway;
    const [first, ...others] = declarations;
    if (first === undefined) throw new Error('no commands');
    const changed = { ...first, description: 'Something else' };
    expect(await register({ rest, applicationId, declarations: [changed, ...others] })).toBe(true);
    expect(await register({ rest, applicationId, declarations: others })).toBe(true);
    expect(await register({ rest, applicationId, declarations })).toBe(true);
  });

  it('can be for a single server', async () => {
    const { rest, applicationId } = bot.gateway;
    const { guildId = '' } = places[0];
    expect(await register({ rest, applicationId, declarations, guildId })).toBe(true);
    expect(await register({ rest, applicationId, declarations, guildId })).toBe(false);
    const elsewhere = { rest, applicationId, declarations, guildId: '81384788765712384' };
    await expect(register(elsewhere)).rejects.toMatchObject({ code: 10004 });
    expect(puts().at(-1)?.path).toContain(`/guilds/${guildId}/commands`);
  });
});
