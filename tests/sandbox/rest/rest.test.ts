import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/server.ts';
import { callApi } from '../call-api.ts';
import { schemaFaults } from '../../discord-schema.ts';
import { start } from '../start.ts';

const guildId = '1149238017346555904';
const command = { name: 'quote', description: 'Quotes' };

function global({ applicationId }: Sandbox): string {
  return `/applications/${applicationId}/commands`;
}

describe('the REST API', () => {
  it('tells where the gateway is, without authorization', async () => {
    const sandbox = await start();
    const { status, body } = await callApi(sandbox, 'GET', '/gateway', { authorization: '' });
    expect(status).toBe(200);
    expect(body).toEqual({ url: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/gateway$/) });
  });

  it.each([
    ['/gateway/bot', 'GatewayBotResponse'],
    ['/users/@me', 'UserResponse'],
    ['/applications/@me', 'PrivateApplicationResponse'],
  ])('answers GET %s as Discord’s schema %s says', async (path, schema) => {
    const { status, body } = await callApi(await start(), 'GET', path);
    expect(status).toBe(200);
    expect(schemaFaults(schema, body)).toBe('');
  });

  it.each(['Bot wrong', 'wrong', ''])(
    'refuses the authorization "%s" with 401',
    async (authorization) => {
      const sandbox = await start();
      for (const path of ['/gateway/bot', '/users/@me', global(sandbox)]) {
        const { status, body } = await callApi(sandbox, 'GET', path, { authorization });
        expect({ status, body }).toEqual({
          status: 401,
          body: { message: '401: Unauthorized', code: 0 },
        });
      }
    },
  );

  it('answers 501 to what it does not have, with a line in the log', async () => {
    const lines: string[] = [];
    const sandbox = await start({ log: (line) => lines.push(line) });
    expect(await callApi(sandbox, 'GET', '/channels/1/messages')).toMatchObject({
      status: 501,
      body: { code: 0 },
    });
    expect(lines).toEqual([expect.stringContaining('GET /channels/1/messages')]);
  });

  it('answers 405 to a wrong method and 400 to another version', async () => {
    const sandbox = await start();
    expect(await callApi(sandbox, 'POST', '/gateway', { body: {} })).toMatchObject({ status: 405 });
    const response = await fetch(`${sandbox.apiBase}/v6/gateway`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 50_041 });
  });

  it('refuses a body that is no JSON, is not said to be JSON, or is too large', async () => {
    const sandbox = await start();
    const post = (body: string, type = 'application/json') =>
      fetch(`${sandbox.apiBase}/v10${global(sandbox)}`, {
        method: 'POST',
        body,
        headers: { Authorization: `Bot ${sandbox.token}`, 'Content-Type': type },
      });
    expect(await (await post('{')).json()).toMatchObject({ code: 50_109 });
    expect((await post('{}', 'multipart/form-data; boundary=x')).status).toBe(501);
    expect((await post(`"${'x'.repeat(9 * 1024 * 1024)}"`)).status).toBe(413);
  });

  it('remembers the requests for tests', async () => {
    const sandbox = await start();
    await callApi(sandbox, 'POST', global(sandbox), { body: command });
    expect(sandbox.requests()).toEqual([
      { method: 'POST', path: global(sandbox), query: '', body: command, status: 201 },
    ]);
  });
});

describe('commands', () => {
  it('are created once, overwritten under the same name, edited and deleted', async () => {
    const sandbox = await start();
    const path = global(sandbox);
    const created = await callApi(sandbox, 'POST', path, { body: command });
    expect(created.status).toBe(201);
    expect(schemaFaults('ApplicationCommandResponse', created.body)).toBe('');
    const { id, version } = created.body as { id: string; version: string };
    const again = await callApi(sandbox, 'POST', path, { body: command });
    expect(again).toMatchObject({ status: 200, body: { id } });
    expect(again.body).not.toMatchObject({ version });
    const edited = await callApi(sandbox, 'PATCH', `${path}/${id}`, {
      body: { description: 'New' },
    });
    expect(edited).toMatchObject({ status: 200, body: { id, name: 'quote', description: 'New' } });
    const read = await callApi(sandbox, 'GET', `${path}/${id}`);
    expect(read.body).toEqual(edited.body);
    const removed = await callApi(sandbox, 'DELETE', `${path}/${id}`);
    expect(removed).toMatchObject({ status: 204, body: undefined });
    expect(removed.headers.get('content-type')).toBeNull();
    expect(await callApi(sandbox, 'GET', `${path}/${id}`)).toMatchObject({
      status: 404,
      body: { code: 10_063 },
    });
  });

  it('keep their ids in a bulk overwrite, which removes what is not in it', async () => {
    const sandbox = await start();
    const path = global(sandbox);
    const put = (names: readonly string[]) =>
      callApi(sandbox, 'PUT', path, { body: names.map((name) => ({ ...command, name })) });
    const before = (await put(['a', 'b'])).body as { id: string; name: string }[];
    const after = (await put(['b', 'c'])).body as { id: string; name: string }[];
    expect(after.map(({ name }) => name)).toEqual(['b', 'c']);
    expect(after[0]?.id).toBe(before[1]?.id);
    expect(after[1]?.id).not.toBe(before[0]?.id);
    expect((await callApi(sandbox, 'GET', path)).body).toHaveLength(2);
  });

  it('come back with Discord’s defaults, and with translations only when asked for', async () => {
    const sandbox = await start();
    const path = global(sandbox);
    const options = [
      {
        type: 3,
        name: 'text',
        description: 'Text',
        description_localizations: { de: 'Wortlaut' },
        required: false,
        choices: [],
      },
    ];
    const body = { ...command, name_localizations: { de: 'zitat' }, options };
    await callApi(sandbox, 'POST', path, { body });
    const [plain] = (await callApi(sandbox, 'GET', path)).body as unknown[];
    expect(JSON.stringify(plain)).not.toContain('localizations');
    const [full] = (await callApi(sandbox, 'GET', `${path}?with_localizations=true`))
      .body as unknown[];
    expect(full).toMatchObject({
      type: 1,
      name_localizations: { de: 'zitat' },
      description_localizations: null,
      default_member_permissions: null,
      integration_types: [0],
      contexts: null,
      nsfw: false,
    });
    expect((full as { options: unknown }).options).toEqual([
      { type: 3, name: 'text', description: 'Text', description_localizations: { de: 'Wortlaut' } },
    ]);
  });

  it('of a server are its own', async () => {
    const sandbox = await start();
    const path = `/applications/${sandbox.applicationId}/guilds/${guildId}/commands`;
    const { body } = await callApi(sandbox, 'POST', path, { body: command });
    expect(body).toMatchObject({ guild_id: guildId });
    expect(body).not.toHaveProperty('contexts');
    expect((await callApi(sandbox, 'GET', global(sandbox))).body).toEqual([]);
    const names = (place: 'guild' | 'bot_dm') => sandbox.visit({ place }).command('quote');
    expect((await names('guild')).reason).toBe('The bot is not connected');
    expect((await names('bot_dm')).reason).toBe('There is no such command here.');
  });

  it('of unknown applications and servers are not found', async () => {
    const sandbox = await start();
    expect(await callApi(sandbox, 'GET', '/applications/1/commands')).toMatchObject({
      status: 404,
      body: { code: 10_002 },
    });
    const path = `/applications/${sandbox.applicationId}/guilds/1/commands`;
    expect(await callApi(sandbox, 'GET', path)).toMatchObject({
      status: 404,
      body: { code: 10_004 },
    });
  });

  it('that break a rule are refused as a whole, with the place of each fault', async () => {
    const sandbox = await start();
    const body = [command, { ...command, name: 'Bad Name' }];
    expect(await callApi(sandbox, 'PUT', global(sandbox), { body })).toEqual({
      status: 400,
      headers: expect.anything(),
      body: {
        message: 'Invalid Form Body',
        code: 50_035,
        errors: {
          1: {
            name: {
              _errors: [
                { code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' },
              ],
            },
          },
        },
      },
    });
    expect((await callApi(sandbox, 'GET', global(sandbox))).body).toEqual([]);
  });

  it('are at most 100 slash commands', async () => {
    const sandbox = await start();
    const path = global(sandbox);
    const body = Array.from({ length: 100 }, (_, index) => ({ ...command, name: `c${index}` }));
    expect((await callApi(sandbox, 'PUT', path, { body })).status).toBe(200);
    expect(await callApi(sandbox, 'POST', path, { body: command })).toMatchObject({
      status: 400,
      body: { code: 30_032 },
    });
    expect(
      (await callApi(sandbox, 'POST', path, { body: { ...command, name: 'c7' } })).status,
    ).toBe(200);
  });

  it('are found where their contexts and installations allow', async () => {
    const sandbox = await start();
    const declare = (name: string, fields: object) => ({ ...command, name, ...fields });
    const body = [
      declare('default', {}),
      declare('everywhere', { contexts: [0, 1, 2], integration_types: [0, 1] }),
      declare('guild-install', { contexts: [0, 1, 2], integration_types: [0] }),
      declare('direct', { contexts: [1], integration_types: [1] }),
    ];
    await callApi(sandbox, 'PUT', global(sandbox), { body });
    const found = async (place: 'guild' | 'bot_dm' | 'private_channel'): Promise<string[]> => {
      const reader = sandbox.visit({ place });
      const outcomes = await Promise.all(body.map(({ name }) => reader.command(name)));
      return body
        .filter((_, index) => outcomes[index]?.reason === 'The bot is not connected')
        .map(({ name }) => name);
    };
    expect(await found('guild')).toEqual(['default', 'everywhere', 'guild-install']);
    expect(await found('bot_dm')).toEqual(['default', 'everywhere', 'guild-install', 'direct']);
    expect(await found('private_channel')).toEqual(['everywhere']);
  });
});
