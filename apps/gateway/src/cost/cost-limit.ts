import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { limitExceeded } from '../limits/limit-exceeded.ts';
import type { Variables } from './list-size.ts';
import { compileCost, type CostModel, type CostOf } from './operation-cost.ts';

/** Refuses operations that may return more than the limit. Documents are compiled once; the model changes with the supergraph. */
export class CostLimit {
  readonly #limit: number;
  #model: CostModel | undefined;
  #compiled = new WeakMap<OperationDefinitionNode, CostOf>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  use(model: CostModel): void {
    this.#model = model;
    this.#compiled = new WeakMap();
  }

  /** The operation's cost, once it is known to be allowed. */
  check(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): number {
    if (!this.#model) return 0;
    const known = this.#compiled.get(operation);
    const costOf = known ?? compileCost(this.#model, document, operation);
    if (!known) this.#compiled.set(operation, costOf);
    const cost = costOf(variables);
    if (cost > this.#limit) throw limitExceeded('COST_LIMIT_EXCEEDED', this.#limit, cost);
    return cost;
  }
}
