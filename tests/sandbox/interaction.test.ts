import { describe, expect, it } from 'vitest';
import { answerWithButton, quote, startReceiver } from './receiver.ts';

describe('an interaction', () => {
  it.each([
    [
      'guild' as const,
      {
        context: 0,
        guild_id: '1149238017346555904',
        guild_locale: 'en-US',
        member: { user: { username: 'reader-2' } },
        channel: { type: 0, name: expect.any(String) },
        authorizing_integration_owners: { 0: '1149238017346555904', 1: '902544316790120448' },
      },
    ],
    [
      'bot_dm' as const,
      {
        context: 1,
        user: { username: 'reader-2' },
        channel: { type: 1 },
        authorizing_integration_owners: { 0: '0', 1: '902544316790120448' },
      },
    ],
    [
      'private_channel' as const,
      {
        context: 2,
        user: { username: 'reader-2' },
        authorizing_integration_owners: { 1: '902544316790120448' },
      },
    ],
  ])('in a %s carries what Discord sends there', async (place, expected) => {
    const { receive, sandbox } = await startReceiver(
      { deadline: 50 },
      { place, person: 'reader-2', locale: 'zh-CN' },
    );
    const { received } = await receive(quote);
    expect(received).toMatchObject({
      ...expected,
      application_id: sandbox.applicationId,
      type: 2,
      version: 1,
      locale: 'zh-CN',
      app_permissions: expect.stringMatching(/^\d+$/),
      entitlements: [],
      attachment_size_limit: 10_485_760,
      data: { name: 'quote', type: 1, options: [{ name: 'passage', type: 3, value: '4' }] },
    });
    expect('member' in received).toBe(place === 'guild');
    expect('user' in received).toBe(place !== 'guild');
  });

  it('is not sent when Discord’s client would not send it', async () => {
    const { reader } = await startReceiver();
    const reasons = await Promise.all([
      reader.command('none'),
      reader.command('quote', { passage: 4 }),
      reader.command('quote', { other: 'x' }),
      reader.autocomplete('quote', {}, 'other'),
      reader.press('1', 'next'),
      reader.submit('none', {}),
    ]);
    expect(reasons.map(({ reason }) => reason)).toEqual([
      'There is no such command here.',
      'The option "passage" does not take this type of value.',
      'The command has no option "other".',
      'The option "other" has no autocomplete.',
      'The message is gone.',
      'No such modal is open.',
    ]);
  });

  it('that is sent again under its own token ends the first', async () => {
    const { sandbox } = await startReceiver({ deadline: 100 });
    const raw = { type: 2, id: '7', token: 'same' };
    const [first, second] = await Promise.all([sandbox.dispatch(raw), sandbox.dispatch(raw)]);
    expect([first.reason, second.reason]).toEqual(['Sent again', 'No answer within 100 ms']);
  });

  it('can be made up, to the letter', async () => {
    const { sandbox, receive, callback } = await startReceiver();
    const forged = {
      type: 3,
      data: { custom_id: 'forged', component_type: 2 },
      id: '7',
      extra: [1],
    };
    const { outcome, received } = await receive(() => sandbox.dispatch(forged));
    expect(received).toEqual({ ...forged, token: expect.any(String) });
    await callback(received, answerWithButton);
    expect(await outcome).toMatchObject({ kind: 'message' });
  });
});
