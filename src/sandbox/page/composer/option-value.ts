import { ApplicationCommandOptionType } from 'discord-api-types/payloads/v10';
import type { OptionValue } from '../../protocol.ts';
import type { Option } from '../session/commands.ts';
import { lengthOf } from '../session/text-length.ts';

type Value = OptionValue['value'];

/** What an option's text stands for, or what is wrong with it. */
export type OptionReading = { readonly value: Value } | { readonly problem: string };

/** A choice that can be offered for an option. */
export interface Choice {
  readonly name: string;
  readonly value: Value;
}

/** The choices that an option always has: those the bot declares, or true and false. */
export function toFixedChoices(option: Option): readonly Choice[] {
  if (option.type === ApplicationCommandOptionType.Boolean) {
    return [
      { name: 'True', value: true },
      { name: 'False', value: false },
    ];
  }
  return 'choices' in option ? (option.choices ?? []) : [];
}

/**
 * Checks what was typed into an option as Discord's client does before anything is sent: the type,
 * the bounds, and that it is one of the choices where there are some.
 */
export function readOptionValue(option: Option, text: string): OptionReading {
  const choices = toFixedChoices(option);
  if (choices.length > 0) return readChoice(choices, text);
  switch (option.type) {
    case ApplicationCommandOptionType.String:
      return readText(text, option);
    case ApplicationCommandOptionType.Integer:
      return readNumber(text, true, option);
    case ApplicationCommandOptionType.Number:
      return readNumber(text, false, option);
    case ApplicationCommandOptionType.User:
      return { problem: 'Choose somebody from the list.' };
    case ApplicationCommandOptionType.Boolean:
    case ApplicationCommandOptionType.Channel:
    case ApplicationCommandOptionType.Role:
    case ApplicationCommandOptionType.Mentionable:
    case ApplicationCommandOptionType.Attachment:
      return { problem: 'This sandbox does not support options of this type.' };
  }
}

function readChoice(choices: readonly Choice[], text: string): OptionReading {
  const wanted = text.trim().toLowerCase();
  const choice = choices.find(({ name }) => name.toLowerCase() === wanted);
  return choice === undefined ? { problem: 'Choose one of the options.' } : { value: choice.value };
}

interface Bounds {
  readonly min_value?: number;
  readonly max_value?: number;
}

function readNumber(text: string, isWhole: boolean, bounds: Bounds): OptionReading {
  const { min_value: minimum = -Infinity, max_value: maximum = Infinity } = bounds;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  const isNumber = isWhole ? Number.isSafeInteger(value) : Number.isFinite(value);
  if (isNumber && value >= minimum && value <= maximum) return { value };
  return { problem: `Enter a ${isWhole ? 'whole ' : ''}number${toRange(minimum, maximum)}.` };
}

function toRange(minimum: number, maximum: number): string {
  if (minimum === -Infinity) return maximum === Infinity ? '' : ` up to ${maximum}`;
  return maximum === Infinity ? ` from ${minimum}` : ` between ${minimum} and ${maximum}`;
}

interface Lengths {
  readonly min_length?: number;
  readonly max_length?: number;
}

function readText(text: string, lengths: Lengths): OptionReading {
  const { min_length: minimum = 0, max_length: maximum = 6000 } = lengths;
  const length = lengthOf(text);
  if (length < minimum) return { problem: `Enter at least ${minimum} characters.` };
  return length > maximum ? { problem: `Enter at most ${maximum} characters.` } : { value: text };
}
