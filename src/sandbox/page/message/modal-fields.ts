import { ComponentType, TextInputStyle } from 'discord-api-types/payloads/v10';
import type {
  APIModalInteractionResponseCallbackComponent,
  APITextInputComponent,
} from 'discord-api-types/payloads/v10';
import { createId, element, setAttribute } from '../controls/dom.ts';
import { lengthOf } from '../session/text-length.ts';

/** A field of a modal. One without a custom id says something and asks for nothing. */
export interface ModalField {
  readonly node: HTMLElement;
  readonly customId?: string;
  value(): string;
  /** Whether the value may be sent; the field says so where it may not. */
  check(): boolean;
  focus(): void;
}

/** The text inputs of a modal, whether a label holds them or, as before 2025, an action row. */
export function toModalFields(
  components: readonly APIModalInteractionResponseCallbackComponent[],
): ModalField[] {
  return components.flatMap((component) => {
    if (component.type === ComponentType.ActionRow)
      return component.components.map((input) => toField(input));
    if (
      component.type === ComponentType.Label &&
      component.component.type === ComponentType.TextInput
    ) {
      return [toField(component.component, component.label, component.description)];
    }
    return [toUnsupported(component.type)];
  });
}

const longestInput = 4000;

function toField(
  input: APITextInputComponent,
  label = input.label ?? '',
  description = '',
): ModalField {
  const id = createId('field');
  const isRequired = input.required ?? true;
  const problem = element('span', { id: `${id}-problem`, class: 'problem' });
  const control = element(input.style === TextInputStyle.Paragraph ? 'textarea' : 'input', {
    id,
    placeholder: input.placeholder,
    maxlength: input.max_length ?? longestInput,
    required: isRequired,
    'aria-describedby': `${id}-problem ${id}-description`,
  });
  control.value = input.value ?? '';
  const star = element('span', { class: 'star', 'aria-hidden': true }, '*');
  const node = element(
    'div',
    { class: 'modal-field' },
    element('label', { for: id }, label, isRequired ? star : undefined),
    description === ''
      ? undefined
      : element('p', { id: `${id}-description`, class: 'field-description' }, description),
    control,
    problem,
  );
  return {
    node,
    customId: input.custom_id,
    value: () => control.value,
    focus: () => control.focus(),
    check() {
      problem.textContent = toProblem(control.value, isRequired, input.min_length ?? 0);
      setAttribute(control, 'aria-invalid', problem.textContent !== '');
      return problem.textContent === '';
    },
  };
}

/** What keeps a value from being sent; nothing when it may be. */
function toProblem(value: string, isRequired: boolean, minimum: number): string {
  if (value === '') return isRequired ? 'This field is required.' : '';
  return lengthOf(value) < minimum ? `At least ${minimum} characters are needed.` : '';
}

function toUnsupported(type: number): ModalField {
  const text = `A component of type ${type}, which this sandbox does not show.`;
  return {
    node: element('p', { class: 'unsupported' }, text),
    value: () => '',
    check: () => true,
    focus: () => {},
  };
}
