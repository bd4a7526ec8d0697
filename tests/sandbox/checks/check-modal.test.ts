import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseModal } from '../../../src/sandbox/checks/check-modal.ts';
import { schemaFaults } from '../../discord-schema.ts';
import { compare } from './compare.ts';
import { errorsOf } from './errors-of.ts';
import { listNear, mostly, numberNear, textNear, typed } from './near.ts';

const x = (length: number): string => 'x'.repeat(length);
const input = (fields: object = {}) => ({ type: 4, custom_id: 'words', style: 1, ...fields });
const row = (fields: object = {}) => ({
  type: 1,
  components: [input({ label: 'Words', ...fields })],
});
const label = (fields: object = {}) => ({ type: 18, label: 'Words', component: input(fields) });
const modal = (...components: object[]) => ({ custom_id: 'form', title: 'Form', components });

describe('a modal', () => {
  it.each([
    ['a row', modal(row())],
    ['a label', modal(label())],
    ['five fields', modal(...[1, 2, 3, 4, 5].map((id) => label({ custom_id: `f${id}` })))],
    [
      'everything at its limit',
      {
        ...modal(
          row({
            label: x(45),
            placeholder: x(100),
            value: x(4000),
            min_length: 4000,
            max_length: 4000,
          }),
        ),
        title: x(45),
        custom_id: x(100),
      },
    ],
  ])('may have %s, as Discord’s schema says', (_what, data) => {
    expect(errorsOf(parseModal(data))).toEqual([]);
    expect(schemaFaults('ModalInteractionCallbackRequest', { type: 9, data })).toBe('');
  });

  it.each([
    ['a title of 46', { ...modal(row()), title: x(46) }, ['title BASE_TYPE_BAD_LENGTH']],
    ['no custom_id', { ...modal(row()), custom_id: undefined }, ['custom_id BASE_TYPE_REQUIRED']],
    ['nothing to fill in', modal(), ['components BASE_TYPE_BAD_LENGTH']],
    [
      'six fields',
      modal(...[1, 2, 3, 4, 5, 6].map((id) => row({ custom_id: `f${id}` }))),
      ['components BASE_TYPE_BAD_LENGTH'],
    ],
    ['a field twice', modal(row(), label()), ['components COMPONENT_CUSTOM_ID_DUPLICATED']],
    [
      'a label of 46',
      modal(row({ label: x(46) })),
      ['components.0.components.0.label BASE_TYPE_BAD_LENGTH'],
    ],
    [
      'a row without a label',
      modal(row({ label: undefined })),
      ['components.0.components.0.label BASE_TYPE_REQUIRED'],
    ],
    [
      'a style that does not exist',
      modal(label({ style: 3 })),
      ['components.0.component.style BASE_TYPE_CHOICES'],
    ],
    [
      'lengths beyond 4000',
      modal(label({ min_length: 4001, max_length: 4001 })),
      [
        'components.0.component.min_length NUMBER_TYPE_MAX',
        'components.0.component.max_length NUMBER_TYPE_MAX',
      ],
    ],
    [
      'a select menu',
      modal({ type: 18, label: 'x', component: { type: 3 } }),
      ['components.0 SANDBOX_UNSUPPORTED'],
    ],
    ['a text', modal({ type: 10, content: 'x' }), ['components.0 SANDBOX_UNSUPPORTED']],
    ['no component', modal({}), ['components.0.type BASE_TYPE_REQUIRED']],
  ])('may not have %s', (_what, data, errors) => {
    expect(errorsOf(parseModal(data))).toEqual(errors);
  });

  it('is refused wherever Discord’s schema refuses it', () => {
    const fields = {
      custom_id: textNear(100),
      style: mostly(fc.constantFrom(0, 1, 2, 3)),
      label: textNear(45),
      value: textNear(4000),
      placeholder: textNear(100),
      required: mostly(fc.boolean()),
      min_length: numberNear(0, 4000),
      max_length: numberNear(1, 4000),
    };
    const component = fc.oneof(
      typed(1, { components: listNear(1, typed(4, fields)) }),
      typed(18, { label: textNear(45), component: typed(4, fields) }),
    );
    const data = fc.record(
      { custom_id: textNear(100), title: textNear(45), components: listNear(5, component) },
      { requiredKeys: ['custom_id', 'title'] },
    );
    const counts = compare(data, {
      parse: (body) => parseModal(body),
      schema: 'ModalInteractionCallbackRequest',
      wrap: (body) => ({ type: 9, data: body }),
    });
    expect(counts.taken).toBeGreaterThan(10);
    expect(counts.refused).toBeGreaterThan(10);
  });
});
