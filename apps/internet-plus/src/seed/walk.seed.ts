import type { Ask } from '@bureau/testing';

interface Page {
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface Walk {
  /** With `$first` and `$after`; the list must be its only field. */
  query: string;
  first: number;
  /** Done between two pages. */
  between?: () => Promise<unknown>;
}

/** The ids of a whole list, page by page. */
export async function walk(ask: Ask, { query, first, between }: Walk): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const { data, errors } = await ask(query, { first, after });
    const [page] = Object.values(data ?? {}) as [Page?];
    if (!page) throw new Error(`no page: ${JSON.stringify(errors)}`);
    ids.push(...page.nodes.map(({ id }) => id));
    if (!page.pageInfo.hasNextPage) return ids;
    after = page.pageInfo.endCursor;
    await between?.();
  }
}
