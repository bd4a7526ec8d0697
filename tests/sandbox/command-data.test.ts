import {
  ApplicationCommandOptionType as Type,
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
} from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { toAutocompleteData, toCommandData, toMenuData } from '../../src/sandbox/command-data.ts';
import type { OptionValue } from '../../src/sandbox/protocol.ts';

const option = { name: 'text', description: 'Text', type: Type.String } as const;
const count = {
  name: 'count',
  description: 'Count',
  type: Type.Integer,
  min_value: 1,
  max_value: 3,
} as const;
const who = { name: 'who', description: 'Who', type: Type.User } as const;
const style = {
  name: 'style',
  description: 'Style',
  type: Type.String,
  choices: [{ name: 'APA', value: 'apa' }],
} as const satisfies object;

function command(...options: unknown[]): APIApplicationCommand {
  const fields = { id: '1', application_id: '2', version: '3', type: 1, name: 'quote' };
  return {
    ...fields,
    description: 'Quotes',
    default_member_permissions: null,
    options: options as APIApplicationCommandBasicOption[],
  };
}

const of = (values: Record<string, OptionValue['value']>): OptionValue[] =>
  Object.entries(values).map(([name, value]) => ({ name, value }));

describe('a slash command', () => {
  it('carries its options with their types', () => {
    const data = toCommandData(command(option, count), of({ text: 'x', count: 2 }));
    expect(data).toEqual({
      data: {
        id: '1',
        name: 'quote',
        type: 1,
        options: [
          { name: 'text', type: 3, value: 'x' },
          { name: 'count', type: 4, value: 2 },
        ],
      },
    });
  });

  it('brings the users that it names', () => {
    const id = '845211672346689536';
    expect(toCommandData(command(who), of({ who: id }))).toMatchObject({
      data: { resolved: { users: { [id]: { username: 'reader-1' } } } },
    });
  });

  it.each([
    [
      'without a required option',
      [{ ...option, required: true }],
      {},
      'The option "text" is required.',
    ],
    [
      'with an option it does not have',
      [option],
      { other: 'x' },
      'The command has no option "other".',
    ],
    [
      'with a fraction',
      [count],
      { count: 1.5 },
      'The option "count" does not take this type of value.',
    ],
    [
      'with a number out of bounds',
      [count],
      { count: 4 },
      'The value of "count" is out of bounds.',
    ],
    [
      'with 6001 characters',
      [option],
      { text: 'x'.repeat(6001) },
      'The value of "text" is out of bounds.',
    ],
    [
      'with what is no choice',
      [style],
      { style: 'mla' },
      'The value of "style" is not one of its choices.',
    ],
  ])('%s is not sent', (_what, options, values, refusal) => {
    expect(toCommandData(command(...options), of(values))).toEqual({ refusal });
  });

  it('with an option twice is not sent', () => {
    const twice = [...of({ text: 'x' }), ...of({ text: 'y' })];
    expect(toCommandData(command(option), twice)).toEqual({ refusal: 'An option is given twice.' });
  });
});

describe('autocomplete', () => {
  const completing = { ...option, autocomplete: true, required: true };

  it('marks what is typed and checks nothing else', () => {
    expect(
      toAutocompleteData(command(completing, count), of({ count: 9, text: '' }), 'text'),
    ).toMatchObject({
      data: {
        options: [
          { name: 'count', value: 9 },
          { name: 'text', value: '', focused: true },
        ],
      },
    });
  });

  it('has an empty value before anything is typed', () => {
    expect(toAutocompleteData(command(completing), [], 'text')).toMatchObject({
      data: { options: [{ name: 'text', value: '', focused: true }] },
    });
  });
});

describe('a message command', () => {
  it('needs its message', () => {
    expect(toMenuData(command(), undefined)).toEqual({ refusal: 'The message is gone.' });
  });
});
