import { describe, expect, it } from 'vitest';
import { schemaFaults } from '../../discord-schema.ts';
import { answerWithButton, quote, startReceiver } from '../receiver.ts';

describe('a webhook', () => {
  it('is unknown before the answer, and its token invalid when nobody issued it', async () => {
    const { receive, webhook, callback } = await startReceiver();
    const { received } = await receive(quote);
    expect((await webhook('POST', received, '', { content: 'x' })).body).toMatchObject({
      code: 10_015,
    });
    expect(await webhook('POST', { token: 'x' }, '', { content: 'x' })).toMatchObject({
      status: 401,
      body: { code: 50_027 },
    });
    await callback(received, answerWithButton);
    expect((await webhook('POST', received, '', { content: 'x' })).status).toBe(200);
  });

  it('is invalid when its token is too old', async () => {
    const { receive, webhook, callback } = await startReceiver({ tokenLifetime: 100 });
    const { received } = await receive(quote);
    await callback(received, answerWithButton);
    await expect
      .poll(async () => (await webhook('GET', received, '/messages/@original')).body)
      .toMatchObject({ code: 50_027 });
  });

  it('follows up, edits and deletes by id, but only its own messages', async () => {
    const { receive, webhook, callback, reader } = await startReceiver();
    const other = await receive(quote);
    await callback(other.received, answerWithButton);
    const othersId = (await other.outcome).message?.id ?? '';
    const { outcome, received } = await receive(quote);
    await callback(received, answerWithButton);
    const originalId = (await outcome).message?.id ?? '';
    const { body } = await webhook('POST', received, '', { content: 'More', flags: 64 });
    expect(schemaFaults('MessageResponse', body)).toBe('');
    expect(body).toMatchObject({
      flags: 64,
      type: 19,
      interaction_metadata: { original_response_message_id: originalId },
    });
    const { id } = body as { id: string };
    const edited = await webhook('PATCH', received, `/messages/${id}`, { content: 'Other' });
    expect(edited.body).toMatchObject({ content: 'Other', flags: 64 });
    expect(
      (await webhook('PATCH', received, `/messages/${id}`, { content: '' })).body,
    ).toMatchObject({
      code: 50_006,
    });
    expect(
      (await webhook('PATCH', received, `/messages/${othersId}`, { content: 'x' })).body,
    ).toMatchObject({
      code: 10_008,
    });
    expect((await webhook('DELETE', received, `/messages/${id}`)).status).toBe(204);
    expect(reader.messages().at(-1)?.id).toBe(originalId);
  });

  it('of an app that somebody brought along follows up five times', async () => {
    const { receive, webhook, callback } = await startReceiver({}, { place: 'private_channel' });
    const { received } = await receive(quote);
    await callback(received, answerWithButton);
    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1)
      statuses.push((await webhook('POST', received, '', { content: 'x' })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 400]);
  });

  it('fills the deferred answer with the first follow-up', async () => {
    const { receive, webhook, callback } = await startReceiver();
    const { outcome, received } = await receive(quote);
    await callback(received, { type: 5, data: { flags: 64 } });
    const waiting = (await outcome).message;
    expect(waiting).toMatchObject({ flags: 64 | 128 });
    const { body } = await webhook('POST', received, '', { content: 'Now' });
    expect(body).toMatchObject({
      id: waiting?.id,
      content: 'Now',
      flags: 64,
      edited_timestamp: null,
    });
  });
});
