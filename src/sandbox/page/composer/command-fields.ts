import type { APIApplicationCommand } from 'discord-api-types/payloads/v10';
import type { OptionValue } from '../../protocol.ts';
import { optionsOf } from '../session/commands.ts';
import type { Option } from '../session/commands.ts';
import { element } from '../controls/dom.ts';
import { createOptionField } from './option-field.ts';
import type { OptionField } from './option-field.ts';

/** The options of a command: those in use, as chips, and those that can still be added. */
export interface CommandFields {
  readonly node: HTMLElement;
  add(option: Option): OptionField;
  remove(field: OptionField): void;
  unused(): Option[];
  /** Reads `name:value` pairs; returns what stands before the first of them. */
  fill(text: string): string;
  /** The chip before or after another; the last one before the end. */
  before(field?: OptionField): OptionField | undefined;
  after(field: OptionField): OptionField | undefined;
  /** The first option that has to be filled in and is not. */
  nextRequired(): OptionField | undefined;
  /** What is filled in. While it is typed a faulty value goes as its text; an empty one does not go. */
  readonly values: () => OptionValue[];
  /** Marks what is wrong and tells the first of it. */
  findFaulty(): OptionField | undefined;
}

/** @param onAdd called with each new chip before it is shown */
export function createCommandFields(
  command: APIApplicationCommand,
  locale: string,
  onAdd: (field: OptionField) => void,
): CommandFields {
  const options = optionsOf(command);
  const fields: OptionField[] = [];
  const node = element('span', { class: 'chips' });

  function add(option: Option): OptionField {
    const field = createOptionField(option, locale);
    fields.push(field);
    onAdd(field);
    node.append(field.node);
    return field;
  }

  for (const option of options) if (option.required === true) add(option);

  return {
    node,
    add,
    remove(field) {
      fields.splice(fields.indexOf(field), 1);
      field.node.remove();
    },
    fill(text) {
      const named = new RegExp(`(?:^|\\s)(${options.map(({ name }) => name).join('|')}):\\s*`);
      const [before = '', ...pairs] = text.split(named);
      for (let at = 0; at < pairs.length; at += 2) {
        const option = options.find(({ name }) => name === pairs[at]);
        const present = fields.find((field) => field.option === option);
        const field = present ?? (option && add(option));
        field?.write((pairs[at + 1] ?? '').trim());
      }
      return before.trim();
    },
    unused: () => options.filter((option) => !fields.some((field) => field.option === option)),
    before: (field) => (field === undefined ? fields.at(-1) : fields[fields.indexOf(field) - 1]),
    after: (field) => fields[fields.indexOf(field) + 1],
    nextRequired: () => fields.find((field) => field.option.required && field.read() === undefined),
    values: () => fields.flatMap(toValue),
    findFaulty() {
      for (const field of fields) field.setProblem(toProblem(field));
      return fields.find((field) => field.problem() !== '');
    },
  };
}

function toValue(field: OptionField): OptionValue[] {
  const reading = field.read();
  const { name } = field.option;
  if (reading === undefined) return [];
  return [{ name, value: 'value' in reading ? reading.value : field.input.value }];
}

function toProblem(field: OptionField): string {
  const reading = field.read();
  if (reading !== undefined) return 'problem' in reading ? reading.problem : '';
  return field.option.required ? 'This option is required. Specify a value.' : '';
}
