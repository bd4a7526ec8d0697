import type { Sandbox } from '../../src/sandbox/server.ts';

export interface ApiResult {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

interface CallOptions {
  readonly body?: unknown;
  readonly authorization?: string;
}

/** One request to a sandbox's REST API, as the bot unless another authorization is given. */
export async function callApi(
  sandbox: Sandbox,
  method: string,
  path: string,
  { body, authorization = `Bot ${sandbox.token}` }: CallOptions = {},
): Promise<ApiResult> {
  const response = await fetch(`${sandbox.apiBase}/v10${path}`, {
    method,
    headers: {
      Authorization: authorization,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: response.status, headers: response.headers, body: json };
}
