import type { IncomingMessage } from 'node:http';
import { BodyTooLarge, readBody } from './body.ts';
import { isJson } from './media-type.ts';
import { errorAnswer, type Answer } from './respond.ts';

export interface GraphqlParameters {
  /** The parsed body of a POST; nothing for a GET. */
  body: unknown;
  /** The query text, if there is one in the place where it belongs. */
  query: unknown;
  /** The `persistedQuery` extension, if there is one. */
  persistedQuery: unknown;
}

/** Reads what is asked, or says in one answer why it cannot be read. */
export async function readGraphqlRequest(
  request: IncomingMessage,
  search: string,
  maxBytes: number,
): Promise<{ parameters: GraphqlParameters } | { refusal: Answer }> {
  const { method, headers } = request;
  const refuse = (status: number, message: string, extraHeaders = {}) => ({
    refusal: errorAnswer(headers.accept, status, { code: 'BAD_REQUEST', message }, extraHeaders),
  });

  if (method === 'GET') {
    const parameters = new URLSearchParams(search);
    const query = parameters.get('query') ?? undefined;
    return { parameters: { body: undefined, query, persistedQuery: persistedQueryIn(parameters.get('extensions')) } };
  }
  if (method !== 'POST') {
    return refuse(405, 'GraphQL is asked with GET or POST.', { allow: 'GET, POST' });
  }
  if (!isJson(headers['content-type'])) {
    return refuse(415, 'The body of a POST must be application/json in UTF-8.', { connection: 'close' });
  }
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity') {
    return refuse(415, 'The body of a POST must not be compressed.', { connection: 'close' });
  }

  try {
    const body: unknown = JSON.parse(await readBody(request, maxBytes));
    return {
      parameters: {
        body,
        query: member(body, 'query'),
        persistedQuery: member(member(body, 'extensions'), 'persistedQuery'),
      },
    };
  } catch (error) {
    if (error instanceof BodyTooLarge) {
      const message = `The request is larger than ${maxBytes} bytes.`;
      const tooLarge = { code: 'BODY_LIMIT_EXCEEDED', message, extensions: { limit: maxBytes } };
      return { refusal: errorAnswer(headers.accept, 413, tooLarge, { connection: 'close' }) };
    }
    if (error instanceof SyntaxError) return refuse(400, 'The body of the request is not valid JSON.');
    throw error;
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** Extensions that are no JSON are refused by the GraphQL server itself. */
function persistedQueryIn(extensions: string | null): unknown {
  if (extensions === null) return undefined;
  try {
    return member(JSON.parse(extensions), 'persistedQuery');
  } catch {
    return undefined;
  }
}
