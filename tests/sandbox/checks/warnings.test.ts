import { describe, expect, it } from 'vitest';
import { messageWarnings } from '../../../src/sandbox/checks/warnings.ts';

describe('a message', () => {
  it.each([
    ['that mentions nobody', { content: 'x', allowed_mentions: { parse: [] } }, []],
    [
      'without allowed_mentions',
      { content: 'x' },
      ['allowed_mentions is absent: whatever the content mentions would be notified.'],
    ],
    [
      'that mentions everyone without allowed_mentions',
      { content: 'Hello @everyone' },
      ['The content mentions somebody and allowed_mentions is absent: Discord notifies them.'],
    ],
    [
      'that may notify users',
      { content: 'x', allowed_mentions: { parse: ['users' as never] } },
      ['allowed_mentions lets the content notify users.'],
    ],
    [
      'with the client library’s spelling',
      { content: 'x', allowedMentions: {}, allowed_mentions: { parse: [] } },
      ['Discord ignores the unknown field "allowedMentions".'],
    ],
  ])('%s', (_what, body, warnings) => {
    expect(messageWarnings(body)).toEqual(warnings);
  });
});
