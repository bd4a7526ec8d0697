import { describe, expect, it } from 'vitest';
import { schemaFaults } from '../../discord-schema.ts';
import { answerWithButton, quote, startReceiver } from '../receiver.ts';

describe('a callback', () => {
  it('is answered with 204 and no content type, because discord.js fails on one', async () => {
    const { receive, callback } = await startReceiver();
    const { outcome, received } = await receive(quote);
    const { status, headers, body } = await callback(received, answerWithButton);
    expect([status, headers.get('content-type'), body]).toEqual([204, null, undefined]);
    expect(await outcome).toMatchObject({ kind: 'message', response: answerWithButton });
  });

  it('gives the message back with ?with_response=true', async () => {
    const { receive, callback } = await startReceiver();
    const { outcome, received } = await receive(quote);
    const { status, body } = await callback(received, answerWithButton, '?with_response=true');
    expect(status).toBe(200);
    const { message } = await outcome;
    expect(body).toMatchObject({
      interaction: { id: received.id, type: 2, response_message_id: message?.id },
      resource: { type: 4, message: { id: message?.id } },
    });
    expect(schemaFaults('InteractionCallbackResponse', body)).toBe('');
    expect(schemaFaults('MessageResponse', message)).toBe('');
  });

  it('to an unknown interaction, or with the wrong token, is 10062', async () => {
    const { receive, callback } = await startReceiver({ deadline: 300 });
    const { received } = await receive(quote);
    const unknown = { status: 404, body: { message: 'Unknown interaction', code: 10_062 } };
    expect(await callback({ ...received, id: '1' }, answerWithButton)).toMatchObject(unknown);
    expect(await callback({ ...received, token: 'x' }, answerWithButton)).toMatchObject(unknown);
  });

  it('after the deadline is 10062, and the person sees that nobody answered', async () => {
    const { receive, callback, reader } = await startReceiver({ deadline: 50 });
    const before = reader.messages().length;
    const { outcome, received } = await receive(quote);
    expect(await outcome).toMatchObject({
      kind: 'failed',
      text: 'The application did not respond',
      reason: 'No answer within 50 ms',
    });
    expect(await callback(received, answerWithButton)).toMatchObject({
      status: 404,
      body: { code: 10_062 },
    });
    expect(reader.messages()).toHaveLength(before);
  });

  it('is taken once: the second is 40060 and changes nothing', async () => {
    const { receive, callback, reader } = await startReceiver();
    const { received } = await receive(quote);
    await callback(received, answerWithButton);
    const before = reader.messages();
    expect(await callback(received, answerWithButton)).toMatchObject({
      status: 400,
      body: { code: 40_060 },
    });
    expect(reader.messages()).toEqual(before);
  });

  it('with a faulty body can be followed by a right one', async () => {
    const { receive, callback } = await startReceiver();
    const { outcome, received } = await receive(quote);
    const faulty = { type: 4, data: { content: 'x'.repeat(2001) } };
    expect(await callback(received, faulty)).toMatchObject({
      status: 400,
      body: {
        code: 50_035,
        message: 'Invalid Form Body',
        errors: {
          data: {
            content: {
              _errors: [
                { code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.' },
              ],
            },
          },
        },
      },
    });
    await callback(received, answerWithButton);
    expect(await outcome).toMatchObject({ kind: 'message' });
  });

  it.each([
    ['nothing at all', undefined, 50_035],
    ['an unknown type', { type: 99 }, 50_035],
    ['PONG, which answers no interaction of people', { type: 1 }, 50_035],
    ['choices to a command', { type: 8, data: { choices: [] } }, 50_035],
    ['an update without a message', { type: 7, data: { content: 'x' } }, 50_035],
    ['a deferred update without a message', { type: 6 }, 50_035],
    ['a message without data', { type: 4 }, 50_035],
    ['an empty message', { type: 4, data: { content: ' ', embeds: [] } }, 50_006],
    ['an empty embed', { type: 4, data: { embeds: [{}] } }, 50_035],
  ])('with %s is refused', async (_what, body, code) => {
    const { receive, callback } = await startReceiver({ deadline: 300 });
    const { received } = await receive(quote);
    expect(await callback(received, body)).toMatchObject({ status: 400, body: { code } });
  });

  it.each([
    ['Components V2', { flags: 1 << 15, components: [{ type: 10, content: 'x' }] }],
    ['attachments', { content: 'x', attachments: [{ id: '0', filename: 'x.txt' }] }],
    ['polls', { poll: { question: { text: '?' } } }],
    [
      'user selects',
      { content: 'x', components: [{ type: 1, components: [{ type: 5, custom_id: 'u' }] }] },
    ],
    [
      'premium buttons',
      { components: [{ type: 1, components: [{ type: 2, style: 6, sku_id: '1' }] }] },
    ],
  ])('with %s is 501', async (_what, data) => {
    const { receive, callback } = await startReceiver({ deadline: 300 });
    const { received } = await receive(quote);
    expect(await callback(received, { type: 4, data })).toMatchObject({ status: 501 });
  });

  it('to autocomplete takes choices and nothing else', async () => {
    const { receive, callback } = await startReceiver({ deadline: 300 });
    const { outcome, received } = await receive((reader) =>
      reader.autocomplete('quote', { passage: 'cyb' }, 'passage'),
    );
    expect(received).toMatchObject({
      type: 4,
      data: { options: [{ name: 'passage', type: 3, value: 'cyb', focused: true }] },
    });
    expect(await callback(received, answerWithButton)).toMatchObject({
      status: 400,
      body: { code: 50_035 },
    });
    const choices = [{ name: '¶3', value: '3' }];
    await callback(received, { type: 8, data: { choices } });
    expect(await outcome).toMatchObject({ kind: 'choices', choices });
  });

  it('to a late autocomplete says what Discord says there', async () => {
    const { receive } = await startReceiver({ deadline: 30 });
    const { outcome } = await receive((reader) => reader.autocomplete('quote', {}, 'passage'));
    expect(await outcome).toMatchObject({ kind: 'failed', text: 'Loading options failed' });
  });
});

describe('an update', () => {
  it('keeps what it does not name, and may not leave a message empty', async () => {
    const { receive, callback, reader } = await startReceiver();
    const first = await receive(quote);
    await callback(first.received, answerWithButton);
    const id = (await first.outcome).message?.id ?? '';
    const second = await receive(() => reader.press(id, 'next'));
    expect(second.received).toMatchObject({
      type: 3,
      data: { component_type: 2, custom_id: 'next' },
      message: { id, interaction_metadata: { user: { username: 'reader-1' } } },
    });
    const empty = { type: 7, data: { content: '', components: [] } };
    expect(await callback(second.received, empty)).toMatchObject({ body: { code: 50_006 } });
    await callback(second.received, { type: 7, data: { components: [] } });
    expect(await second.outcome).toMatchObject({
      kind: 'update',
      message: { id, content: 'Hello', components: [] },
    });
  });

  it('without data changes nothing but is an answer', async () => {
    const { receive, callback, reader } = await startReceiver();
    const first = await receive(quote);
    await callback(first.received, answerWithButton);
    const id = (await first.outcome).message?.id ?? '';
    const second = await receive(() => reader.press(id, 'next'));
    expect((await callback(second.received, { type: 7 })).status).toBe(204);
    expect(await second.outcome).toMatchObject({ kind: 'update', message: { content: 'Hello' } });
  });

  it('that is deferred lets @original change and delete the component’s message', async () => {
    const { receive, callback, reader, webhook } = await startReceiver();
    const first = await receive(quote);
    await callback(first.received, answerWithButton);
    const id = (await first.outcome).message?.id ?? '';
    const { outcome, received } = await receive(() => reader.press(id, 'next'));
    await callback(received, { type: 6 });
    expect(await outcome).toMatchObject({ kind: 'deferred', message: { id } });
    const path = '/messages/@original';
    expect((await webhook('GET', received, path)).body).toMatchObject({ id });
    expect((await webhook('PATCH', received, path, { content: 'New' })).body).toMatchObject({
      id,
      content: 'New',
    });
    expect((await webhook('DELETE', received, path)).status).toBe(204);
    expect(reader.messages().some((message) => message.id === id)).toBe(false);
    expect((await webhook('GET', received, path)).body).toMatchObject({ code: 10_008 });
  });
});
