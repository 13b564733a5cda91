import { type Actor, actorFromClaims, type Claims } from '@bureau/access';
import { type Language, type Office, type RequestContext, Subgraph } from '@bureau/subgraph';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';

export interface Answer {
  data: Record<string, unknown> | null | undefined;
  errors: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[] | undefined;
  /** The SQL statements that the answer took. */
  statements: readonly string[];
}

export type Ask = (query: string, variables?: Record<string, unknown>, language?: Language) => Promise<Answer>;

export interface OfficeDesk {
  name: string;
  /** Where its schema lies. */
  folder: string;
  /** Asks as somebody with these claims, as a token would hold them. */
  as: (claims: Claims) => Ask;
  close: () => Promise<void>;
}

export function actorOf(claims: Claims): Actor {
  return actorFromClaims({ sub: 'test', county: '640121', ...claims });
}

/** One office's GraphQL on a real database, without HTTP and without a gateway. */
export async function openDesk<Context extends RequestContext>(
  office: Office<Context>,
  dataSource: DataSource,
): Promise<OfficeDesk> {
  const subgraph = new Subgraph(office, dataSource, pino({ level: process.env.TEST_LOG ?? 'silent' }));
  await subgraph.start();
  return {
    name: office.name,
    folder: office.folder,
    as:
      (claims) =>
      async (query, variables, language = 'en') => {
        const caller = { actor: actorOf(claims), language, traceId: '0'.repeat(32) };
        const { body, statements } = await subgraph.answer({ query, ...(variables && { variables }) }, caller);
        return { ...(JSON.parse(body) as Omit<Answer, 'statements'>), statements };
      },
    close: () => subgraph.stop(),
  };
}
