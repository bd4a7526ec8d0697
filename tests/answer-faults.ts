import type { Response } from '../src/answer.ts';
import { findExcess } from '../src/reply/limits.ts';
import type { Message } from '../src/reply/message.ts';
import { parseAutocomplete } from '../src/sandbox/checks/check-choices.ts';
import { isEmptyMessage, parseMessage } from '../src/sandbox/checks/check-message.ts';
import type { Parsed } from '../src/sandbox/checks/form-check.ts';
import { findResponseFaults } from './discord-schema.ts';

/** What Discord takes for an answer to each type of interaction. */
const TAKEN = new Map<unknown, readonly number[]>([
  [1, [1]],
  [2, [4]],
  [3, [4, 6, 7]],
  [4, [8]],
]);
const TAKEN_OTHERWISE = [4];

/** Why Discord would not take an answer to an interaction, or people should not; empty if it is well. */
export function findAnswerFaults(interaction: unknown, response: Response): string[] {
  const type = Object(interaction).type as unknown;
  const isTaken = (TAKEN.get(type) ?? TAKEN_OTHERWISE).includes(response.type);
  return [
    ...(isTaken ? [] : [`type ${response.type} is no answer to type ${String(type)}`]),
    ...('data' in response ? findDataFaults(response, response.data ?? {}) : []),
  ];
}

function findDataFaults(response: Response, data: object): string[] {
  const bySchema = findResponseFaults(response);
  return [
    ...(bySchema === '' ? [] : [bySchema]),
    ...('choices' in data ? findChoiceFaults(data) : findMessageFaults(data as Message)),
    ...toTexts(data)
      .filter((text) => !text.isWellFormed())
      .map((text) => `torn: ${JSON.stringify(text)}`),
  ];
}

function findChoiceFaults(data: object): string[] {
  const parsed = parseAutocomplete(data);
  const choices = 'value' in parsed ? parsed.value.choices : [];
  const unseen = choices.filter(({ name }) => !/[\p{L}\p{N}\p{P}\p{S}]/u.test(name));
  return [
    ...toFaults(parsed),
    ...unseen.map(({ name }) => `nobody can see the choice ${JSON.stringify(name)}`),
  ];
}

function findMessageFaults(message: Message): string[] {
  return [
    ...findExcess(message),
    ...toFaults(parseMessage(message)),
    ...(isEmptyMessage(message) ? ['there is nothing to be seen'] : []),
    ...(JSON.stringify(message.allowed_mentions) === '{"parse":[]}' ? [] : ['it could ping']),
  ];
}

function toFaults(parsed: Parsed<unknown>): string[] {
  if (!('errors' in parsed)) return [];
  return parsed.errors.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

function toTexts(json: unknown): string[] {
  if (typeof json === 'string') return [json];
  if (typeof json !== 'object' || json === null) return [];
  return Object.values(json).flatMap(toTexts);
}
