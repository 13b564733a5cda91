import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import { combine, CombinedFetch } from './combined-fetch.ts';
import { commonStart, EntityFetch } from './entity-fetch.ts';
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
      return inParallel(sideBySide(node.nodes, path, parts));
    case 'Condition':
      throw new Error('conditions are decided before planning');
    case 'Defer':
      throw new Error('@defer is not offered');
  }
}

/** A part of a plan that fetches entities, with the paths at which they stand. */
interface EntityPart {
  fetch: FetchNode;
  paths: Path[];
}

/** The steps of nodes that run side by side: what they want of one service goes in one request. */
function sideBySide(nodes: readonly PlanNode[], path: Path, parts: FetchParts): Step[] {
  const steps: Step[] = [];
  const byService = new Map<string, Map<string, EntityPart>>();
  for (const node of nodes) {
    const fetch = entityFetchIn(node);
    if (!fetch || node.kind !== 'Flatten') {
      steps.push(compileNode(node, path, parts));
      continue;
    }
    const questions = byService.get(fetch.serviceName) ?? new Map<string, EntityPart>();
    byService.set(fetch.serviceName, questions);
    const question = questions.get(questionOf(fetch)) ?? { fetch, paths: [] };
    questions.set(questionOf(fetch), question);
    question.paths.push([...path, ...node.path]);
  }
  for (const questions of byService.values()) steps.push(...oneRequest([...questions.values()], parts));
  return steps;
}

function oneRequest(entityParts: readonly EntityPart[], parts: FetchParts): Step[] {
  const fetches = entityParts.map(({ fetch, paths }) => new EntityFetch(fetch, paths, parts));
  const combined = fetches.length > 1 ? combine(entityParts.map(({ fetch }) => fetch)) : undefined;
  if (!combined) return fetches.map((fetch) => (run) => fetch.run(run));
  const together = new CombinedFetch(fetches, combined, commonStart(entityParts.flatMap(({ paths }) => paths)));
  return [(run) => together.run(run)];
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
