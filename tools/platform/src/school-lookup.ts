import { z } from 'zod';
import { Fault } from '@bureau/postgres';

const answerShape = z.object({
  data: z.object({
    schools: z.object({
      nodes: z.array(z.object({ id: z.string(), code: z.string() })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  }),
});

const query = `query SchoolsByCode($after: String) {
  schools(first: 200, after: $after) { nodes { id code } pageInfo { hasNextPage endCursor } }
}`;

/** The GraphQL id of a school, asked of the running platform by its 学校标识码. */
export async function findSchoolId(gatewayUrl: string, leaderToken: string, code: string): Promise<string> {
  let after: string | null = null;
  do {
    const page = await schoolsAfter(gatewayUrl, leaderToken, after);
    const found = page.nodes.find((school) => school.code === code);
    if (found) return found.id;
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  throw new Fault(`There is no school with the code ${code} in this county.`);
}

async function schoolsAfter(gatewayUrl: string, token: string, after: string | null) {
  const response = await fetch(`${gatewayUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables: { after } }),
    signal: AbortSignal.timeout(20_000),
  }).catch(() => {
    throw new Fault(
      `Nothing answers at ${gatewayUrl}: a school is found by its code only while the platform runs (npm start); or give its id.`,
    );
  });
  const answer = answerShape.safeParse(await response.json().catch(() => undefined));
  if (answer.success) return answer.data.data.schools;
  throw new Fault(
    `The platform at ${gatewayUrl} cannot say which schools there are (status ${response.status}): see its logs, or give the school's id.`,
  );
}
