import type { PlanNode, QueryPlan } from '@apollo/query-planner';
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
      return inParallel(node.nodes.map((child) => compileNode(child, path, parts)));
    case 'Condition':
      throw new Error('conditions are decided before planning');
    case 'Defer':
      throw new Error('@defer is not offered');
  }
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
