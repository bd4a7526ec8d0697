import type { APISelectMenuOption, APIStringSelectComponent } from 'discord-api-types/payloads/v10';
import { emojiView } from './button-view.ts';
import { element, setAttribute } from '../controls/dom.ts';
import { icon } from '../controls/icons.ts';
import { createListbox } from '../controls/listbox.ts';
import type { ListItem } from '../controls/listbox.ts';

/** What the composer takes of the window, in pixels. */
const roomBelow = 80;

/**
 * A string select: a combobox without a text field. One choice is sent as soon as it is made,
 * several when the list closes.
 */
export function selectView(
  select: APIStringSelectComponent,
  send: (customId: string, values: readonly string[]) => void,
): HTMLElement {
  const listbox = createListbox(select.placeholder ?? 'Options');
  const shown = element('span', { class: 'select-value' });
  const isMultiple = (select.max_values ?? 1) > 1;
  let chosen = select.options.filter((option) => option.default === true).map(({ value }) => value);
  let isChanged = false;
  if (isMultiple) listbox.node.setAttribute('aria-multiselectable', 'true');

  const face = element(
    'button',
    {
      class: 'select',
      type: 'button',
      role: 'combobox',
      'aria-haspopup': 'listbox',
      'aria-expanded': false,
      'aria-controls': listbox.node.id,
      'data-key': select.custom_id,
      disabled: select.disabled,
      on: {
        click: () => (listbox.isOpen() ? close() : open()),
        blur: close,
        keydown: handleKey,
      },
    },
    shown,
    icon('down', 20),
  );

  function describe(): void {
    const labels = select.options
      .filter(({ value }) => chosen.includes(value))
      .map(({ label }) => label);
    shown.textContent = labels.join(', ') || (select.placeholder ?? 'Make a selection');
    shown.classList.toggle('placeholder', labels.length === 0);
    setAttribute(
      face,
      'aria-label',
      [select.placeholder, ...labels].join(', ') || shown.textContent,
    );
  }

  function open(active = select.options.findIndex(({ value }) => chosen.includes(value))): void {
    listbox.show(face, select.options.map(toItem), Math.max(0, active));
    const { top, bottom } = face.getBoundingClientRect();
    const height = listbox.node.offsetHeight + roomBelow;
    listbox.node.classList.toggle('above', bottom + height > innerHeight && top > height);
  }

  function toItem(option: APISelectMenuOption, index: number): ListItem {
    const checked = chosen.includes(option.value);
    return {
      label:
        option.description === undefined ? option.label : `${option.label}, ${option.description}`,
      content: toContent(option, checked),
      checked,
      pick: () => pick(option.value, index),
    };
  }

  function pick(value: string, index: number): void {
    isChanged = true;
    if (isMultiple) {
      const isChosen = chosen.includes(value);
      chosen = isChosen ? chosen.filter((other) => other !== value) : [...chosen, value];
      chosen = chosen.slice(0, select.max_values);
      open(index);
    } else {
      chosen = [value];
      close();
    }
    describe();
  }

  function close(): void {
    listbox.hide();
    if (isChanged && chosen.length >= (select.min_values ?? 1)) send(select.custom_id, chosen);
    isChanged = false;
  }

  function handleKey(event: KeyboardEvent): void {
    if (listbox.handleKey(event)) return;
    const isOpen = listbox.isOpen();
    const opens = !isOpen && ['ArrowDown', 'ArrowUp'].includes(event.key);
    const picks = isOpen && ['Enter', ' '].includes(event.key);
    const leaves = isOpen && event.key === 'Escape';
    if (!opens && !picks && !leaves) return;
    event.preventDefault();
    if (opens) open();
    else if (picks) listbox.pickActive();
    else close();
  }

  describe();
  return element('div', { class: 'select-box' }, face, listbox.node);
}

function toContent(option: APISelectMenuOption, checked: boolean): (Node | string)[] {
  const text = element(
    'span',
    { class: 'option-text' },
    element('span', { class: 'option-name' }, option.label),
  );
  if (option.description !== undefined) {
    text.append(element('span', { class: 'option-description' }, option.description));
  }
  return [
    ...(option.emoji === undefined ? [] : [emojiView(option.emoji)]),
    text,
    ...(checked ? [icon('check', 18)] : []),
  ];
}
