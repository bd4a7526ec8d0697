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
    return new Request(new URL(`http://localhost${url}`), {
      method,
      headers,
      ...(hasBody && { body: toStream(incoming), duplex: 'half' }),
    });
  } catch {
    return undefined;
  }
}

// Readable.toWeb hangs up on who sends when the reader has had enough, before the answer says why.
function toStream(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  let wanted = true;
  return new ReadableStream({
    start(controller) {
      incoming.on('data', (chunk: Buffer) => {
        if (!wanted) return;
        controller.enqueue(chunk);
        incoming.pause();
      });
      incoming.on('end', () => {
        if (wanted) controller.close();
      });
      incoming.on('error', (error) => controller.error(error));
      incoming.pause();
    },
    pull() {
      incoming.resume();
    },
    cancel() {
      wanted = false;
      incoming.resume();
    },
  });
}
