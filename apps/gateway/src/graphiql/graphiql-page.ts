import { Worker } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { acceptedEncodings } from '../http/compression.ts';
import type { Route } from '../http/router.ts';
import type { RenderedPage } from './render-worker.ts';

export interface ConsoleTab {
  query: string;
  variables?: string;
}

const title = '县域教育一张图 · Bureau Graph';

function render(tabs: ConsoleTab[]): Promise<RenderedPage> {
  const headers = '{\n  "Authorization": "Bearer "\n}';
  const workerData = {
    title,
    endpoint: '/graphql',
    defaultTabs: tabs.map((tab) => ({ ...tab, headers })),
    headers,
    shouldPersistHeaders: false,
  };
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('render-worker.ts', import.meta.url), { workerData });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** Nothing may be loaded from elsewhere and no script but the page's own may run; it asks this gateway only. */
function contentSecurityPolicy(scriptHash: string): string {
  return [
    "default-src 'none'",
    `script-src 'sha256-${scriptHash}'`,
    "style-src 'unsafe-inline'",
    'worker-src blob:',
    'img-src data:',
    'font-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The console. Made when first asked for and kept compressed. */
export function graphiqlRoute(tabs: () => ConsoleTab[]): Route {
  let page: Promise<RenderedPage> | undefined;
  return async (request, response) => {
    page ??= render(tabs()).catch((error: unknown) => {
      page = undefined;
      throw error;
    });
    const { gzipped, scriptHash } = await page;
    const takesGzip = acceptedEncodings(request.headers['accept-encoding']).has('gzip');
    const body = takesGzip ? gzipped : gunzipSync(gzipped);
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-length': body.length,
      ...(takesGzip ? { 'content-encoding': 'gzip' } : {}),
      'cache-control': 'no-cache',
      'content-security-policy': contentSecurityPolicy(scriptHash),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}

export const toGraphiql: Route = async (_request, response) => {
  response.writeHead(302, { location: '/graphiql', 'content-length': 0 });
  response.end();
};
