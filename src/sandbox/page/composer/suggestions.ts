import { ApplicationCommandOptionType } from 'discord-api-types/payloads/v10';
import type { OptionValue } from '../../protocol.ts';
import type { CommandUse, Session } from '../session/session.ts';
import type { OptionField } from './option-field.ts';
import { toFixedChoices } from './option-value.ts';
import type { Choice } from './option-value.ts';

/** What can be offered for an option, or a line that says why it is not there yet. */
export type Suggestions = { readonly choices: readonly Choice[] } | { readonly state: string };

export interface Suggester {
  /**
   * Calls back with what the field can take: at once for fixed choices; for live ones when the
   * visitor has paused and the bot has answered. An answer that a later question has overtaken is
   * dropped.
   */
  suggest(
    field: OptionField,
    filled: () => readonly OptionValue[],
    show: (found: Suggestions) => void,
  ): void;
  /** Drops the answer that is still to come. */
  readonly stop: () => void;
}

/** So long a pause in typing is a question to the bot, in milliseconds. */
const pause = 200;
const mostChoices = 25;

export function createSuggester(session: Session, command: CommandUse['command']): Suggester {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  function stop(): void {
    asked += 1;
    clearTimeout(timer);
  }

  async function ask(
    field: OptionField,
    options: readonly OptionValue[],
    show: (found: Suggestions) => void,
  ): Promise<void> {
    const question = asked;
    const outcome = await session.complete({ command, options }, field.option.name);
    if (question !== asked) return;
    if (outcome.kind !== 'choices') return show({ state: 'Loading options failed' });
    show({ choices: outcome.choices });
  }

  return {
    stop,
    suggest(field, filled, show) {
      stop();
      if (!('autocomplete' in field.option) || !field.option.autocomplete) {
        return show({ choices: toOffer(field, session) });
      }
      show({ state: 'Loading options…' });
      timer = setTimeout(() => void ask(field, filled(), show), pause);
    },
  };
}

/** The fixed choices that contain what was typed; all of them when it is one of them. */
function toOffer(field: OptionField, session: Session): readonly Choice[] {
  const choices =
    field.option.type === ApplicationCommandOptionType.User
      ? toPeople(session)
      : toFixedChoices(field.option);
  const typed = field.input.value.trim().toLowerCase();
  if (choices.some(({ name }) => name.toLowerCase() === typed)) return choices;
  return choices.filter(({ name }) => name.toLowerCase().includes(typed)).slice(0, mostChoices);
}

function toPeople(session: Session): Choice[] {
  const { people } = session.state().welcome;
  return people.map(({ id, displayName }) => ({ name: displayName, value: id }));
}
