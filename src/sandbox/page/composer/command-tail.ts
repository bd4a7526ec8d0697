import type { CommandFields } from './command-fields.ts';
import { toLocalDescription, toLocalName } from '../session/commands.ts';
import type { Option } from '../session/commands.ts';
import { element } from '../controls/dom.ts';
import type { ListItem } from '../controls/listbox.ts';
import type { Popup } from './popup.ts';

export interface CommandTailContext {
  /** The command's name, with its slash. */
  readonly name: string;
  readonly locale: string;
  readonly popup: Popup;
  readonly fields: CommandFields;
  /** Called when the end is reached and what was looked up for an option is no longer wanted. */
  readonly onShow: () => void;
}

export interface CommandTail {
  readonly nodes: readonly HTMLElement[];
  readonly input: HTMLInputElement;
}

/** The free end of a command: offers the options that are not in use; Enter there sends the command. */
export function createCommandTail(context: CommandTailContext): CommandTail {
  const { name, locale, popup, fields, onShow } = context;
  const input = element('input', {
    class: 'tail',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    'aria-label': `Options of ${name}`,
    'aria-autocomplete': 'list',
    'aria-expanded': false,
    on: { focus: show, input: handleInput, keydown: handleKey },
  });
  const more = element('button', {
    class: 'more-options',
    type: 'button',
    on: { click: () => input.focus() },
  });
  new MutationObserver(describeRest).observe(fields.node, { childList: true });
  describeRest();

  function describeRest(): void {
    const count = fields.unused().length;
    more.textContent = `+${count} optional`;
    more.hidden = count === 0;
  }

  function show(): void {
    onShow();
    const typed = input.value.trim().toLowerCase();
    const unused = fields.unused();
    const offered = unused.filter((option) => toLocalName(option, locale).includes(typed));
    if (unused.length === 0 && typed === '') return popup.close();
    popup.setHeading(element('strong', {}, 'Options'));
    popup.setState('');
    popup.setProblem(offered.length === 0 ? 'No option has this name.' : '');
    popup.listbox.show(input, offered.map(toItem), typed === '' ? -1 : 0);
  }

  function toItem(option: Option): ListItem {
    const label = toLocalName(option, locale);
    const description = toLocalDescription(option, locale);
    const text = element(
      'span',
      { class: 'option-text' },
      element('span', { class: 'option-name' }, label),
      element('span', { class: 'option-description' }, description),
    );
    return { label: `${label}, ${description}`, content: [text], pick: () => pick(option) };
  }

  function pick(option: Option): void {
    input.value = '';
    fields.add(option).input.focus();
  }

  /** `name:` written out is as good as picked. */
  function handleInput(): void {
    const typed = input.value.trim();
    const named = fields.unused().find((option) => `${toLocalName(option, locale)}:` === typed);
    if (named === undefined) show();
    else pick(named);
  }

  /** The list's keys; Tab takes the first option where none is active. */
  function handleKey(event: KeyboardEvent): void {
    if (popup.listbox.handleKey(event)) return;
    if (event.key !== 'Tab' || event.shiftKey || !popup.listbox.isOpen()) return;
    event.preventDefault();
    const [first] = fields.unused();
    if (!popup.listbox.pickActive() && first !== undefined) pick(first);
  }

  return { nodes: [input, more], input };
}
