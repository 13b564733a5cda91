import type { FetchNode } from '@apollo/query-planner';
import { Kind, OperationTypeNode, parse, print, type FieldNode, type VariableDefinitionNode } from 'graphql';
import type { EntityFetch } from './entity-fetch.ts';
import type { Prepared, Run } from './run.ts';
import { ServiceCall } from './service-call.ts';
import type { Path } from './targets.ts';

/** Several fetches of one step from one service, in one request: each asks its entities under a name of its own. */
export class CombinedFetch {
  readonly #fetches: readonly EntityFetch[];
  readonly #call: ServiceCall;

  constructor(fetches: readonly EntityFetch[], node: FetchNode, path: Path) {
    this.#fetches = fetches;
    this.#call = new ServiceCall(node, path);
  }

  async run(run: Run): Promise<void> {
    const prepared = this.#fetches.map((fetch) => fetch.prepare(run));
    const [only, ...more] = prepared.flatMap((part, index) => (part ? [{ part, index }] : []));
    if (!only) return;
    if (more.length === 0) return this.#fetches[only.index]?.send(run, only.part);
    await this.#send(run, prepared);
  }

  async #send(run: Run, prepared: readonly (Prepared | undefined)[]): Promise<void> {
    const representations = Object.fromEntries(
      prepared.map((part, index) => [variable(index), part?.batch.text ?? '[]']),
    );
    const answer = await this.#call.send(run, representations);
    if (!answer) return;
    const errors = answer.errors ?? [];
    for (const [index, fetch] of this.#fetches.entries()) {
      const part = prepared[index];
      if (!part) continue;
      const own = errors.filter(({ path }) => path?.[0] === alias(index));
      const common = index === 0 ? errors.filter(({ path }) => !String(path?.[0]).startsWith(aliasStart)) : [];
      const entities = answer.data?.[alias(index)];
      fetch.take(run, part, {
        entities,
        errors: [...own, ...common],
        isGiven: Boolean(answer.data) && errors.length === 0,
      });
    }
  }
}

const aliasStart = '_e';
const alias = (index: number) => `${aliasStart}${index}`;
const variable = (index: number) => `representations${index}`;

/** The fetches as one, if each of them asks for entities and for nothing else, without fragments. */
export function combine(nodes: readonly FetchNode[]): FetchNode | undefined {
  const [first] = nodes;
  const fields: FieldNode[] = [];
  const variables = new Map<string, VariableDefinitionNode>();
  for (const [index, { operation }] of nodes.entries()) {
    const [definition, ...fragments] = parse(operation, { noLocation: true }).definitions;
    if (definition?.kind !== Kind.OPERATION_DEFINITION || fragments.length > 0) return undefined;
    const [field, ...others] = definition.selectionSet.selections;
    if (field?.kind !== Kind.FIELD || field.name.value !== '_entities' || others.length > 0) return undefined;
    fields.push(asked(field, index));
    for (const node of definition.variableDefinitions ?? []) {
      const isOwn = node.variable.name.value === 'representations';
      const name = isOwn ? variable(index) : node.variable.name.value;
      variables.set(name, { ...node, variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } } });
    }
  }
  if (!first) return undefined;
  const { operationName, serviceName, operationKind } = first;
  const operation = print({
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    ...(operationName === undefined ? {} : { name: { kind: Kind.NAME, value: operationName } }),
    variableDefinitions: [...variables.values()],
    selectionSet: { kind: Kind.SELECTION_SET, selections: fields },
  });
  const variableUsages = [...new Set(nodes.flatMap((node) => node.variableUsages ?? []))];
  return { kind: 'Fetch', serviceName, operationKind, operationName, operation, variableUsages };
}

function asked(field: FieldNode, index: number): FieldNode {
  const value = { kind: Kind.VARIABLE as const, name: { kind: Kind.NAME as const, value: variable(index) } };
  const name = { kind: Kind.NAME as const, value: 'representations' };
  return {
    ...field,
    alias: { kind: Kind.NAME, value: alias(index) },
    arguments: [{ kind: Kind.ARGUMENT, name, value }],
  };
}
