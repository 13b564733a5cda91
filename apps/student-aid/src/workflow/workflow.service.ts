import { manyByKey, type RequestContext } from '@bureau/subgraph';
import { WorkflowRepository } from './workflow.repository.ts';
import type { WorkflowStep } from './workflow-step.entity.ts';

/** What was done with each subject, step by step. */
export class WorkflowService {
  readonly #ofSubject;

  constructor({ session, actor }: RequestContext) {
    const repository = new WorkflowRepository(session);
    this.#ofSubject = manyByKey(
      (ids) => repository.listSteps(actor.scope.county, ids),
      (step) => step.subjectId,
    );
  }

  listSteps(subjectId: string): Promise<WorkflowStep[]> {
    return this.#ofSubject.load(subjectId);
  }
}
