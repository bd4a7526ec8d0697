import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { customId } from './check-components.ts';
import {
  all,
  boolean,
  entriesOf,
  fault,
  integer,
  isObject,
  list,
  object,
  oneOf,
  optional,
  parseForm,
  shown,
  text,
  unsupported,
  type Check,
  type Parsed,
} from './form-check.ts';
import type { FormError } from './form-error.ts';

/** Discord's documentation, "Modal" and "Text Input". */
const modalLimits = {
  title: 45,
  components: 5,
  label: 45,
  description: 100,
  value: 4000,
  placeholder: 100,
};

const actionRow = 1;
const textInput = 4;
const labelType = 18;

const inputFields = {
  type: oneOf([textInput]),
  custom_id: customId,
  style: oneOf([1, 2]),
  min_length: optional(integer(0, modalLimits.value)),
  max_length: optional(integer(1, modalLimits.value)),
  required: optional(boolean),
  value: optional(text(0, modalLimits.value)),
  placeholder: optional(text(0, modalLimits.placeholder)),
};

const label = text(1, modalLimits.label);
const rowOfInput = object({ components: list(1, 1, object({ ...inputFields, label })) });

const labelledInput: Check = (value, path) => {
  const component = isObject(value) ? value['component'] : undefined;
  return isObject(component) && component['type'] !== textInput
    ? unsupported(path, `components of type ${shown(component['type'])} in a modal`)
    : object({
        label,
        description: optional(text(0, modalLimits.description)),
        component: object({ ...inputFields, label: optional(label) }),
      })(value, path);
};

const component: Check = (value, path) => {
  const type = isObject(value) ? value['type'] : undefined;
  if (type === actionRow) return rowOfInput(value, path);
  if (type === labelType) return labelledInput(value, path);
  return type === undefined
    ? object({ type: oneOf([actionRow, labelType]) })(value, path)
    : unsupported(path, `components of type ${shown(type)} in a modal`);
};

/** The text inputs of a modal, in rows or in labels, in their order. */
export function inputsOf(modal: unknown): readonly Readonly<Record<string, unknown>>[] {
  return entriesOf(isObject(modal) ? modal['components'] : [])
    .filter(isObject)
    .flatMap((entry) => entriesOf(entry['components']).concat(entry['component']))
    .filter(isObject);
}

const distinctIds: Check = (value, path) => {
  const ids = inputsOf(value).map((input) => input['custom_id']);
  return new Set(ids).size === ids.length
    ? []
    : fault(
        [...path, 'components'],
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        'Component custom id cannot be duplicated',
      );
};

const modal = all(
  object({
    custom_id: customId,
    title: text(1, modalLimits.title),
    components: list(1, modalLimits.components, component),
  }),
  distinctIds,
);

/** Reads `data` of a modal callback (type 9). */
export function parseModal(
  body: unknown,
  path: FormError['path'] = [],
): Parsed<APIModalInteractionResponseCallbackData> {
  return parseForm<APIModalInteractionResponseCallbackData>(modal, body, path);
}
