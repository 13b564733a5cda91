import { buildOperationContext, executeQueryPlan } from '@apollo/gateway';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  getOperationAST,
  parse,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import { conditionsOf } from '../../plan/conditions.ts';
import { Graph } from '../../plan/graph.ts';
import type { AskService } from '../../plan/run.ts';
import type { RequestContext } from '../../request-context.ts';
import type { ServiceAnswer } from '../../service/service-answer.ts';
import { compose } from '../compose.ts';
import type { SubgraphDefinition } from '../subgraph.ts';
import { resolveField, resolveType, type Universe } from './universe.ts';

export interface Answer {
  data?: unknown;
  errors?: readonly GraphQLError[];
}

/** An interface that is an entity must say of which type a reference is; everything else needs no resolvers. */
function subgraphSchema(typeDefs: string): GraphQLSchema {
  const __resolveReference = ({ id }: { id: string }) => ({ __typename: id.replace(/-.*/, ''), id });
  const resolvers = typeDefs.includes('interface Media') ? { Media: { __resolveReference } } : {};
  return buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers }] as Parameters<typeof buildSubgraphSchema>[0]);
}

/** A supergraph without HTTP: the same plans run by our executor, by the stock one, and the same schema by graphql-js alone. */
export class World {
  readonly graph: Graph;
  readonly #services: Map<string, GraphQLSchema>;
  readonly #supergraph: Supergraph;
  readonly #supergraphSchema: GraphQLSchema;
  readonly #planner: QueryPlanner;
  readonly #documents = new Map<string, DocumentNode>();

  constructor(services: readonly Omit<SubgraphDefinition, 'resolvers'>[]) {
    this.#services = new Map(services.map(({ name, typeDefs }) => [name, subgraphSchema(typeDefs)]));
    const sdl = compose(services.map((service) => ({ ...service, url: `http://${service.name}.test` })));
    this.graph = new Graph(sdl, { planCacheMib: 1 });
    this.#supergraph = Supergraph.build(sdl);
    this.#supergraphSchema = this.#supergraph.schema.toGraphQLJSSchema();
    this.#planner = new QueryPlanner(this.#supergraph);
  }

  get schema(): GraphQLSchema {
    return this.graph.schema;
  }

  ours(
    document: DocumentNode,
    given: Record<string, unknown>,
  ): (variables: Record<string, unknown>, universe: Universe) => Promise<Answer> {
    const operation = getOperationAST(document);
    if (!operation) throw new Error('there is no operation');
    const planned = this.graph.plan(document, operation, conditionsOf(document, operation, given)).operation;
    return async (variables, universe) => {
      const ask: AskService = (service, body) => {
        const { query, variables: given } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
        return this.#serve(service, query, given, universe);
      };
      const { data, errors = [] } = await planned.run(variables, {} as RequestContext, ask);
      return { data: data === null ? null : (JSON.parse(data.toString()) as unknown), errors };
    };
  }

  stock(document: DocumentNode): (variables: Record<string, unknown>, universe: Universe) => Promise<Answer> {
    const plan = this.#planner.buildQueryPlan(operationFromDocument(this.#supergraph.apiSchema(), document));
    const operationContext = buildOperationContext({
      schema: this.schema,
      operationDocument: document,
    });
    return (variables, universe) => {
      const serviceMap = Object.fromEntries(
        [...this.#services.keys()].map((name) => [
          name,
          {
            process: ({ request }: { request: { query?: string; variables?: Record<string, unknown> } }) =>
              this.#serve(name, request.query ?? '', request.variables ?? {}, universe),
          },
        ]),
      );
      return executeQueryPlan(
        plan,
        serviceMap,
        { request: { variables }, context: {}, metrics: {}, logger: console } as unknown as Parameters<
          typeof executeQueryPlan
        >[2],
        operationContext,
        this.#supergraphSchema,
        this.#supergraph.apiSchema(),
      ) as Promise<Answer>;
    };
  }

  async single(
    document: DocumentNode,
    variables: Record<string, unknown>,
    universe: Universe,
  ): Promise<ExecutionResult> {
    return execute({
      schema: this.schema,
      document,
      variableValues: variables,
      contextValue: universe,
      rootValue: {},
      fieldResolver: resolveField,
      typeResolver: resolveType,
    });
  }

  async #serve(
    service: string,
    query: string,
    variables: Record<string, unknown>,
    universe: Universe,
  ): Promise<ServiceAnswer> {
    const schema = this.#services.get(service);
    if (!schema) throw new Error(`there is no service ${service}`);
    let document = this.#documents.get(query);
    if (!document) this.#documents.set(query, (document = parse(query, { noLocation: true })));
    const result = await execute({
      schema,
      document,
      variableValues: variables,
      contextValue: universe,
      rootValue: {},
      fieldResolver: resolveField,
      typeResolver: resolveType,
    });
    return JSON.parse(JSON.stringify(result)) as ServiceAnswer;
  }
}
