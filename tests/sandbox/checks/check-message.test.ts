import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmptyMessage, parseMessage } from '../../../src/sandbox/checks/check-message.ts';
import { schemaFaults } from '../../discord-schema.ts';
import { compare } from './compare.ts';
import { errorsOf } from './errors-of.ts';
import { listNear, mostly, numberNear, sparse, textNear, typed } from './near.ts';

const x = (length: number): string => 'x'.repeat(length);
const list = <Entry>(length: number, entry: (index: number) => Entry): Entry[] =>
  Array.from({ length }, (_, index) => entry(index));

const button = (fields: object = {}) => ({
  type: 2,
  style: 1,
  label: 'Go',
  custom_id: 'go',
  ...fields,
});
const row = (...components: object[]) => ({ type: 1, components });
const option = (index: number) => ({ label: `Option ${index}`, value: String(index) });
const select = (fields: object = {}) => ({
  type: 3,
  custom_id: 'pick',
  options: [option(0)],
  ...fields,
});

const taken: readonly (readonly [string, object])[] = [
  ['nothing', {}],
  [
    'null everywhere',
    { content: null, embeds: null, components: null, allowed_mentions: null, flags: null },
  ],
  ['2000 characters', { content: x(2000) }],
  ['a title of 256', { embeds: [{ title: x(256) }] }],
  ['a description of 4096', { embeds: [{ description: x(4096) }] }],
  ['25 fields', { embeds: [{ fields: list(25, () => ({ name: x(1), value: x(1) })) }] }],
  [
    'a field at its limits',
    { embeds: [{ fields: [{ name: x(256), value: x(1024), inline: true }] }] },
  ],
  ['a footer of 2048', { embeds: [{ footer: { text: x(2048) } }] }],
  ['an author of 256', { embeds: [{ author: { name: x(256), url: 'https://a.example/' } }] }],
  ['10 embeds', { embeds: list(10, () => ({ title: 'x' })) }],
  ['6000 characters in all', { embeds: [{ description: x(4096) }, { description: x(1904) }] }],
  ['a colour', { embeds: [{ title: 'x', color: 0xffffff }] }],
  ['a timestamp', { embeds: [{ title: 'x', timestamp: '2022-03-03T00:00:00.000Z' }] }],
  ['an image alone', { embeds: [{ image: { url: 'https://a.example/x.png' } }] }],
  ['5 rows', { components: list(5, (index) => row(button({ custom_id: `b${index}` }))) }],
  [
    '5 buttons in a row',
    { components: [row(...list(5, (index) => button({ custom_id: `b${index}` })))] },
  ],
  ['a custom_id of 100', { components: [row(button({ custom_id: x(100) }))] }],
  ['a label of 80', { components: [row(button({ label: x(80) }))] }],
  [
    'an emoji for a label',
    { components: [row(button({ label: undefined, emoji: { name: '📖' } }))] },
  ],
  ['a link', { components: [row({ type: 2, style: 5, label: 'x', url: 'https://a.example/' })] }],
  ['25 options', { components: [row(select({ options: list(25, option), max_values: 25 }))] }],
  ['a placeholder of 150', { components: [row(select({ placeholder: x(150) }))] }],
  ['a silent mention list', { content: 'x', allowed_mentions: { parse: [] } }],
  ['flags', { content: 'x', flags: 64 | 4 }],
];

const refused: readonly (readonly [string, object, readonly string[]])[] = [
  ['2001 characters', { content: x(2001) }, ['content BASE_TYPE_MAX_LENGTH']],
  ['content that is no text', { content: 5 }, ['content STRING_TYPE_CONVERT']],
  ['11 embeds', { embeds: list(11, () => ({ title: 'x' })) }, ['embeds BASE_TYPE_MAX_LENGTH']],
  ['embeds that are no list', { embeds: {} }, ['embeds LIST_TYPE_CONVERT']],
  ['an embed that is no object', { embeds: [5] }, ['embeds.0 MODEL_TYPE_CONVERT']],
  ['an empty embed', { embeds: [{}] }, ['embeds.0.description BASE_TYPE_REQUIRED']],
  [
    'an embed of white space',
    { embeds: [{ title: '' }] },
    ['embeds.0.description BASE_TYPE_REQUIRED'],
  ],
  ['a title of 257', { embeds: [{ title: x(257) }] }, ['embeds.0.title BASE_TYPE_MAX_LENGTH']],
  [
    'a description of 4097',
    { embeds: [{ description: x(4097) }] },
    ['embeds.0.description BASE_TYPE_MAX_LENGTH'],
  ],
  [
    '26 fields',
    { embeds: [{ fields: list(26, () => ({ name: 'x', value: 'x' })) }] },
    ['embeds.0.fields BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a field without a value',
    { embeds: [{ fields: [{ name: 'x', value: ' ' }] }] },
    ['embeds.0.fields.0.value BASE_TYPE_REQUIRED'],
  ],
  [
    'a field beyond its limits',
    { embeds: [{ fields: [{ name: x(257), value: x(1025) }] }] },
    ['embeds.0.fields.0.name BASE_TYPE_BAD_LENGTH', 'embeds.0.fields.0.value BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'a footer of 2049',
    { embeds: [{ footer: { text: x(2049) } }] },
    ['embeds.0.footer.text BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'an author without a name',
    { embeds: [{ author: {} }] },
    ['embeds.0.author.name BASE_TYPE_REQUIRED'],
  ],
  [
    'a colour beyond white',
    { embeds: [{ title: 'x', color: 0x1000000 }] },
    ['embeds.0.color NUMBER_TYPE_MAX'],
  ],
  [
    'half a colour',
    { embeds: [{ title: 'x', color: 0.5 }] },
    ['embeds.0.color NUMBER_TYPE_COERCE'],
  ],
  [
    'a date in words',
    { embeds: [{ title: 'x', timestamp: 'today' }] },
    ['embeds.0.timestamp DATE_TIME_TYPE_PARSE'],
  ],
  ['no address', { embeds: [{ title: 'x', url: 'a b' }] }, ['embeds.0.url URL_TYPE_INVALID_URL']],
  [
    'an address of another scheme',
    { embeds: [{ title: 'x', url: 'javascript:0' }] },
    ['embeds.0.url URL_TYPE_INVALID_SCHEME'],
  ],
  [
    '6001 characters over two embeds',
    { embeds: [{ description: x(4096) }, { title: x(200), footer: { text: x(1705) } }] },
    ['embeds.1 MAX_EMBED_SIZE_EXCEEDED'],
  ],
  [
    '6001 characters with fields and author',
    {
      embeds: [
        {
          description: x(4096),
          author: { name: x(256) },
          fields: [{ name: x(256), value: x(1024) }],
        },
        { title: x(256), description: x(113) },
      ],
    },
    ['embeds.1 MAX_EMBED_SIZE_EXCEEDED'],
  ],
  [
    '6 rows',
    { components: list(6, (index) => row(button({ custom_id: `b${index}` }))) },
    ['components BASE_TYPE_MAX_LENGTH'],
  ],
  ['an empty row', { components: [row()] }, ['components.0.components BASE_TYPE_BAD_LENGTH']],
  [
    'a button outside a row',
    { components: [button()] },
    ['components.0.type BASE_TYPE_CHOICES', 'components.0.components BASE_TYPE_REQUIRED'],
  ],
  [
    '6 buttons in a row',
    { components: [row(...list(6, (index) => button({ custom_id: `b${index}` })))] },
    ['components.0.components BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'a button beside a menu',
    { components: [row(button(), select())] },
    ['components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
  ],
  [
    'a custom_id twice in different rows',
    { components: [row(button()), row(button({ disabled: true }))] },
    ['components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED'],
  ],
  [
    'no custom_id',
    { components: [row(button({ custom_id: undefined }))] },
    ['components.0.components.0.custom_id BASE_TYPE_REQUIRED'],
  ],
  [
    'a custom_id of 101',
    { components: [row(button({ custom_id: x(101) }))] },
    ['components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'a label of 81',
    { components: [row(button({ label: x(81) }))] },
    ['components.0.components.0.label BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a button without a face',
    { components: [row(button({ label: undefined }))] },
    ['components.0.components.0.label BASE_TYPE_REQUIRED'],
  ],
  [
    'a style that does not exist',
    { components: [row(button({ style: 7 }))] },
    ['components.0.components.0.style BASE_TYPE_CHOICES'],
  ],
  [
    'a link with a custom_id',
    { components: [row(button({ style: 5, url: 'https://a.example/' }))] },
    ['components.0.components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE'],
  ],
  [
    'a custom_id with an address',
    { components: [row(button({ url: 'https://a.example/' }))] },
    ['components.0.components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE'],
  ],
  [
    'a link without an address',
    { components: [row({ type: 2, style: 5, label: 'x' })] },
    ['components.0.components.0.url BASE_TYPE_REQUIRED'],
  ],
  [
    'an address of 513',
    { components: [row({ type: 2, style: 5, label: 'x', url: `https://a.example/${x(495)}` })] },
    ['components.0.components.0.url BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'a menu without options',
    { components: [row(select({ options: [] }))] },
    [
      'components.0.components.0.options BASE_TYPE_BAD_LENGTH',
      'components.0.components.0.max_values NUMBER_TYPE_MAX',
    ],
  ],
  [
    '26 options',
    { components: [row(select({ options: list(26, option) }))] },
    ['components.0.components.0.options BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'an option twice',
    { components: [row(select({ options: [option(0), option(0)] }))] },
    ['components.0.components.0.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED'],
  ],
  [
    'an option beyond its limits',
    {
      components: [
        row(select({ options: [{ label: x(101), value: x(101), description: x(101) }] })),
      ],
    },
    [
      'components.0.components.0.options.0.label BASE_TYPE_BAD_LENGTH',
      'components.0.components.0.options.0.value BASE_TYPE_BAD_LENGTH',
      'components.0.components.0.options.0.description BASE_TYPE_MAX_LENGTH',
    ],
  ],
  [
    'more values than options',
    { components: [row(select({ max_values: 2 }))] },
    ['components.0.components.0.max_values NUMBER_TYPE_MAX'],
  ],
  [
    'a minimum above the maximum',
    { components: [row(select({ options: list(3, option), min_values: 3, max_values: 2 }))] },
    ['components.0.components.0.min_values NUMBER_TYPE_MAX'],
  ],
  [
    'a placeholder of 151',
    { components: [row(select({ placeholder: x(151) }))] },
    ['components.0.components.0.placeholder BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a component that does not exist',
    { components: [row({ type: 99 })] },
    ['components.0.components.0.type BASE_TYPE_CHOICES'],
  ],
  [
    'Components V2',
    { components: [{ type: 10, content: 'x' }] },
    ['components.0 SANDBOX_UNSUPPORTED'],
  ],
  ['the flag of Components V2', { content: 'x', flags: 1 << 15 }, ['flags SANDBOX_UNSUPPORTED']],
  [
    'an attachment',
    { content: 'x', attachments: [{ id: 0 }] },
    ['attachments SANDBOX_UNSUPPORTED'],
  ],
  ['a poll', { poll: {} }, ['poll SANDBOX_UNSUPPORTED']],
  [
    'users both parsed and named',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    ['allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
  ],
  [
    'an unknown mention',
    { content: 'x', allowed_mentions: { parse: ['all'] } },
    ['allowed_mentions.parse.0 BASE_TYPE_CHOICES'],
  ],
  ['flags that are no number', { content: 'x', flags: '64' }, ['flags NUMBER_TYPE_COERCE']],
];

describe('a message', () => {
  it.each(taken)('may have %s, as Discord’s schema says', (_what, body) => {
    expect(errorsOf(parseMessage(body))).toEqual([]);
    expect(schemaFaults('IncomingWebhookInteractionRequest', body)).toBe('');
  });

  it.each(refused)('may not have %s', (_what, body, errors) => {
    expect(errorsOf(parseMessage(body))).toEqual(errors);
  });

  it('counts characters outside the basic plane once', () => {
    expect(errorsOf(parseMessage({ content: '📖'.repeat(2000) }))).toEqual([]);
    expect(errorsOf(parseMessage({ content: '📖'.repeat(2001) }))).toHaveLength(1);
  });

  it('is refused wherever Discord’s schema refuses it', () => {
    const url = mostly(
      fc.constantFrom('https://a.example/', 'a b', `https://a.example/${x(2048)}`),
    );
    const embed = sparse({
      title: textNear(256),
      description: textNear(4096),
      url,
      color: numberNear(0, 0xffffff),
      timestamp: mostly(fc.constantFrom('2022-03-03T00:00:00Z', 'x')),
      footer: sparse({ text: textNear(2048), icon_url: url }),
      author: sparse({ name: textNear(256), url }),
      image: sparse({ url }),
      fields: listNear(
        25,
        sparse({ name: textNear(256), value: textNear(1024), inline: mostly(fc.boolean()) }),
      ),
    });
    const anyButton = typed(2, {
      style: mostly(fc.constantFrom(0, 1, 4, 5, 7)),
      label: textNear(80),
      custom_id: textNear(100),
      url,
      disabled: mostly(fc.boolean()),
    });
    const anySelect = typed(3, {
      custom_id: textNear(100),
      placeholder: textNear(150),
      min_values: numberNear(0, 25),
      max_values: numberNear(1, 25),
      options: listNear(
        25,
        sparse({ label: textNear(100), value: textNear(100), description: textNear(100) }),
      ),
    });
    const anyRow = typed(1, { components: listNear(5, fc.oneof(anyButton, anySelect)) });
    const message = sparse({
      content: textNear(2000),
      tts: mostly(fc.boolean()),
      embeds: listNear(10, embed),
      components: listNear(5, anyRow),
      allowed_mentions: sparse({
        parse: listNear(3, mostly(fc.constantFrom('users', 'roles', 'all'))),
      }),
      flags: mostly(fc.constant(64)),
    });
    const counts = compare(message, {
      parse: (body) => parseMessage(body),
      schema: 'IncomingWebhookInteractionRequest',
    });
    expect(counts.taken).toBeGreaterThan(0);
    expect(counts.refused).toBeGreaterThan(10);
  });

  it.each([
    [{}, true],
    [{ content: ' \n' }, true],
    [{ content: null, embeds: [], components: [] }, true],
    [{ content: 'x' }, false],
    [{ embeds: [{ title: 'x' }] }, false],
    [{ components: [{}] }, false],
  ])('%o: empty is %s', (body, isEmpty) => {
    expect(isEmptyMessage(body)).toBe(isEmpty);
  });
});
