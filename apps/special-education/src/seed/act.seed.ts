import type { Ask } from '@bureau/testing';

/** What a mutation answered: the record it was about, and the kinds of refusal with all that they say. */
export interface Acted {
  record: Record<string, unknown> | null;
  refusals: Record<string, unknown>[];
}

/** Does an act and answers what came of it; a top-level error fails the test. */
export async function act(
  ask: Ask,
  mutation: string,
  input: object,
  { record, errors = '' }: { record: string; errors?: string },
): Promise<Acted> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) {
    act: ${mutation}(input: $input) { record: ${record} userErrors { __typename ... on UserError { code field message } ${errors} } }
  }`;
  const { data, errors: faults } = await ask(query, { input });
  if (faults) throw new Error(JSON.stringify(faults));
  const { record: row, userErrors } = (data as { act: { record: Acted['record']; userErrors: Acted['refusals'] } }).act;
  return { record: row, refusals: userErrors };
}

/** Only the kinds of the refusals. */
export const kinds = ({ refusals }: Acted): unknown[] => refusals.map(({ __typename: kind }) => kind);
