import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Handler } from './http-server.ts';
import { errorAnswer, send } from './respond.ts';

export type Route = (request: IncomingMessage, response: ServerResponse, search: string) => Promise<void>;

/** One handler per path, or for a folder such as `/files/`; anything else does not exist. */
export function router(routes: Readonly<Record<string, Route>>): Handler {
  const byPath = new Map(Object.entries(routes));
  return async (request, response) => {
    const url = request.url ?? '/';
    const question = url.indexOf('?');
    const path = question === -1 ? url : url.slice(0, question);
    const route = byPath.get(path) ?? byPath.get(/^\/[^/]+\//.exec(path)?.[0] ?? '');
    if (route) return route(request, response, question === -1 ? '' : url.slice(question));
    const message = 'There is nothing here. GraphQL is at /graphql, the console at /graphiql.';
    return send(request, response, errorAnswer(request.headers.accept, 404, { code: 'NOT_FOUND', message }));
  };
}
