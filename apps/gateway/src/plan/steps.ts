import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import { compileEntityFetch } from './entity-fetch.ts';
import { compileFetch, type FetchParts } from './fetch.ts';
import type { Step } from './run.ts';
import type { Path } from './targets.ts';

/** Compiles a plan into one step. Everything that depends on the plan alone is worked out here, once. */
export function compilePlan({ node }: QueryPlan, parts: FetchParts): Step {
  if (!node) return () => undefined;
  if (node.kind === 'Subscription') throw new Error('subscriptions are not served over HTTP');
  return compileNode(node, [], parts);
}

function compileNode(node: PlanNode, path: Path, parts: FetchParts): Step {
  switch (node.kind) {
    case 'Fetch':
      return compileFetch(node, path, parts);
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path], parts);
    case 'Sequence':
      return inSequence(node.nodes.map((child) => compileNode(child, path, parts)));
    case 'Parallel':
      return inParallel(together(node.nodes).map((children) => compileAlike(children, path, parts)));
    case 'Condition':
      throw new Error('conditions are decided before planning');
    case 'Defer':
      throw new Error('@defer is not offered');
  }
}

/** Fetches that differ in nothing but the place of their entities, as one; anything else as it is. */
function compileAlike(nodes: readonly PlanNode[], path: Path, parts: FetchParts): Step {
  const [first] = nodes;
  if (!first) return () => undefined;
  const fetch = entityFetchIn(first);
  if (nodes.length === 1 || !fetch) return compileNode(first, path, parts);
  const paths = nodes.flatMap((node) => (node.kind === 'Flatten' ? [[...path, ...node.path]] : []));
  return compileEntityFetch(fetch, paths, parts);
}

/** The nodes of one step, those together that ask one service the same question. */
function together(nodes: readonly PlanNode[]): PlanNode[][] {
  const groups = new Map<string | PlanNode, PlanNode[]>();
  for (const node of nodes) {
    const fetch = entityFetchIn(node);
    const key = fetch ? questionOf(fetch) : node;
    const group = groups.get(key);
    if (group) group.push(node);
    else groups.set(key, [node]);
  }
  return [...groups.values()];
}

function entityFetchIn(node: PlanNode): FetchNode | undefined {
  if (node.kind !== 'Flatten' || node.node.kind !== 'Fetch') return undefined;
  return node.node.requires && node.node.requires.length > 0 ? node.node : undefined;
}

function questionOf({
  serviceName,
  operation,
  operationName,
  requires,
  inputRewrites,
  outputRewrites,
}: FetchNode): string {
  const text = operationName === undefined ? operation : operation.replace(operationName, '');
  return JSON.stringify([serviceName, text, requires, inputRewrites, outputRewrites]);
}

function inSequence(steps: readonly Step[]): Step {
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

function inParallel(steps: readonly Step[]): Step {
  return async (run) => {
    await Promise.all(steps.map(async (step) => step(run)));
  };
}
