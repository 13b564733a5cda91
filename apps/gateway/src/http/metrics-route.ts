import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Registry } from 'prom-client';
import { errorAnswer, send } from './respond.ts';
import type { Route } from './router.ts';

/** Figures for Prometheus: with the metrics token if one is set, else for programs on this machine that come directly. */
export function metricsRoute(registry: Registry, token: string | undefined): Route {
  return async (request, response) => {
    if (!(token === undefined ? comesDirectly(request) : bears(request, token))) {
      const error = { code: 'UNAUTHENTICATED', message: 'The metrics need their own bearer token.' };
      const answer = errorAnswer(request.headers.accept, 401, error, { 'www-authenticate': 'Bearer' });
      return send(request, response, answer);
    }
    const body = await registry.metrics();
    return send(request, response, { status: 200, headers: { 'content-type': registry.contentType }, body });
  };
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

function comesDirectly({ socket, headers }: IncomingMessage): boolean {
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined;
  return !isForwarded && loopback.has(socket.remoteAddress ?? '');
}

function bears({ headers }: IncomingMessage, token: string): boolean {
  const given = Buffer.from(headers.authorization ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
