import type { Option } from '../session/commands.ts';
import { toLocalDescription, toLocalName } from '../session/commands.ts';
import { createId, element, setAttribute } from '../controls/dom.ts';
import { readOptionValue } from './option-value.ts';
import type { Choice, OptionReading } from './option-value.ts';

/** A chip in the composer: an option's name and what is filled in. */
export interface OptionField {
  readonly option: Option;
  readonly name: string;
  readonly description: string;
  readonly node: HTMLElement;
  readonly input: HTMLInputElement;
  /** What is filled in, as its value or its problem; nothing when it is empty. */
  read(): OptionReading | undefined;
  /** Fills it in as if it were typed. */
  write(text: string): void;
  /** Takes a choice: its name is shown, its value is sent. */
  choose(choice: Choice): void;
  /** Says what is wrong; an empty text says that nothing is. */
  setProblem(problem: string): void;
  problem(): string;
}

const longestValue = 6000;

/** Builds the chip of an option, with its name and description in the visitor's language. */
export function createOptionField(option: Option, locale: string): OptionField {
  const name = toLocalName(option, locale);
  const description = toLocalDescription(option, locale);
  let chosen: Choice | undefined;
  let problem = '';

  const input = element('input', {
    id: createId('option'),
    type: 'text',
    role: 'combobox',
    size: 1,
    maxlength: ('max_length' in option ? option.max_length : undefined) ?? longestValue,
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    'aria-label': `${name}, ${description}${option.required === true ? ', required' : ''}`,
    'aria-autocomplete': 'list',
    'aria-expanded': false,
    on: { input: fit },
  });
  const label = element('label', { for: input.id, 'aria-hidden': true }, name);
  const node = element('span', { class: 'chip' }, label, input);
  node.addEventListener('click', () => input.focus());

  function fit(): void {
    input.size = Math.max(1, Math.min(input.value.length, 60));
    setProblem('');
  }

  function setProblem(text: string): void {
    problem = text;
    node.classList.toggle('faulty', text !== '');
    setAttribute(input, 'aria-invalid', text === '' ? undefined : true);
  }

  return {
    option,
    name,
    description,
    node,
    input,
    setProblem,
    problem: () => problem,
    read() {
      if (chosen !== undefined && chosen.name === input.value) return { value: chosen.value };
      return input.value === '' ? undefined : readOptionValue(option, input.value);
    },
    write(text) {
      input.value = text;
      fit();
    },
    choose(choice) {
      chosen = choice;
      input.value = choice.name;
      fit();
    },
  };
}
