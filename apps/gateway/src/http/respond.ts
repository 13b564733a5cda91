import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { acceptedEncoding, compress } from './compression.ts';
import { answerType } from './media-type.ts';

export interface Answer {
  status: number;
  headers: OutgoingHttpHeaders;
  body: string | Buffer;
}

/** Sends an answer, compressed when that pays and the caller takes it. Nothing is kept by caches: answers hold personal data. */
export async function send(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  const { body } = answer;
  const encoding = acceptedEncoding(request.headers['accept-encoding']);
  const compressed = encoding && (await compress(typeof body === 'string' ? Buffer.from(body) : body, encoding));
  if (response.destroyed) return;
  const sent = compressed ?? body;
  response.writeHead(answer.status, {
    'cache-control': 'no-store',
    ...answer.headers,
    'x-content-type-options': 'nosniff',
    vary: 'Accept, Accept-Encoding',
    'content-length': typeof sent === 'string' ? Buffer.byteLength(sent) : sent.length,
    ...(compressed ? { 'content-encoding': encoding } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : sent);
}

export function jsonAnswer(status: number, body: unknown, headers: OutgoingHttpHeaders = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: `${JSON.stringify(body)}\n`,
  };
}

/** An error in the shape of GraphQL, for requests that never reach the GraphQL server. */
export function errorAnswer(
  accept: string | undefined,
  status: number,
  error: { code: string; message: string; extensions?: Record<string, unknown> },
  headers: OutgoingHttpHeaders = {},
): Answer {
  const { code, message, extensions } = error;
  return {
    status,
    headers: { 'content-type': answerType(accept), ...headers },
    body: `${JSON.stringify({ errors: [{ message, extensions: { code, ...extensions } }] })}\n`,
  };
}
