import { AccessRefusal, type Actor, type TokenVerifier } from '@bureau/access';
import type { IncomingMessage } from 'node:http';
import type { DataSource } from 'typeorm';
import { languageOf } from './failure.ts';
import { HttpRefusal, readJson, type Route, sendJson } from './http-server.ts';
import { createMetrics } from './metrics.ts';
import type { RequestContext, Subgraph } from './subgraph.ts';
import { traceIdOf } from './trace.ts';

interface OfficeParts<Context extends RequestContext> {
  name: string;
  subgraph: Subgraph<Context>;
  tokens: TokenVerifier;
  dataSource: DataSource;
  status: () => Record<string, unknown>;
}

/** The paths that every office answers: its GraphQL, its health, its metrics. */
export function officeRoutes<Context extends RequestContext>(parts: OfficeParts<Context>): Record<string, Route> {
  const { name, subgraph, tokens, dataSource, status } = parts;
  const metrics = createMetrics();

  const graphql: Route = async (request, response) => {
    if (request.method !== 'POST') throw new HttpRefusal(405, 'METHOD_NOT_ALLOWED', 'This path takes POST.');
    const ended = metrics.seconds.startTimer();
    const actor = await actorOf(request, tokens);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const answer = await subgraph.answer(await readJson(request), {
      actor,
      language: languageOf(request.headers['accept-language']),
      traceId: traceIdOf(request.headers.traceparent?.toString()),
      gone: gone.signal,
    });
    metrics.statements.inc(answer.statements.length);
    const headers = { ...Object.fromEntries(answer.headers), 'content-length': Buffer.byteLength(answer.body) };
    response.writeHead(answer.status, headers).end(answer.body);
    ended({ outcome: answer.status < 400 ? 'answered' : 'refused' });
  };

  return {
    '/graphql': graphql,
    '/health/live': async (_, response) => sendJson(response, 200, { service: name, alive: true }),
    '/health/ready': async (_, response) => {
      const database = await reachesDatabase(dataSource);
      sendJson(response, database ? 200 : 503, { service: name, ready: database, database, ...status() });
    },
    '/metrics': async (_, response) => {
      const text = await metrics.registry.metrics();
      response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(text);
    },
  };
}

async function actorOf(request: IncomingMessage, tokens: TokenVerifier): Promise<Actor> {
  try {
    return await tokens.verify(request.headers.authorization);
  } catch (error) {
    if (error instanceof AccessRefusal) throw new HttpRefusal(error.status, error.code, error.message);
    throw error;
  }
}

async function reachesDatabase(dataSource: DataSource): Promise<boolean> {
  try {
    await dataSource.query('SELECT 1');
    return true;
  } catch {
    return false;
  }
}
