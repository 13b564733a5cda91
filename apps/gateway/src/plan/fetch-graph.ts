import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import type { Path } from './targets.ts';

/** Fetches that go to one service in one request, once everything they need is there. */
export interface FetchGroup {
  fetches: { fetch: FetchNode; path: Path }[];
  /** The groups, by position, whose answers it waits for; all of them stand before it. */
  after: readonly number[];
}

/**
 * A plan as fetches and what each waits for. Entities that are wanted of one service after the same answers are asked for
 * together, wherever in the plan they stand: branches of it that run side by side fall into step where they meet.
 */
export function fetchGraph({ node }: QueryPlan): FetchGroup[] {
  if (!node) return [];
  if (node.kind === 'Subscription') throw new Error('subscriptions are not served over HTTP');
  const groups = new Groups();
  groups.place(node, [], []);
  return groups.all;
}

class Groups {
  readonly all: FetchGroup[] = [];
  readonly #known = new Map<string, number>();

  /** Adds a part of the plan; returns the groups after which it is done. */
  place(node: PlanNode, path: Path, after: readonly number[]): readonly number[] {
    switch (node.kind) {
      case 'Fetch':
        return [this.#add(node, path, after)];
      case 'Flatten':
        return this.place(node.node, [...path, ...node.path], after);
      case 'Sequence':
        return node.nodes.reduce((done, child) => this.place(child, path, done), after);
      case 'Parallel':
        return distinct(node.nodes.flatMap((child) => this.place(child, path, after)));
      case 'Condition':
        throw new Error('conditions are decided before planning');
      case 'Defer':
        throw new Error('@defer is not offered');
    }
  }

  #add(fetch: FetchNode, path: Path, after: readonly number[]): number {
    const isEntityFetch = fetch.requires !== undefined && fetch.requires.length > 0;
    const key = isEntityFetch ? `${after.join()} ${fetch.serviceName}` : undefined;
    const known = key === undefined ? undefined : this.#known.get(key);
    if (known !== undefined) {
      this.all[known]?.fetches.push({ fetch, path });
      return known;
    }
    const added = this.all.push({ fetches: [{ fetch, path }], after }) - 1;
    if (key !== undefined) this.#known.set(key, added);
    return added;
  }
}

function distinct(positions: readonly number[]): number[] {
  return [...new Set(positions)].sort((a, b) => a - b);
}
