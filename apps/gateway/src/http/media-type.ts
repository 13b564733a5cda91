export const responseType = 'application/graphql-response+json; charset=utf-8';
export const jsonType = 'application/json; charset=utf-8';

/** The media type of an answer that the GraphQL server did not make; both are understood by every GraphQL client. */
export function answerType(accept: string | undefined): string {
  const accepted = accept ?? '';
  const wantsJson = accepted === '' || accepted.includes('application/json') || accepted.includes('*/*');
  return !wantsJson && accepted.includes('application/graphql-response+json') ? responseType : jsonType;
}

/** Whether a body is JSON in UTF-8, the only form of request body there is. */
export function isJson(contentType: string | undefined): boolean {
  if (contentType === undefined) return false;
  const [essence, ...parameters] = contentType.toLowerCase().split(';');
  if (essence?.trim() !== 'application/json') return false;
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  return charset === undefined || /^charset="?utf-?8"?$/.test(charset);
}
