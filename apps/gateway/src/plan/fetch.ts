import type { FetchNode } from '@apollo/query-planner';
import { merge } from './data.ts';
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

/** Compiles a fetch that needs to know nothing; its results belong to the objects at `path`. */
export function compileRootFetch(node: FetchNode, path: Path, { relations }: FetchParts): Step {
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
    run.prepared.clear();
    rewrite?.(answer.data);
    for (const target of targets) merge(target, answer.data);
  };
}
