import type { IncomingMessage } from 'node:http';
import { ReadableStream } from 'node:stream/web';

/**
 * Node's incoming request as the web's Request, its body still to be read. Undefined for what is
 * none there: TRACE, an address that cannot be parsed.
 */
export function toRequest(incoming: IncomingMessage): Request | undefined {
  const { method = 'GET', url = '/', headersDistinct } = incoming;
  const headers = Object.entries(headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  );
  const hasBody = method !== 'GET' && method !== 'HEAD';
  try {
    return new Request(new URL(url, 'http://localhost'), {
      method,
      headers,
      ...(hasBody && { body: toStream(incoming), duplex: 'half' }),
    });
  } catch {
    return undefined;
  }
}

// Where the reader has had enough, the connection stays for the answer that says so.
function toStream(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  return ReadableStream.from<Uint8Array>(incoming.iterator({ destroyOnReturn: false }));
}
