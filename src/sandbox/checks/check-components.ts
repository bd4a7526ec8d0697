import {
  all,
  boolean,
  entriesOf,
  fault,
  integer,
  isObject,
  list,
  missing,
  object,
  oneOf,
  optional,
  shown,
  text,
  unique,
  unsupported,
  url,
  type Check,
} from './form-check.ts';
import type { FormError } from './form-error.ts';

/** Discord's documentation, "Component Reference". */
const componentLimits = {
  rows: 5,
  buttons: 5,
  customId: 100,
  label: 80,
  url: 512,
  options: 25,
  optionText: 100,
  placeholder: 150,
} as const;

const actionRow = 1;
const button = 2;
const stringSelect = 3;
const linkStyle = 5;
const premiumStyle = 6;
/** User, role, mentionable and channel selects, then what came with Components V2. */
const unsupportedTypes = new Set<unknown>([5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 17]);

export const customId = text(1, componentLimits.customId);

const emoji = object({
  id: optional(text(0, componentLimits.customId)),
  name: optional(text(0, componentLimits.customId)),
});

const buttonFields = object({
  style: oneOf([1, 2, 3, 4, linkStyle, premiumStyle]),
  label: optional(text(0, componentLimits.label)),
  emoji: optional(emoji),
  disabled: optional(boolean),
});

const buttonTarget: Check = (value, path) => {
  if (!isObject(value)) return [];
  if (value['style'] === premiumStyle) return unsupported(path, 'premium buttons');
  const { custom_id: id, url: address } = value;
  if (id && address)
    return fault(
      [...path, 'custom_id'],
      'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      'A custom id and url cannot both be specified',
    );
  return value['style'] === linkStyle
    ? url(componentLimits.url, ['http', 'https', 'discord'])(address, [...path, 'url'])
    : customId(id, [...path, 'custom_id']);
};

const buttonFace: Check = (value, path) =>
  isObject(value) && !value['label'] && !value['emoji'] ? missing([...path, 'label']) : [];

const selectCounts: Check = (value, path) => {
  if (!isObject(value)) return [];
  const { min_values: min = 1, max_values: max = 1 } = value;
  const count = entriesOf(value['options']).length;
  if (typeof max !== 'number' || typeof min !== 'number') return [];
  if (max > count)
    return fault(
      [...path, 'max_values'],
      'NUMBER_TYPE_MAX',
      `int value should be less than or equal to ${count}.`,
    );
  return min > max
    ? fault(
        [...path, 'min_values'],
        'NUMBER_TYPE_MAX',
        `int value should be less than or equal to ${max}.`,
      )
    : [];
};

const option = object({
  label: text(1, componentLimits.optionText),
  value: text(1, componentLimits.optionText),
  description: optional(text(0, componentLimits.optionText)),
  emoji: optional(emoji),
  default: optional(boolean),
});

const select = all(
  object({
    custom_id: customId,
    placeholder: optional(text(0, componentLimits.placeholder)),
    min_values: optional(integer(0, componentLimits.options)),
    max_values: optional(integer(1, componentLimits.options)),
    disabled: optional(boolean),
    options: all(
      list(1, componentLimits.options, option),
      unique(
        'value',
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      ),
    ),
  }),
  selectCounts,
);

function typeOf(value: unknown): unknown {
  return isObject(value) ? value['type'] : undefined;
}

const rowChild: Check = (value, path) => {
  const type = typeOf(value);
  if (type === button) return all(buttonFields, buttonTarget, buttonFace)(value, path);
  if (type === stringSelect) return select(value, path);
  return unsupportedTypes.has(type)
    ? unsupported(path, `components of type ${shown(type)}`)
    : all(object({}), object({ type: oneOf([button, stringSelect]) }))(value, path);
};

/** A row holds up to five buttons or one select menu, never both. */
const rowWidth: Check = (value, path) => {
  const types = entriesOf(value).map(typeOf);
  return types.length > 1 && types.some((type) => type !== button)
    ? fault(path, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'Component layout width exceeded')
    : [];
};

const row: Check = (value, path) => {
  const type = typeOf(value);
  if (unsupportedTypes.has(type)) return unsupported(path, `components of type ${shown(type)}`);
  return object({
    type: oneOf([actionRow]),
    components: all(list(1, componentLimits.buttons, rowChild), rowWidth),
  })(value, path);
};

/** No two components of a message may share a custom_id, not even when one is disabled. */
const distinctIds: Check = (value, path) => {
  const seen = new Set<unknown>();
  return entriesOf(value).flatMap((entry, rowIndex) =>
    entriesOf(isObject(entry) ? entry['components'] : []).flatMap(
      (child, index): readonly FormError[] => {
        const id = isObject(child) ? child['custom_id'] : undefined;
        if (typeof id !== 'string') return [];
        const place = [...path, rowIndex, 'components', index, 'custom_id'];
        if (seen.has(id))
          return fault(
            place,
            'COMPONENT_CUSTOM_ID_DUPLICATED',
            'Component custom id cannot be duplicated',
          );
        seen.add(id);
        return [];
      },
    ),
  );
};

/** A message's action rows. */
export const checkComponents: Check = all(list(0, componentLimits.rows, row), distinctIds);
