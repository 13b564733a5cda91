import type { QueryPlan } from '@apollo/query-planner';
import type { GraphQLError } from 'graphql';
import type { RequestContext } from '../request-context.ts';
import type { AnswerText } from './answer-text.ts';
import { Completion } from './completion.ts';
import { addMissing } from './data.ts';
import type { FetchParts } from './fetch.ts';
import { introspector, type Introspect } from './introspection.ts';
import { allErrors } from './plan-errors.ts';
import { placeErrors } from './placement.ts';
import type { RawNames } from './raw-names.ts';
import type { AskService, Run, Step } from './run.ts';
import { compileShape, type SelectionShape, type ShapeParts } from './shape.ts';
import { compilePlan } from './steps.ts';

export interface OperationParts extends ShapeParts, FetchParts {
  /** Made from the document in the names that `rawNames` gave it, its conditions decided; more than one for a query that cannot be planned as one. */
  plans: readonly QueryPlan[];
}

export interface PlanAnswer {
  data: AnswerText | null;
  errors?: GraphQLError[];
}

/** An operation with its plan, compiled: run it with any variables that decide its conditions alike. */
export class PlannedOperation {
  readonly #steps: readonly Step[];
  readonly #shape: SelectionShape;
  readonly #rawNames: RawNames;
  readonly #introspect: (variables: Readonly<Record<string, unknown>>) => Introspect;

  constructor(parts: OperationParts) {
    this.#steps = parts.plans.map((plan) => compilePlan(plan, parts));
    this.#shape = compileShape(parts);
    this.#rawNames = parts.rawNames;
    this.#introspect = introspector(parts.schema, parts.document, parts.operation);
  }

  async run(
    variables: Readonly<Record<string, unknown>>,
    context: RequestContext,
    ask: AskService,
  ): Promise<PlanAnswer> {
    const run: Run = { data: {}, errors: [], variables, context, ask, prepared: new Map() };
    await this.#gather(run);
    const completion = new Completion(this.#introspect(variables));
    const data = completion.complete(this.#shape, run.data);
    if (run.errors.length === 0 && completion.errors.length === 0) return { data };
    const placed = placeErrors(run.errors, { shape: this.#shape, data: run.data, rawNames: this.#rawNames });
    const errors = allErrors(placed, completion.errors);
    return errors.length > 0 ? { data, errors } : { data };
  }

  /** Runs the plans side by side, each on data of its own; the first holds most and takes in the rest. */
  async #gather(run: Run): Promise<void> {
    const [first, ...others] = this.#steps;
    const runs = others.map((): Run => ({ ...run, data: {}, prepared: new Map() }));
    if (others.length === 0) return first?.(run);
    await Promise.all([first?.(run), ...others.map(async (step, index) => step(runs[index] ?? run))]);
    for (const { data } of runs) addMissing(run.data, data);
  }
}
