import type { Metrics } from './metrics.ts';

/** Whether interactions can be answered now; if not, why. */
export interface Readiness {
  readonly ready: boolean;
  readonly reason?: string;
}

export interface HealthOptions {
  readonly readiness: () => Readiness;
  readonly metrics: Pick<Metrics, 'render'>;
}

/**
 * What service managers and Prometheus ask a process: `/live` (it runs), `/ready` (it can answer
 * interactions: 200, else 503 and the reason) and `/metrics`.
 */
export function createHealth(options: HealthOptions): (request: Request) => Promise<Response> {
  return async ({ method, url }) => {
    const show = PAGES.get(new URL(url).pathname);
    if (show === undefined) return new Response(null, { status: 404 });
    if (method !== 'GET' && method !== 'HEAD')
      return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } });
    return show(options);
  };
}

const PAGES = new Map<string, (options: HealthOptions) => Response | Promise<Response>>([
  ['/live', () => Response.json({ live: true })],
  ['/ready', ({ readiness }) => showReadiness(readiness())],
  ['/metrics', ({ metrics }) => showMetrics(metrics)],
]);

function showReadiness(readiness: Readiness): Response {
  return Response.json(readiness, { status: readiness.ready ? 200 : 503 });
}

async function showMetrics(metrics: Pick<Metrics, 'render'>): Promise<Response> {
  const { type, text } = await metrics.render();
  return new Response(text, { headers: { 'content-type': type } });
}
