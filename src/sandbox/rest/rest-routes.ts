import type { ApiAnswer } from './api-answer.ts';
import { answerCallback, type BotContext } from './callbacks.ts';
import { commandRoutes } from './command-routes.ts';
import type { CommandStore } from '../command-store.ts';
import { toApplicationObject, toBotUser } from '../identities.ts';
import type { ApiRequest, Route } from './rest-router.ts';
import { createWebhooks } from './webhooks.ts';

export interface RestContext extends BotContext {
  readonly commands: CommandStore;
  readonly gatewayUrl: () => string;
  /** How many sessions the bot has started. */
  readonly sessionStarts: () => number;
  /** Milliseconds to wait, while no session may be started. */
  readonly sessionStartReset: () => number | undefined;
}

/** Sessions that Discord lets a bot start in a day. */
const maxSessionStarts = 1000;
const day = 86_400_000;

function ok(body: unknown): ApiAnswer {
  return { status: 200, body };
}

function applicationRoutes(context: RestContext): readonly Route[] {
  const { application, gatewayUrl, sessionStarts, sessionStartReset } = context;
  const own = ok(toApplicationObject(application));
  const gateway = (): ApiAnswer => {
    const wait = sessionStartReset();
    const limit = {
      total: maxSessionStarts,
      remaining: wait === undefined ? maxSessionStarts - sessionStarts() : 0,
      reset_after: wait ?? day,
      max_concurrency: 1,
    };
    return ok({ url: gatewayUrl(), shards: 1, session_start_limit: limit });
  };
  return [
    { method: 'GET', path: '/gateway', isOpen: true, handler: () => ok({ url: gatewayUrl() }) },
    { method: 'GET', path: '/gateway/bot', handler: gateway },
    { method: 'GET', path: '/users/@me', handler: () => ok(toBotUser(application)) },
    { method: 'GET', path: '/applications/@me', handler: () => own },
    { method: 'GET', path: '/oauth2/applications/@me', handler: () => own },
  ];
}

function webhookParams({ params }: ApiRequest): [string, string, string] {
  return [params['application'] ?? '', params['token'] ?? '', params['message'] ?? ''];
}

function interactionRoutes(context: RestContext): readonly Route[] {
  const webhooks = createWebhooks(context);
  const webhook = '/webhooks/:application/:token';
  const message = `${webhook}/messages/:message`;
  return [
    {
      method: 'POST',
      path: '/interactions/:id/:token/callback',
      isOpen: true,
      handler: ({ params, query, body }) =>
        answerCallback(
          context,
          [params['id'] ?? '', params['token'] ?? ''],
          body,
          query.get('with_response') === 'true',
        ),
    },
    {
      method: 'POST',
      path: webhook,
      isOpen: true,
      handler: (request) => {
        const [application, token] = webhookParams(request);
        return webhooks.followUp(application, token, request.body);
      },
    },
    {
      method: 'GET',
      path: message,
      isOpen: true,
      handler: (request) => webhooks.read(...webhookParams(request)),
    },
    {
      method: 'PATCH',
      path: message,
      isOpen: true,
      handler: (request) => webhooks.edit(...webhookParams(request), request.body),
    },
    {
      method: 'DELETE',
      path: message,
      isOpen: true,
      handler: (request) => webhooks.remove(...webhookParams(request)),
    },
  ];
}

/** Everything of Discord's REST API that the sandbox has. */
export function restRoutes(context: RestContext): readonly Route[] {
  return [
    ...applicationRoutes(context),
    ...commandRoutes(context.application.id, context.commands),
    ...interactionRoutes(context),
  ];
}
