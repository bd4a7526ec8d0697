import { ComponentType } from 'discord-api-types/payloads/v10';
import type { APIMessageTopLevelComponent } from 'discord-api-types/payloads/v10';
import { buttonView } from './button-view.ts';
import type { Outcome } from '../session/connection.ts';
import { element } from '../controls/dom.ts';
import { icon } from '../controls/icons.ts';
import { selectView } from './select-view.ts';

export type Press = (customId: string, values?: readonly string[]) => Promise<Outcome>;

/**
 * The rows of buttons and menus under a message. While an answer is awaited none of them can be
 * pressed; what failed is said below them.
 */
export function componentsView(
  rows: readonly APIMessageTopLevelComponent[],
  press: Press,
): HTMLElement | undefined {
  if (rows.length === 0) return undefined;
  const failure = element('p', { class: 'failure', role: 'alert', hidden: true });
  const box = element('div', { class: 'components' });

  async function send(customId: string, values?: readonly string[]): Promise<void> {
    const pressed = [...box.querySelectorAll('[data-key]')].find(
      (node) => node.getAttribute('data-key') === customId,
    );
    failure.hidden = true;
    box.classList.add('waiting');
    pressed?.classList.add('pressed');
    const outcome = await press(customId, values);
    box.classList.remove('waiting');
    pressed?.classList.remove('pressed');
    failure.hidden = outcome.kind !== 'failed';
    if (outcome.kind === 'failed') failure.replaceChildren(icon('alert', 16), outcome.text);
  }

  const handleSend = (customId: string, values?: readonly string[]): void => {
    if (!box.classList.contains('waiting')) void send(customId, values);
  };
  box.append(...rows.map((row) => rowView(row, handleSend)), failure);
  return box;
}

function rowView(
  row: APIMessageTopLevelComponent,
  send: (customId: string, values?: readonly string[]) => void,
): HTMLElement {
  if (row.type !== ComponentType.ActionRow) return unsupportedView(row.type);
  const cells = row.components.map((component) => {
    if (component.type === ComponentType.Button) return buttonView(component, send);
    if (component.type === ComponentType.StringSelect) return selectView(component, send);
    return unsupportedView(component.type);
  });
  return element('div', { class: 'row' }, ...cells);
}

/** An honest gap: what the sandbox cannot show it names. */
function unsupportedView(type: number): HTMLElement {
  return element(
    'p',
    { class: 'unsupported' },
    `A component of type ${type}, which this sandbox does not show.`,
  );
}
