import { ComponentType } from 'discord-api-types/v10';
import type { Prepared } from './command-data.ts';
import { inputsOf } from './checks/check-modal.ts';
import { entriesOf, isObject, lengthOf, type JsonObject } from './checks/form-check.ts';
import type { StoredMessage } from './message-store.ts';

const maxInput = 4000;

function findComponent(stored: StoredMessage, customId: string): JsonObject | undefined {
  return entriesOf(stored.message.components)
    .flatMap((row) => entriesOf(isObject(row) ? row['components'] : []))
    .filter(isObject)
    .find((component) => component['custom_id'] === customId);
}

function wrongValues(component: JsonObject, values: readonly string[]): boolean {
  const offered = new Set(
    entriesOf(component['options']).map((option) =>
      isObject(option) ? option['value'] : undefined,
    ),
  );
  const { min_values: min = 1, max_values: max = 1 } = component;
  return (
    values.length < Number(min) ||
    values.length > Number(max) ||
    new Set(values).size < values.length ||
    values.some((value) => !offered.has(value))
  );
}

/** `data` of a component interaction (type 3). */
export function toComponentData(
  stored: StoredMessage | undefined,
  customId: string,
  values: readonly string[] | undefined,
): Prepared {
  if (!stored) return { refusal: 'The message is gone.' };
  const component = findComponent(stored, customId);
  if (!component) return { refusal: `The message has no component "${customId}".` };
  if (component['disabled'] === true) return { refusal: 'The component is disabled.' };
  const { type, id } = component;
  const data = { component_type: type, custom_id: customId, id };
  if (type !== ComponentType.StringSelect) return { data };
  const chosen = values ?? [];
  return wrongValues(component, chosen)
    ? { refusal: 'The menu does not offer this choice.' }
    : { data: { ...data, values: chosen } };
}

export interface FieldValue {
  readonly customId: string;
  readonly value: string;
}

function wrongInput(input: JsonObject, value: string): boolean {
  const { required = true, min_length: min = 0, max_length: max = maxInput } = input;
  if (value === '') return required === true;
  return lengthOf(value) < Number(min) || lengthOf(value) > Number(max);
}

/** `data` of a modal that was sent (type 5): the modal's own layout, with the values filled in. */
export function toModalData(
  modal: JsonObject | undefined,
  fields: readonly FieldValue[],
): Prepared {
  if (!modal) return { refusal: 'No such modal is open.' };
  const valueOf = (input: JsonObject): string =>
    fields.find(({ customId }) => customId === input['custom_id'])?.value ?? '';
  const wrong = inputsOf(modal).find((input) => wrongInput(input, valueOf(input)));
  if (wrong)
    return { refusal: `The field "${String(wrong['custom_id'])}" is not filled in rightly.` };
  const fill = (input: JsonObject, id: number): JsonObject => ({
    type: input['type'],
    id,
    custom_id: input['custom_id'],
    value: valueOf(input),
  });
  const components = entriesOf(modal['components'])
    .filter(isObject)
    .map((entry, index) => {
      const id = index * 2 + 1;
      const { component } = entry;
      return isObject(component)
        ? { type: entry['type'], id, component: fill(component, id + 1) }
        : {
            type: entry['type'],
            id,
            components: inputsOf({ components: [entry] }).map((input) => fill(input, id + 1)),
          };
    });
  return { data: { custom_id: modal['custom_id'], components } };
}
