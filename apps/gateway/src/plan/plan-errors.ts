import { GraphQLError } from 'graphql';
import type { SubgraphError } from '../service/service-answer.ts';
import type { Path } from './targets.ts';

/** An error a service reported, at its place in the whole answer; or several places, when it was asked once for several. */
export function downstreamErrors(
  service: string,
  error: SubgraphError,
  paths: readonly (Path | undefined)[],
): GraphQLError[] {
  const message = error.message === '' ? `The service ${service} reported an error without words.` : error.message;
  const code = error.extensions?.['code'] ?? 'DOWNSTREAM_SERVICE_ERROR';
  return paths.map(
    (path) =>
      new GraphQLError(message, {
        ...(path ? { path } : {}),
        extensions: { ...error.extensions, code, serviceName: service },
      }),
  );
}

/** A value that the schema does not allow: null where there must be something, or something of another type. */
export function completionError(message: string, path: Path): GraphQLError {
  return new GraphQLError(message, { path, extensions: { code: 'INVALID_GRAPHQL' } });
}

/**
 * The completion errors that nothing explains. Where a service failed or reported an error above, at or below the same
 * place, what is missing there is its consequence and is not reported twice.
 */
export function unexplained(completion: readonly GraphQLError[], reported: readonly GraphQLError[]): GraphQLError[] {
  if (reported.length === 0) return [...completion];
  return completion.filter(({ path = [] }) => !reported.some((error) => isOnTheSameLine(error.path ?? [], path)));
}

function isOnTheSameLine(a: Path, b: Path): boolean {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}
