import { createHash } from 'node:crypto';
import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { PersistedOperations } from './persisted-operations.ts';

/** Refuses a persisted-query extension whose hash or version is wrong, in words of its own. */
export function checkPersistedQuery(extension: unknown, query: unknown): void {
  if (typeof extension !== 'object' || extension === null) return;
  const { version, sha256Hash } = extension as { version?: unknown; sha256Hash?: unknown };
  if (version !== 1) {
    throw refused('PERSISTED_QUERY_VERSION_UNKNOWN', 'Persisted queries are supported in version 1 only.');
  }
  if (typeof sha256Hash !== 'string' || !/^[0-9a-f]{64}$/.test(sha256Hash)) {
    const message = 'The hash of a persisted query must be a SHA-256 in lower-case hexadecimal.';
    throw refused('PERSISTED_QUERY_HASH_MISMATCH', message);
  }
  if (typeof query === 'string' && hashOf(query) !== sha256Hash) {
    throw refused('PERSISTED_QUERY_HASH_MISMATCH', 'The hash of the persisted query is not the hash of its text.');
  }
}

/** Where nothing but the operations of the file is allowed: refuses everything else, by text or by hash. */
export function checkIsPersisted(operations: PersistedOperations, extension: unknown, query: unknown): void {
  const given = (extension as { sha256Hash?: unknown } | undefined | null)?.sha256Hash;
  const hash = typeof query === 'string' ? hashOf(query) : given;
  if (typeof hash === 'string' && operations.isFixed(hash)) return;
  throw refused('PERSISTED_QUERY_ONLY', 'Only the operations registered beforehand are answered here.');
}

function hashOf(query: string): string {
  return createHash('sha256').update(query).digest('hex');
}

function refused(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400, headers: new HeaderMap() } } });
}
