import { ServiceFailure } from './service-unavailable.ts';

export interface SubgraphError {
  message: string;
  path?: (string | number)[];
  extensions?: Record<string, unknown>;
}

export interface ServiceAnswer {
  data?: Record<string, unknown> | null;
  errors?: SubgraphError[];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isSubgraphError(value: unknown): value is SubgraphError {
  if (!isObject(value) || typeof value['message'] !== 'string') return false;
  const { path, extensions } = value;
  const pathIsFine =
    path === undefined ||
    path === null ||
    (Array.isArray(path) && path.every((key) => typeof key === 'string' || typeof key === 'number'));
  return pathIsFine && (extensions === undefined || extensions === null || isObject(extensions));
}

function isServiceAnswer(value: unknown): value is ServiceAnswer {
  if (!isObject(value)) return false;
  const { data, errors } = value;
  if (data === undefined && errors === undefined) return false;
  const dataIsFine = data === undefined || data === null || isObject(data);
  const errorsAreFine =
    errors === undefined || errors === null || (Array.isArray(errors) && errors.every(isSubgraphError));
  return dataIsFine && errorsAreFine;
}

/** Reads a service's body as a GraphQL answer, whatever its HTTP status; anything else is garbage. */
export function readServiceAnswer(service: string, status: number, body: string): ServiceAnswer {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    throw new ServiceFailure(service, 'garbage', `status ${status}, ${body.length} characters that are not JSON`);
  }
  if (!isServiceAnswer(answer)) throw new ServiceFailure(service, 'garbage', `status ${status}, not a GraphQL answer`);
  return answer;
}
