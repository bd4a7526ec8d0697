import { describe, expect, it } from 'vitest';
import { parseAutocomplete } from '../../../src/sandbox/checks/check-choices.ts';
import { schemaFaults } from '../../discord-schema.ts';
import { compare } from './compare.ts';
import { errorsOf } from './errors-of.ts';
import { listNear, mostly, sparse, textNear } from './near.ts';

const x = (length: number): string => 'x'.repeat(length);
const choices = (length: number) =>
  Array.from({ length }, (_, index) => ({ name: `¶${index}`, value: String(index) }));

describe('an answer to autocomplete', () => {
  it.each([
    ['no choice', { choices: [] }],
    ['25 choices', { choices: choices(25) }],
    ['100 characters', { choices: [{ name: x(100), value: x(100) }] }],
  ])('may have %s, as Discord’s schema says', (_what, data) => {
    expect(errorsOf(parseAutocomplete(data))).toEqual([]);
    expect(schemaFaults('ApplicationCommandAutocompleteCallbackRequest', { type: 8, data })).toBe(
      '',
    );
  });

  it.each([
    ['26 choices', { choices: choices(26) }, ['choices BASE_TYPE_MAX_LENGTH']],
    [
      'a name of 101',
      { choices: [{ name: x(101), value: 'x' }] },
      ['choices.0.name BASE_TYPE_BAD_LENGTH'],
    ],
    [
      'an empty name',
      { choices: [{ name: ' ', value: 'x' }] },
      ['choices.0.name BASE_TYPE_REQUIRED'],
    ],
    [
      'a value of 101',
      { choices: [{ name: 'x', value: x(101) }] },
      ['choices.0.value BASE_TYPE_BAD_LENGTH'],
    ],
    [
      'a number for a text',
      { choices: [{ name: 'x', value: 1 }] },
      ['choices.0.value STRING_TYPE_CONVERT'],
    ],
    ['no value', { choices: [{ name: 'x' }] }, ['choices.0.value BASE_TYPE_REQUIRED']],
    ['no choices', {}, ['choices BASE_TYPE_REQUIRED']],
    ['no data', undefined, [' BASE_TYPE_REQUIRED']],
  ])('may not have %s', (_what, data, errors) => {
    expect(errorsOf(parseAutocomplete(data))).toEqual(errors);
  });

  it.each([
    ['integers', 4, 1, true],
    ['a fraction among integers', 4, 1.5, false],
    ['numbers', 10, 1.5, true],
    ['a text among numbers', 10, '1', false],
  ])('for an option may have %s: type %i, %s: %s', (_what, type, value, isTaken) => {
    const data = { choices: [{ name: 'one', value }] };
    expect(errorsOf(parseAutocomplete(data, type))).toHaveLength(isTaken ? 0 : 1);
  });

  it('is refused wherever Discord’s schema refuses it', () => {
    const data = sparse({
      choices: listNear(25, sparse({ name: textNear(100), value: mostly(textNear(100)) })),
    });
    const counts = compare(data, {
      parse: (body) => parseAutocomplete(body),
      schema: 'ApplicationCommandAutocompleteCallbackRequest',
      wrap: (body) => ({ type: 8, data: body }),
    });
    expect(counts.taken).toBeGreaterThan(10);
    expect(counts.refused).toBeGreaterThan(10);
  });
});
