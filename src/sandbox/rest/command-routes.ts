import { ApplicationCommandType } from 'discord-api-types/v10';
import {
  maxOfType,
  parseCommand,
  parseCommandList,
  type CommandBody,
} from '../checks/check-command.ts';
import { isObject } from '../checks/form-check.ts';
import type { CommandStore } from '../command-store.ts';
import { guild } from '../scene.ts';
import {
  invalidForm,
  noContent,
  tooManyCommands,
  unknownApplication,
  unknownCommand,
  unknownGuild,
  type ApiAnswer,
} from './api-answer.ts';
import type { ApiRequest, Route } from './rest-router.ts';

/** Without `with_localizations` Discord leaves the translations out of a list. */
function withoutLocalizations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLocalizations);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.endsWith('_localizations'))
      .map(([key, child]) => [key, withoutLocalizations(child)]),
  );
}

type Handler = (scope: string | undefined, request: ApiRequest) => ApiAnswer;

function ok(body: unknown, status = 200): ApiAnswer {
  return { status, body };
}

function handlers(commands: CommandStore): readonly (readonly [string, string, Handler])[] {
  /** The limit, where one more command would exceed it. */
  const limitOf = (scope: string | undefined, body: CommandBody): number | undefined => {
    const type = body.type ?? ApplicationCommandType.ChatInput;
    const same = commands.list(scope).filter((command) => command.type === type);
    const max = maxOfType[type] ?? 0;
    return same.length >= max && !same.some(({ name }) => name === body.name) ? max : undefined;
  };

  const list: Handler = (scope, { query }) => {
    const all = commands.list(scope);
    return ok(query.get('with_localizations') === 'true' ? all : withoutLocalizations(all));
  };
  const overwrite: Handler = (scope, { body }) => {
    const parsed = parseCommandList(body);
    return 'errors' in parsed
      ? invalidForm(parsed.errors)
      : ok(commands.replaceAll(scope, parsed.value));
  };
  const create: Handler = (scope, { body }) => {
    const parsed = parseCommand(body);
    if ('errors' in parsed) return invalidForm(parsed.errors);
    const max = limitOf(scope, parsed.value);
    if (max !== undefined) return tooManyCommands(max);
    const { command, created } = commands.upsert(scope, parsed.value);
    return ok(command, created ? 201 : 200);
  };
  const read: Handler = (scope, { params }) => {
    const command = commands.find(scope, params['command'] ?? '');
    return command ? ok(command) : unknownCommand;
  };
  const edit: Handler = (scope, { params, body }) => {
    const old = commands.find(scope, params['command'] ?? '');
    if (!old) return unknownCommand;
    const parsed = parseCommand({ ...old, ...(isObject(body) ? body : {}), type: old.type });
    return 'errors' in parsed
      ? invalidForm(parsed.errors)
      : ok(commands.replace(scope, old.id, parsed.value));
  };
  const remove: Handler = (scope, { params }) =>
    commands.remove(scope, params['command'] ?? '') ? noContent : unknownCommand;

  return [
    ['GET', '', list],
    ['PUT', '', overwrite],
    ['POST', '', create],
    ['GET', '/:command', read],
    ['PATCH', '/:command', edit],
    ['DELETE', '/:command', remove],
  ];
}

/** The routes of global commands and of the commands of the one guild. */
export function commandRoutes(applicationId: string, commands: CommandStore): readonly Route[] {
  const guarded =
    (handler: Handler) =>
    (request: ApiRequest): ApiAnswer => {
      const { application, guild: scope } = request.params;
      if (application !== applicationId) return unknownApplication;
      return scope === undefined || scope === guild.id ? handler(scope, request) : unknownGuild;
    };
  return handlers(commands).flatMap(([method, path, handler]): Route[] => [
    { method, path: `/applications/:application/commands${path}`, handler: guarded(handler) },
    {
      method,
      path: `/applications/:application/guilds/:guild/commands${path}`,
      handler: guarded(handler),
    },
  ]);
}
