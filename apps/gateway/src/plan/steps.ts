import type { FetchNode, QueryPlan } from '@apollo/query-planner';
import { combine, CombinedFetch } from './combined-fetch.ts';
import { commonStart, EntityFetch } from './entity-fetch.ts';
import { compileRootFetch, type FetchParts } from './fetch.ts';
import { fetchGraph, type FetchGroup } from './fetch-graph.ts';
import type { Run, Step } from './run.ts';
import type { Path } from './targets.ts';

const nothing: Step = async () => undefined;

/** Compiles a plan into one step. Everything that depends on the plan alone is worked out here, once. */
export function compilePlan(plan: QueryPlan, parts: FetchParts): Step {
  const groups = fetchGraph(plan);
  const steps = groups.map((group) => compileGroup(group, parts));
  const [only] = steps;
  if (!only) return nothing;
  return steps.length === 1 ? only : inOrder(steps, groups);
}

/** Runs each step as soon as those it waits for are done. */
function inOrder(steps: readonly Step[], groups: readonly FetchGroup[]): Step {
  const followers = steps.map((_, index) => groups.flatMap(({ after }, at) => (after.includes(index) ? [at] : [])));
  const counts = groups.map(({ after }) => after.length);
  const first = groups.flatMap(({ after }, index) => (after.length === 0 ? [index] : []));
  return (run) =>
    new Promise((resolve, reject) => {
      const waits = [...counts];
      let open = steps.length;
      const begin = (index: number): void => {
        const done = () => finish(index);
        steps[index]?.(run).then(done, reject);
      };
      const finish = (index: number): void => {
        open -= 1;
        if (open === 0) return resolve();
        for (const next of followers[index] ?? []) {
          const left = (waits[next] ?? 0) - 1;
          waits[next] = left;
          if (left === 0) begin(next);
        }
      };
      first.forEach(begin);
    });
}

/** What one group asks: entities that several paths lead to are one question. */
interface Question {
  fetch: FetchNode;
  paths: Path[];
}

function compileGroup({ fetches }: FetchGroup, parts: FetchParts): Step {
  const [first] = fetches;
  if (!first?.fetch.requires?.length) return first ? compileRootFetch(first.fetch, first.path, parts) : nothing;
  const questions = new Map<string, Question>();
  for (const { fetch, path } of fetches) {
    const question = questions.get(questionOf(fetch)) ?? { fetch, paths: [] };
    questions.set(questionOf(fetch), question);
    question.paths.push(path);
  }
  return oneRequest([...questions.values()], parts);
}

function oneRequest(questions: readonly Question[], parts: FetchParts): Step {
  const fetches = questions.map(({ fetch, paths }) => new EntityFetch(fetch, paths, parts));
  const combined = fetches.length > 1 ? combine(questions.map(({ fetch }) => fetch)) : undefined;
  if (!combined) return sideBySide(fetches);
  const together = new CombinedFetch(fetches, combined, commonStart(questions.flatMap(({ paths }) => paths)));
  return (run) => together.run(run);
}

function sideBySide(fetches: readonly EntityFetch[]): Step {
  const [only, ...others] = fetches;
  if (only && others.length === 0) return (run) => only.run(run);
  return async (run: Run) => {
    await Promise.all(fetches.map((fetch) => fetch.run(run)));
  };
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
