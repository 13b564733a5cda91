import type { FetchNode } from '@apollo/query-planner';
import { merge } from './data.ts';
import { EntityFetch } from './entity-fetch.ts';
import type { EntityKnowledge } from './entity-knowledge.ts';
import { downstreamErrors } from './plan-errors.ts';
import { compileRewrites } from './rewrites.ts';
import type { Step } from './run.ts';
import { ServiceCall } from './service-call.ts';
import { targetsAt, type Path } from './targets.ts';
import type { TypeRelations } from './type-relations.ts';

export interface FetchParts {
  relations: TypeRelations;
  knowledge: EntityKnowledge;
}

/** Compiles one fetch of a plan, whose results belong to the objects at `path`. */
export function compileFetch(node: FetchNode, path: Path, parts: FetchParts): Step {
  if (!node.requires || node.requires.length === 0) return compileRootFetch(node, path, parts);
  const fetch = new EntityFetch(node, [path], parts);
  return (run) => fetch.run(run);
}

function compileRootFetch(node: FetchNode, path: Path, { relations }: FetchParts): Step {
  const call = new ServiceCall(node, path);
  const rewrite = compileRewrites(node.outputRewrites, relations);
  return async (run) => {
    const targets = targetsAt(run.data, path);
    if (targets.length === 0) return;
    const answer = await call.send(run);
    for (const error of answer?.errors ?? []) {
      const place = error.path ? [...path, ...call.planPath(error.path)] : undefined;
      run.errors.push(...downstreamErrors(call.service, error, [place]));
    }
    if (!answer?.data) return;
    rewrite?.(answer.data);
    for (const target of targets) merge(target, answer.data);
  };
}
