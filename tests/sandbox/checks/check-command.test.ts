import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommand, parseCommandList } from '../../../src/sandbox/checks/check-command.ts';
import { schemaFaults } from '../../discord-schema.ts';
import { compare } from './compare.ts';
import { errorsOf } from './errors-of.ts';
import { listNear, mostly, numberNear, textNear, typed } from './near.ts';

const x = (length: number): string => 'x'.repeat(length);
const list = <Entry>(length: number, entry: (index: number) => Entry): Entry[] =>
  Array.from({ length }, (_, index) => entry(index));

const command = (fields: object = {}) => ({ name: 'quote', description: 'Quotes', ...fields });
const option = (fields: object = {}) => ({ type: 3, name: 'text', description: 'Text', ...fields });
const choice = (index: number) => ({ name: `Choice ${index}`, value: String(index) });

const taken: readonly (readonly [string, object])[] = [
  ['a name and a description', command()],
  ['a name of 32 in any script', command({ name: '引用-quote_é'.padEnd(32, 'x') })],
  ['a description of 100', command({ description: x(100) })],
  ['25 options', command({ options: list(25, (index) => option({ name: `o${index}` })) })],
  ['25 choices', command({ options: [option({ choices: list(25, choice) })] })],
  ['autocomplete', command({ options: [option({ autocomplete: true })] })],
  [
    'autocomplete and no choices',
    command({ options: [option({ autocomplete: true, choices: [] })] }),
  ],
  [
    'required options first',
    command({ options: [option({ required: true }), option({ name: 'b' })] }),
  ],
  ['lengths', command({ options: [option({ min_length: 0, max_length: 6000 })] })],
  [
    'numbers',
    command({ options: [{ type: 4, name: 'n', description: 'N', min_value: 1, max_value: 3 }] }),
  ],
  [
    'translations',
    command({
      name_localizations: { 'zh-CN': '引用' },
      description_localizations: { de: 'Zitiert' },
    }),
  ],
  ['contexts', command({ contexts: [0, 1, 2], integration_types: [0, 1] })],
  ['a message menu with spaces and capitals', { type: 3, name: 'Find a Passage' }],
  ['a user menu', { type: 2, name: 'Look Up' }],
];

const refused: readonly (readonly [string, object, readonly string[]])[] = [
  ['no name', { description: 'x' }, ['name BASE_TYPE_REQUIRED']],
  ['no description', { name: 'x' }, ['description BASE_TYPE_REQUIRED']],
  ['capitals', command({ name: 'Quote' }), ['name APPLICATION_COMMAND_INVALID_NAME']],
  ['a space', command({ name: 'a b' }), ['name APPLICATION_COMMAND_INVALID_NAME']],
  ['an empty name', command({ name: '' }), ['name APPLICATION_COMMAND_INVALID_NAME']],
  ['a name of 33', command({ name: x(33) }), ['name APPLICATION_COMMAND_INVALID_NAME']],
  ['a description of 101', command({ description: x(101) }), ['description BASE_TYPE_BAD_LENGTH']],
  [
    'a menu with a description',
    { type: 3, name: 'Find', description: 'x' },
    ['description BASE_TYPE_MAX_LENGTH'],
  ],
  ['a menu with a name of 33', { type: 3, name: x(33) }, ['name BASE_TYPE_BAD_LENGTH']],
  [
    'a menu with options',
    { type: 3, name: 'Find', options: [option()] },
    ['options BASE_TYPE_MAX_LENGTH'],
  ],
  [
    '26 options',
    command({ options: list(26, (index) => option({ name: `o${index}` })) }),
    ['options BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'an option twice',
    command({ options: [option(), option()] }),
    ['options.1.name APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS'],
  ],
  [
    'a required option after an optional one',
    command({ options: [option(), option({ name: 'b', required: true })] }),
    ['options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
  ],
  [
    'an option name with capitals',
    command({ options: [option({ name: 'Text' })] }),
    ['options.0.name APPLICATION_COMMAND_INVALID_NAME'],
  ],
  [
    '26 choices',
    command({ options: [option({ choices: list(26, choice) })] }),
    ['options.0.choices BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a choice beyond its limits',
    command({ options: [option({ choices: [{ name: x(101), value: x(101) }] })] }),
    [
      'options.0.choices.0.name BASE_TYPE_BAD_LENGTH',
      'options.0.choices.0.value BASE_TYPE_BAD_LENGTH',
    ],
  ],
  [
    'choices with autocomplete',
    command({ options: [option({ autocomplete: true, choices: [choice(0)] })] }),
    ['options.0 APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID'],
  ],
  [
    'a length beyond 6000',
    command({ options: [option({ max_length: 6001 })] }),
    ['options.0.max_length NUMBER_TYPE_MAX'],
  ],
  [
    'a maximal length of 0',
    command({ options: [option({ max_length: 0 })] }),
    ['options.0.max_length NUMBER_TYPE_MIN'],
  ],
  [
    'an unknown locale',
    command({ name_localizations: { xx: 'a' } }),
    ['name_localizations.xx BASE_TYPE_CHOICES'],
  ],
  [
    'a wrong translation',
    command({ name_localizations: { de: 'Zitat' } }),
    ['name_localizations.de APPLICATION_COMMAND_INVALID_NAME'],
  ],
  ['no contexts at all', command({ contexts: [] }), ['contexts BASE_TYPE_BAD_LENGTH']],
  ['an unknown context', command({ contexts: [3] }), ['contexts.0 BASE_TYPE_CHOICES']],
  ['an unknown type', { type: 9, name: 'x' }, ['type BASE_TYPE_CHOICES']],
  [
    'permissions that are none',
    command({ default_member_permissions: 'all' }),
    ['default_member_permissions NUMBER_TYPE_COERCE'],
  ],
  ['a subcommand', command({ options: [option({ type: 1 })] }), ['options.0 SANDBOX_UNSUPPORTED']],
  [
    'an attachment',
    command({ options: [option({ type: 11 })] }),
    ['options.0 SANDBOX_UNSUPPORTED'],
  ],
  ['an entry point', command({ type: 4 }), [' SANDBOX_UNSUPPORTED']],
];

describe('a command', () => {
  it.each(taken)('may have %s, as Discord’s schema says', (_what, body) => {
    expect(errorsOf(parseCommand(body))).toEqual([]);
    expect(schemaFaults('ApplicationCommandCreateRequest', body)).toBe('');
  });

  it.each(refused)('may not have %s', (_what, body, errors) => {
    expect(errorsOf(parseCommand(body))).toEqual(errors);
  });

  it('has at most 8000 characters, counting the longest translation', () => {
    const options = list(19, (index) =>
      option({ name: `o${index}`, description: x(100), choices: [] }),
    );
    const choices = list(25, (index) => ({
      name: `${index}`.padEnd(100, 'x'),
      value: `${index}`.padEnd(100, 'x'),
    }));
    const first = option({ name: 'first', description: x(100), choices });
    const base = 'quote'.length + 'Quotes'.length + 5 + 100 + 25 * 200 + 10 * 2 + 9 * 3 + 19 * 100;
    const missing = 8000 - base;
    const filler = list(Math.ceil(missing / 200), (index) => {
      const length = Math.min(200, missing - index * 200);
      const half = Math.floor(length / 2);
      return { name: `${index}`.padEnd(half, 'y'), value: `${index}`.padEnd(length - half, 'y') };
    });
    const [second, ...rest] = options;
    const exact = command({ options: [first, { ...second, choices: filler }, ...rest] });
    expect(errorsOf(parseCommand(exact))).toEqual([]);
    const longer = { ...exact, description: 'Quotes!' };
    expect(errorsOf(parseCommand(longer))).toEqual([' APPLICATION_COMMAND_TOO_LARGE']);
    const translated = { ...exact, description_localizations: { de: 'Zitiert' } };
    expect(errorsOf(parseCommand(translated))).toEqual([' APPLICATION_COMMAND_TOO_LARGE']);
    const shorter = { ...exact, description_localizations: { de: 'Zitat' } };
    expect(errorsOf(parseCommand(shorter))).toEqual([]);
  });

  it('is refused wherever Discord’s schema refuses it', () => {
    const names = mostly(
      fc.oneof(
        { weight: 30, arbitrary: fc.integer({ min: 0 }).map((number) => `o${number}`) },
        { weight: 1, arbitrary: fc.constant(x(33)) },
      ),
    );
    const anyOption = typed(3, {
      name: names,
      description: textNear(100),
      required: mostly(fc.constant(true)),
      autocomplete: mostly(fc.constant(false)),
      min_length: numberNear(0, 6000),
      max_length: numberNear(1, 6000),
      choices: listNear(25, fc.record({ name: textNear(100), value: textNear(100) })),
    });
    const anyCommand = fc.record(
      {
        name: names,
        description: textNear(100),
        options: listNear(25, anyOption),
        contexts: listNear(3, mostly(fc.constantFrom(0, 1, 2))),
        integration_types: listNear(2, mostly(fc.constantFrom(0, 1))),
        type: mostly(fc.constant(1)),
      },
      { requiredKeys: ['name'] },
    );
    const counts = compare(anyCommand, {
      parse: parseCommand,
      schema: 'ApplicationCommandCreateRequest',
    });
    expect(counts.taken).toBeGreaterThan(10);
    expect(counts.refused).toBeGreaterThan(10);
  });
});

describe('a list of commands', () => {
  it('may have one name once a type', () => {
    const both = [command(), { type: 3, name: 'quote' }];
    expect(errorsOf(parseCommandList(both))).toEqual([]);
    expect(errorsOf(parseCommandList([command(), command()]))).toEqual([
      '1.name APPLICATION_COMMANDS_DUPLICATE_NAME',
    ]);
  });

  it.each([
    [1, 100],
    [2, 15],
    [3, 15],
  ])('may have so many of type %i: %i', (type, max) => {
    const many = (length: number) =>
      list(length, (index) => ({
        type,
        name: `c${index}`,
        ...(type === 1 ? { description: 'x' } : {}),
      }));
    expect(errorsOf(parseCommandList(many(max)))).toEqual([]);
    expect(errorsOf(parseCommandList(many(max + 1)))).toEqual([' BASE_TYPE_MAX_LENGTH']);
  });

  it('is a list, of commands', () => {
    expect(errorsOf(parseCommandList({}))).toEqual([' LIST_TYPE_CONVERT']);
    expect(errorsOf(parseCommandList(undefined))).toEqual([' BASE_TYPE_REQUIRED']);
    expect(errorsOf(parseCommandList([5]))).toEqual(['0 MODEL_TYPE_CONVERT']);
  });
});
