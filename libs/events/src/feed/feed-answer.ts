import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { BATCH_MEDIA_TYPE, cloudEventJson } from '../contract/cloud-event.ts';
import type { FeedPage } from './feed-page.repository.ts';

const compress = promisify(gzip);
const COMPRESSED_FROM_BYTES = 1_024;

export async function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  { source, events, feedId, head, next }: FeedPage & { source: string },
): Promise<void> {
  const text = Buffer.from(`[${events.map((event) => cloudEventJson({ ...event, source })).join(',\n')}]`);
  const isCompressed = acceptsGzip(request) && text.length >= COMPRESSED_FROM_BYTES;
  const body = isCompressed ? await compress(text, { level: constants.Z_BEST_SPEED }) : text;
  response.writeHead(200, {
    'content-type': `${BATCH_MEDIA_TYPE}; charset=utf-8`,
    'content-length': body.length,
    ...(isCompressed && { 'content-encoding': 'gzip' }),
    vary: 'accept-encoding',
    'cache-control': 'no-store',
    'feed-id': feedId,
    'feed-head': head,
    'feed-next': next,
  });
  response.end(body);
}

const titles = {
  400: 'Bad Request',
  401: 'Unauthorized',
  405: 'Method Not Allowed',
  409: 'Conflict',
  503: 'Service Unavailable',
};

const furtherHeaders: Record<number, OutgoingHttpHeaders> = {
  401: { 'www-authenticate': 'Bearer realm="events"' },
  405: { allow: 'GET' },
  503: { 'retry-after': '1' },
};

/** One clear error (RFC 9457). */
export function sendProblem(response: ServerResponse, status: keyof typeof titles, detail: string): void {
  const body = Buffer.from(JSON.stringify({ title: titles[status], status, detail }));
  response.writeHead(status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
    ...furtherHeaders[status],
  });
  response.end(body);
}

function acceptsGzip(request: IncomingMessage): boolean {
  const codings = [request.headers['accept-encoding'] ?? ''].flat().join().toLowerCase().split(',');
  return codings.some((coding) => /^\s*gzip\s*(;\s*q=(?!0(\.0+)?\s*$).*)?$/.test(coding));
}
