import type {
  GatewayExecutionResult,
  GatewayGraphQLRequestContext,
  GatewayInterface,
  GatewayLoadResult,
  GatewaySchemaLoadOrUpdateCallback,
  GatewayUnsubscriber,
} from '@apollo/server-gateway-interface';
import { createHash } from 'node:crypto';
import { HeaderMap } from '@apollo/server';
import {
  getVariableValues,
  GraphQLError,
  parse,
  validate,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { RequestContext } from '../request-context.ts';
import { Graph, type GraphOptions } from './graph.ts';
import type { AskService } from './run.ts';

function noSubscriptions(): GraphQLError {
  const message = 'Subscriptions are not served here: ask again, or read the event feed of the office.';
  return new GraphQLError(message, {
    extensions: { code: 'SUBSCRIPTION_NOT_SUPPORTED', http: { status: 400, headers: new HeaderMap() } },
  });
}

function unknownOperation(name: string | null | undefined): GraphQLError {
  if (!name) return new GraphQLError('Must provide operation name if query contains multiple operations.');
  return new GraphQLError(`Unknown operation named "${name}".`);
}

/** Plans operations over the supergraph and runs the plans itself; the GraphQL server in front sees one schema. */
export class FederationGateway implements GatewayInterface {
  readonly #options: GraphOptions;
  readonly #ask: AskService;
  readonly #listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  /** The graph behind each API schema, so that a request ends on the graph it was validated against. */
  readonly #graphs = new WeakMap<GraphQLSchema, Graph>();
  #graph: Graph;

  constructor(supergraphSdl: string, ask: AskService, options: GraphOptions) {
    this.#options = options;
    this.#ask = ask;
    this.#graph = this.#load(supergraphSdl);
  }

  get schema(): GraphQLSchema {
    return this.#graph.schema;
  }

  /** Takes another supergraph from now on. What is being answered is finished with the old one. Throws, and keeps the old one, if it is no supergraph. */
  update(supergraphSdl: string): void {
    this.#graph = this.#load(supergraphSdl);
    for (const listener of this.#listeners) this.#announce(listener);
  }

  /** Plans an operation before anybody asks it, as it is asked without variables. */
  warm(query: string): void {
    const document = parse(query);
    const errors = validate(this.#graph.schema, document);
    if (errors[0]) throw errors[0];
    const hash = createHash('sha256').update(query).digest('hex');
    for (const definition of document.definitions) {
      if (definition.kind === 'OperationDefinition') this.#graph.operation(hash, document, definition, {});
    }
  }

  onSchemaLoadOrUpdate(listener: GatewaySchemaLoadOrUpdateCallback): GatewayUnsubscriber {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async load(): Promise<GatewayLoadResult> {
    for (const listener of this.#listeners) this.#announce(listener);
    return { executor: (request) => this.#execute(request) };
  }

  async stop(): Promise<void> {
    this.#listeners.clear();
  }

  async #execute(request: GatewayGraphQLRequestContext): Promise<GatewayExecutionResult> {
    const { document, queryHash } = request;
    const operation = request.operation as OperationDefinitionNode | undefined;
    if (!operation) return { errors: [unknownOperation(request.request.operationName)] };
    if (operation.operation === 'subscription') return { errors: [noSubscriptions()] };
    const graph = this.#graphs.get(request.schema) ?? this.#graph;
    const variables = request.request.variables ?? {};
    if (operation.variableDefinitions && operation.variableDefinitions.length > 0) {
      const { errors } = getVariableValues(graph.schema, operation.variableDefinitions, variables);
      if (errors) return { errors };
    }
    const planned = graph.operation(queryHash, document, operation, variables);
    return planned.run(variables, request.context as RequestContext, this.#ask);
  }

  #load(supergraphSdl: string): Graph {
    const graph = new Graph(supergraphSdl, this.#options);
    this.#graphs.set(graph.schema, graph);
    return graph;
  }

  #announce(listener: GatewaySchemaLoadOrUpdateCallback): void {
    listener({ apiSchema: this.#graph.schema, coreSupergraphSdl: this.#graph.sdl });
  }
}
