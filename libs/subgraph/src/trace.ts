import { randomBytes } from 'node:crypto';

/** The trace id of a W3C `traceparent` header, or a new one. */
export function traceIdOf(traceparent: string | undefined): string {
  const [, traceId] = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}/.exec(traceparent ?? '') ?? [];
  return traceId ?? randomBytes(16).toString('hex');
}
