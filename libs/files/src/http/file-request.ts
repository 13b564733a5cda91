import { AccessRefusal, type Actor, type Scope, type TokenVerifier } from '@bureau/access';
import { HttpRefusal, type Language, languageOf } from '@bureau/subgraph';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request to `/files/…`, with who asks. */
export interface FileRequest {
  request: IncomingMessage;
  response: ServerResponse;
  actor: Actor;
  /** The parts of the path after `/files/`. */
  path: readonly string[];
  query: URLSearchParams;
  language: Language;
}

export async function openRequest(
  tokens: TokenVerifier,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<FileRequest> {
  const url = new URL(request.url ?? '/', 'http://office');
  return {
    request,
    response,
    actor: await actorOf(tokens, request.headers.authorization),
    path: url.pathname.split('/').slice(2).map(decoded),
    query: url.searchParams,
    language: languageOf(request.headers['accept-language']),
  };
}

async function actorOf(tokens: TokenVerifier, authorization: string | undefined): Promise<Actor> {
  try {
    return await tokens.verify(authorization);
  } catch (error) {
    if (error instanceof AccessRefusal) throw new HttpRefusal(error.status, error.code, error.message);
    throw error;
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw notFound();
  }
}

export const notFound = () =>
  new HttpRefusal(404, 'NOT_FOUND', 'There is nothing here that you may see. 没有可供您查看的内容。');

export function requireScopes({ scopes: held }: Actor, scopes: readonly Scope[]): void {
  const missing = scopes.filter((scope) => !held.has(scope));
  if (missing.length > 0)
    throw new HttpRefusal(403, 'FORBIDDEN', `Not allowed: your roles lack ${missing.join(', ')}.`);
}

export function requireMethod({ method }: IncomingMessage, wanted: 'GET' | 'POST'): void {
  if (method !== wanted) throw new HttpRefusal(405, 'METHOD_NOT_ALLOWED', `This path takes ${wanted}.`);
}
