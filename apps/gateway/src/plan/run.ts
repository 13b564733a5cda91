import type { GraphQLError } from 'graphql';
import type { RequestContext } from '../request-context.ts';
import type { ServiceAnswer } from '../service/service-answer.ts';
import type { Batch } from './batch.ts';
import type { Data } from './data.ts';
import type { Path } from './targets.ts';

/** Asks one service; rejects with the GraphQL error that names it when it gives no usable answer. */
export type AskService = (
  service: string,
  body: string,
  context: RequestContext,
  path: Path | undefined,
) => Promise<ServiceAnswer>;

/** The entities to ask for, and the objects that wait for them. */
export interface Prepared {
  targets: readonly Data[];
  batch: Batch;
}

/** One execution of a plan: what has been gathered, and what went wrong. */
export interface Run {
  data: Data;
  errors: GraphQLError[];
  variables: Readonly<Record<string, unknown>>;
  context: RequestContext;
  ask: AskService;
  /** What was worked out since the data last grew, by what was needed. */
  prepared: Map<string, Prepared>;
}

export type Step = (run: Run) => Promise<void>;
