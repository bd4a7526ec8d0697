import type { APIApplicationCommand } from 'discord-api-types/payloads/v10';
import { createCommandFields } from './command-fields.ts';
import { createCommandTail } from './command-tail.ts';
import { toLocalName } from '../session/commands.ts';
import { element } from '../controls/dom.ts';
import type { ListItem } from '../controls/listbox.ts';
import type { OptionField } from './option-field.ts';
import type { Choice } from './option-value.ts';
import type { Popup } from './popup.ts';
import type { CommandUse, Session } from '../session/session.ts';
import { createSuggester } from './suggestions.ts';
import type { Suggestions } from './suggestions.ts';

export interface CommandEntryContext {
  readonly session: Session;
  readonly command: APIApplicationCommand;
  readonly popup: Popup;
  readonly send: (use: CommandUse) => void;
  /** Leaves the command; the text is what the composer goes on with. */
  readonly cancel: (text: string) => void;
}

export interface CommandEntry {
  readonly node: HTMLElement;
  focus(): void;
  submit(): void;
  /** Takes over what was written behind the name: `passage:4 private:True`. */
  fill(text: string): void;
}

/** The composer while a command is written: `/name`, a chip for each option in use, and a free end. */
export function createCommandEntry(context: CommandEntryContext): CommandEntry {
  const { session, command, popup, send, cancel } = context;
  const { locale } = session.state();
  const name = `/${toLocalName(command, locale)}`;
  const suggester = createSuggester(session, command);
  const fields = createCommandFields(command, locale, handleNewField);
  const tail = createCommandTail({ name, locale, popup, fields, onShow: suggester.stop });
  const title = element('span', { class: 'command-title' }, name);
  const node = element('div', { class: 'command-entry' }, title, fields.node, ...tail.nodes);

  node.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !node.contains(relatedTarget)) popup.close();
  });
  tail.input.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    if (isBackAtStart(event, tail.input)) goBack(event, fields.before()?.input);
    else handleCommonKey(event);
  });

  function handleNewField(field: OptionField): void {
    field.input.addEventListener('focus', () => showField(field));
    field.input.addEventListener('input', () => showField(field));
    field.input.addEventListener('keydown', (event) => handleFieldKey(event, field));
  }

  /** Shows what an option is and what can be chosen for it. */
  function showField(field: OptionField): void {
    popup.setHeading(element('strong', {}, field.name), element('span', {}, field.description));
    popup.setProblem(field.problem());
    suggester.suggest(field, fields.values, (found) => showSuggestions(field, found));
  }

  function showSuggestions(field: OptionField, found: Suggestions): void {
    const choices = 'choices' in found ? found.choices : [];
    popup.setState('state' in found ? found.state : '');
    popup.listbox.show(
      field.input,
      choices.map((choice) => toChoiceItem(field, choice)),
      0,
    );
  }

  function toChoiceItem(field: OptionField, choice: Choice): ListItem {
    const pick = (): void => {
      field.choose(choice);
      advance();
    };
    const content = [element('span', { class: 'option-name' }, choice.name)];
    return { label: choice.name, content, pick };
  }

  /** To the next option that has to be filled in, else to the free end. */
  function advance(): void {
    (fields.nextRequired()?.input ?? tail.input).focus();
  }

  function handleFieldKey(event: KeyboardEvent, field: OptionField): void {
    const { input } = field;
    if (popup.listbox.handleKey(event)) return;
    if (event.key === 'Tab' && !event.shiftKey && popup.listbox.pickActive())
      event.preventDefault();
    else if (isBackAtStart(event, input)) {
      const previous = fields.before(field)?.input;
      const isRemoved = event.key === 'Backspace' && input.value === '' && !field.option.required;
      if (isRemoved) fields.remove(field);
      goBack(event, isRemoved ? (previous ?? tail.input) : previous);
    } else if (event.key === 'ArrowRight' && input.selectionStart === input.value.length) {
      event.preventDefault();
      (fields.after(field)?.input ?? tail.input).focus();
    } else handleCommonKey(event);
  }

  function handleCommonKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      if (!popup.listbox.pickActive()) submit();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      suggester.stop();
      if (popup.listbox.isOpen()) popup.listbox.hide();
      else cancel('');
    }
  }

  /** To the chip before; Backspace before all chips takes the command apart. */
  function goBack(event: KeyboardEvent, previous: HTMLInputElement | undefined): void {
    event.preventDefault();
    if (previous !== undefined) previous.focus();
    else if (event.key === 'Backspace') cancel(name);
    else tail.input.focus();
  }

  function submit(): void {
    const faulty = fields.findFaulty();
    if (faulty !== undefined) {
      faulty.input.focus();
      popup.setProblem(faulty.problem());
    } else if (tail.input.value.trim() === '') {
      suggester.stop();
      send({ command, options: fields.values() });
    } else tail.input.focus();
  }

  function fill(text: string): void {
    tail.input.value = fields.fill(text);
  }

  return { node, submit, fill, focus: advance };
}

/** Backspace or the left arrow with nothing before the caret. */
function isBackAtStart(event: KeyboardEvent, input: HTMLInputElement): boolean {
  const isAtStart = input.selectionStart === 0 && input.selectionEnd === 0;
  return isAtStart && ['Backspace', 'ArrowLeft'].includes(event.key);
}
