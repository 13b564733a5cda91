import { createHash } from 'node:crypto';
import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';

/** Refuses a persisted-query extension whose hash or version is wrong, in words of its own. */
export function checkPersistedQuery(extension: unknown, query: unknown): void {
  if (typeof extension !== 'object' || extension === null) return;
  const { version, sha256Hash } = extension as { version?: unknown; sha256Hash?: unknown };
  if (version !== 1)
    throw refused('PERSISTED_QUERY_VERSION_UNKNOWN', 'Persisted queries are supported in version 1 only.');
  if (typeof sha256Hash !== 'string' || !/^[0-9a-f]{64}$/.test(sha256Hash)) {
    throw refused(
      'PERSISTED_QUERY_HASH_MISMATCH',
      'The hash of a persisted query must be a SHA-256 in lower-case hexadecimal.',
    );
  }
  if (typeof query === 'string' && createHash('sha256').update(query).digest('hex') !== sha256Hash) {
    throw refused('PERSISTED_QUERY_HASH_MISMATCH', 'The hash of the persisted query is not the hash of its text.');
  }
}

function refused(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400, headers: new HeaderMap() } } });
}
