import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/payloads/v10';
import type { Outcome } from '../session/connection.ts';
import { createId, element } from '../controls/dom.ts';
import { icon } from '../controls/icons.ts';
import { toModalFields } from './modal-fields.ts';
import type { ModalField } from './modal-fields.ts';

type Values = readonly { readonly customId: string; readonly value: string }[];

/**
 * Opens a modal of the bot. It stays until its answer has come: a failure is said in it, and what was
 * written can be sent again.
 */
export function openModal(
  modal: APIModalInteractionResponseCallbackData,
  submit: (values: Values) => Promise<Outcome>,
): void {
  const titleId = createId('modal-title');
  const fields = toModalFields(modal.components);
  const failure = element('p', { class: 'failure', role: 'alert', hidden: true });
  const send = element('button', { class: 'button primary', type: 'submit' }, 'Submit');
  const cancel = element('button', { class: 'button secondary', type: 'button' }, 'Cancel');
  const form = element(
    'form',
    { method: 'dialog', novalidate: true },
    element('h2', { id: titleId }, modal.title),
    closeButton(() => dialog.close()),
    failure,
    element('div', { class: 'modal-fields' }, ...fields.map((field) => field.node)),
    element('div', { class: 'modal-buttons' }, cancel, send),
  );
  const dialog = element('dialog', { class: 'modal', 'aria-labelledby': titleId }, form);

  async function handleSubmit(): Promise<void> {
    const faulty = fields.filter((field) => !field.check());
    if (faulty.length > 0) return faulty[0]?.focus();
    send.disabled = true;
    const outcome = await submit(fields.flatMap(toValue));
    send.disabled = false;
    if (outcome.kind !== 'failed') return dialog.close();
    failure.hidden = false;
    failure.replaceChildren(icon('alert', 16), 'Something went wrong. Try again.');
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void handleSubmit();
  });
  cancel.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  fields[0]?.focus();
}

function toValue(field: ModalField): Values {
  return field.customId === undefined ? [] : [{ customId: field.customId, value: field.value() }];
}

/** The cross in the corner of a dialogue. */
export function closeButton(close: () => void): HTMLElement {
  const properties = {
    class: 'close',
    type: 'button',
    'aria-label': 'Close',
    on: { click: close },
  };
  return element('button', properties, icon('close', 24));
}
