import {
  methodNotAllowed,
  notImplemented,
  unauthorized,
  wrongVersion,
  type ApiAnswer,
} from './api-answer.ts';

export interface ApiRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON of the body, if there was one. */
  readonly body: unknown;
}

export interface Route {
  readonly method: string;
  /** Below `/api/v10`; `:name` stands for one segment. */
  readonly path: string;
  /** Routes whose path carries a token ask for no Authorization. */
  readonly isOpen?: boolean;
  readonly handler: (request: ApiRequest) => ApiAnswer;
}

export interface RawRequest {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** The named segments where the path fits the route's, else undefined. */
function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? '';
    if (segment.startsWith(':') && value !== '') params[segment.slice(1)] = value;
    else if (segment !== value) return undefined;
  }
  return params;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * Finds the route of a request to Discord's REST API, version 10.
 * @param log hears of what the sandbox does not have
 */
export function createRouter(
  routes: readonly Route[],
  token: string,
  log: (line: string) => void,
): (request: RawRequest) => ApiAnswer {
  return ({ method, url, authorization, body }) => {
    const [, , version = '', ...rest] = url.pathname.split('/');
    if (version !== 'v10') return wrongVersion;
    const path = decoded(`/${rest.join('/')}`);
    const candidates = routes.flatMap((route) => {
      const params = match(route.path, path);
      return params ? [{ route, params }] : [];
    });
    const found = candidates.find(({ route }) => route.method === method);
    if (!found) {
      if (candidates.length > 0) return methodNotAllowed;
      log(`501: the sandbox does not support ${method} ${path}`);
      return notImplemented(`${method} ${path}`);
    }
    if (!found.route.isOpen && authorization !== `Bot ${token}`) return unauthorized;
    const answer = found.route.handler({ params: found.params, query: url.searchParams, body });
    if (answer.status === 501) log(`501: ${JSON.stringify(answer.body)} at ${method} ${path}`);
    return answer;
  };
}
