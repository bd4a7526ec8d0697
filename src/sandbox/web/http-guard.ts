import type { IncomingMessage } from 'node:http';

/** The names under which a loopback server is reached on purpose. */
const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Why a request must not be served, if so. A name that an attacker points at 127.0.0.1 arrives as a
 * foreign Host (DNS rebinding), a page of another site as a foreign Origin.
 */
export function refusalOf(request: IncomingMessage, port: number): string | undefined {
  const { host = '', origin } = request.headers;
  const hosts = loopbackNames.map((name) => `${name}:${port}`);
  if (!hosts.includes(host.toLowerCase())) return 'Foreign Host';
  return origin === undefined || hosts.some((name) => origin.toLowerCase() === `http://${name}`)
    ? undefined
    : 'Foreign Origin';
}

/** Headers of everything that a browser gets: the page runs its own code and talks to its own server only. */
export function pageHeaders(host: string): Record<string, string> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      "img-src 'self' data:",
      `connect-src 'self' ws://${host}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
  };
}
