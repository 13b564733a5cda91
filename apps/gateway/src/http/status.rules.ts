/** The request itself was malformed, as opposed to a well-formed request whose GraphQL is refused. */
const malformed = 'BAD_REQUEST';

/**
 * GraphQL over HTTP: under `application/json` a well-formed request is answered with 200 even when its document does not
 * parse, validate or fit its variables, so that a proxy's 4xx is never taken for GraphQL's.
 *
 * @see https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
export function statusFor(status: number, contentType: string, body: string, errorCodes: readonly string[]): number {
  if (status !== 400 || !contentType.startsWith('application/json')) return status;
  const isMalformed = errorCodes.length > 0 ? errorCodes.includes(malformed) : body.includes(`"code":"${malformed}"`);
  return isMalformed ? 400 : 200;
}
