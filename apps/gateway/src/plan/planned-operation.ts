import type { QueryPlan } from '@apollo/query-planner';
import type { GraphQLError } from 'graphql';
import type { RequestContext } from '../request-context.ts';
import { Completion } from './completion.ts';
import type { Data } from './data.ts';
import type { FetchParts } from './fetch.ts';
import { introspector, type Introspect } from './introspection.ts';
import { allErrors } from './plan-errors.ts';
import { placeErrors } from './placement.ts';
import type { RawNames } from './raw-names.ts';
import type { AskService, Run, Step } from './run.ts';
import { compileShape, type SelectionShape, type ShapeParts } from './shape.ts';
import { compilePlan } from './steps.ts';

export interface OperationParts extends ShapeParts, FetchParts {
  /** Made from the document in the names that `rawNames` gave it, its conditions decided. */
  plan: QueryPlan;
}

export interface PlanAnswer {
  data: Data | null;
  errors?: GraphQLError[];
}

/** An operation with its plan, compiled: run it with any variables that decide its conditions alike. */
export class PlannedOperation {
  readonly #step: Step;
  readonly #shape: SelectionShape;
  readonly #rawNames: RawNames;
  readonly #introspect: (variables: Readonly<Record<string, unknown>>) => Introspect;

  constructor(parts: OperationParts) {
    this.#step = compilePlan(parts.plan, parts);
    this.#shape = compileShape(parts);
    this.#rawNames = parts.rawNames;
    this.#introspect = introspector(parts.schema, parts.document, parts.operation);
  }

  async run(
    variables: Readonly<Record<string, unknown>>,
    context: RequestContext,
    ask: AskService,
  ): Promise<PlanAnswer> {
    const run: Run = { data: {}, errors: [], variables, context, ask };
    await this.#step(run);
    const completion = new Completion(this.#introspect(variables));
    const data = completion.complete(this.#shape, run.data);
    if (run.errors.length === 0 && completion.errors.length === 0) return { data };
    const placed = placeErrors(run.errors, { shape: this.#shape, data: run.data, rawNames: this.#rawNames });
    const errors = allErrors(placed, completion.errors);
    return errors.length > 0 ? { data, errors } : { data };
  }
}
