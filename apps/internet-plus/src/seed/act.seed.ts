import type { Ask } from '@bureau/testing';

export interface Done {
  /** The payload without its errors; null when the act is forbidden. */
  record: Record<string, unknown> | null;
  /** `RECORD_NOT_FOUND input.school`, one a refusal; or the code of the answer's own error. */
  refused: string[];
}

interface UserErrorShown {
  code: string;
  field: string[];
}

/** Asks for one mutation, such as `speedTestRecord`, and tells what it came to. */
export async function act(
  ask: Ask,
  mutation: string,
  { input, shown = '{ id }' }: { input: Record<string, unknown>; shown?: string },
): Promise<Done> {
  const name = `${mutation[0]?.toUpperCase() ?? ''}${mutation.slice(1)}`;
  const { data, errors } = await ask(
    `mutation ($input: ${name}Input!) { ${mutation}(input: $input) { record: ${subjectOf(mutation)} ${shown} userErrors { ... on UserError { code field message } } } }`,
    { input },
  );
  const payload = data?.[mutation] as { record: Record<string, unknown> | null; userErrors: UserErrorShown[] } | null;
  if (!payload) return { record: null, refused: errors?.map(({ extensions }) => String(extensions.code)) ?? [] };
  return {
    record: payload.record,
    refused: payload.userErrors.map(({ code, field }) => `${code} ${field.slice(1).join('.')}`.trim()),
  };
}

/** `speedTestRecord` is about a `speedTest`: what stands before the verb. */
const subjectOf = (mutation: string) => mutation.replace(/[A-Z][a-z]+$/, '');

/** The rows of these tables, to compare before and after a refusal. */
export const rowsOf = async (arrange: (sql: string) => Promise<unknown[]>, ...tables: string[]): Promise<unknown[]> =>
  Promise.all(tables.map((table) => arrange(`SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY county_code, id`)));
