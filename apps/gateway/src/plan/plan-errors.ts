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
 * The errors of an answer, each once. A completion error is left out when something explains it: a service failed or
 * reported an error above the same place, or at or below the object it belongs to, which is why a part is missing.
 */
export function allErrors(reported: readonly GraphQLError[], completion: readonly GraphQLError[]): GraphQLError[] {
  const unexplained = completion.filter(
    ({ path = [] }) =>
      !reported.some((error) => begins(path, error.path ?? []) || begins(error.path ?? [], path.slice(0, -1))),
  );
  const errors = new Map<string, GraphQLError>();
  for (const error of [...reported, ...unexplained]) {
    const key = `${JSON.stringify(error.path)} ${error.message}`;
    if (!errors.has(key)) errors.set(key, error);
  }
  return [...errors.values()];
}

function begins(path: Path, start: Path): boolean {
  return start.length <= path.length && start.every((name, index) => path[index] === name);
}
