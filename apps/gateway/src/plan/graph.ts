import { operationFromDocument, Supergraph, type Schema } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { Lru } from '../lru.ts';
import { conditionsOf, decideConditions, type Conditions } from './conditions.ts';
import { EntityKnowledge } from './entity-knowledge.ts';
import { PlannedOperation } from './planned-operation.ts';
import { RawNames } from './raw-names.ts';
import { RequirementArguments } from './requirement-arguments.ts';
import { separatePlans } from './separate-plans.ts';
import { TypeRelations } from './type-relations.ts';

export interface GraphOptions {
  planCacheMib: number;
  /** Told of every operation that is run, whether its plan was there. */
  observePlan?: (cache: 'hit' | 'miss') => void;
}

/** What a compiled plan takes in memory for each character of its query and of its fetches; measured, rounded up. */
const bytesPerCharacter = 40;

/** One supergraph: its API schema and its plans. A new supergraph is a new graph. */
export class Graph {
  readonly sdl: string;
  readonly schema: GraphQLSchema;
  readonly #apiSchema: Schema;
  readonly #relations: TypeRelations;
  readonly #knowledge: EntityKnowledge;
  readonly #requirementArguments: RequirementArguments;
  readonly #planner: QueryPlanner;
  readonly #plans: Lru<PlannedOperation>;
  readonly #observePlan: ((cache: 'hit' | 'miss') => void) | undefined;

  constructor(sdl: string, { planCacheMib, observePlan }: GraphOptions) {
    const supergraph = Supergraph.build(parse(sdl, { noLocation: true }), { validateSupergraph: true });
    this.sdl = sdl;
    this.#apiSchema = supergraph.apiSchema();
    this.schema = this.#apiSchema.toGraphQLJSSchema();
    this.#relations = new TypeRelations(supergraph.schema.toGraphQLJSSchema());
    this.#knowledge = new EntityKnowledge(sdl);
    this.#requirementArguments = new RequirementArguments(sdl);
    this.#planner = new QueryPlanner(supergraph);
    this.#plans = new Lru((planCacheMib * 2 ** 20) / bytesPerCharacter);
    this.#observePlan = observePlan;
  }

  /** The operation planned for these variables; `hash` stands for the document. */
  operation(
    hash: string,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
  ): PlannedOperation {
    const conditions = conditionsOf(document, operation, variables);
    const key = `${hash} ${operation.name?.value ?? ''} ${Object.values(conditions).join()}`;
    const known = this.#plans.get(key);
    this.#observePlan?.(known ? 'hit' : 'miss');
    if (known) return known;
    const planned = this.plan(document, operation, conditions);
    this.#plans.set(key, planned.operation, (document.loc?.end ?? 0) + planned.characters);
    return planned.operation;
  }

  plan(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    conditions: Conditions,
  ): { operation: PlannedOperation; characters: number } {
    const rawNames = new RawNames(this.#requirementArguments.names);
    const asked = rawNames.apply(decideConditions(document, conditions));
    const isQuery = operation.operation === 'query';
    const separate = isQuery ? separatePlans(asked, this.schema, this.#requirementArguments) : [asked];
    const name = operation.name?.value;
    const plans = separate.map((part) =>
      this.#planner.buildQueryPlan(
        operationFromDocument(this.#apiSchema, part, name === undefined ? {} : { operationName: name }),
      ),
    );
    const parts = { schema: this.schema, relations: this.#relations, knowledge: this.#knowledge };
    return {
      operation: new PlannedOperation({ ...parts, document, operation, conditions, plans, rawNames }),
      characters: JSON.stringify(plans).length,
    };
  }
}
