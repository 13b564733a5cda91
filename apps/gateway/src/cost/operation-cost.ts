import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  getNullableType,
  isObjectType,
  valueFromASTUntyped,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { CostDirectives } from './cost-directives.ts';
import { pageSizeOf, type DefaultSizes, type PageSize, type Variables } from './list-size.ts';

export type CostOf = (variables: Variables) => number;

export interface CostModel {
  schema: GraphQLSchema;
  directives: CostDirectives;
  defaultSizes: DefaultSizes;
}

const mutationWeight = 10;

/**
 * Compiles what an operation may cost before it runs, as a function of its variables: a point for every object it may
 * return, list sizes multiplied, and the weights of `@cost`. Each root field of a mutation counts ten points more.
 */
export function compileCost(model: CostModel, document: DocumentNode, operation: OperationDefinitionNode): CostOf {
  const compiler = new CostCompiler(model, document);
  const root = model.schema.getRootType(operation.operation);
  const cost = compiler.selections(operation.selectionSet, root ?? undefined, undefined);
  const extra = operation.operation === 'mutation' ? mutationWeight * operation.selectionSet.selections.length : 0;
  const defaults: Record<string, unknown> = {};
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue) defaults[variable.name.value] = valueFromASTUntyped(defaultValue);
  }
  return (variables) => extra + cost({ ...defaults, ...variables });
}

class CostCompiler {
  readonly #model: CostModel;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();

  constructor(model: CostModel, document: DocumentNode) {
    this.#model = model;
    for (const definition of document.definitions) {
      if (definition.kind === 'FragmentDefinition') this.#fragments.set(definition.name.value, definition);
    }
  }

  selections(
    selectionSet: SelectionSetNode | undefined,
    type: GraphQLNamedType | undefined,
    page: PageSize | undefined,
  ): CostOf {
    const costs = (selectionSet?.selections ?? []).map((selection): CostOf => {
      if (selection.kind === 'Field') return conditional(selection.directives, this.#field(selection, type, page));
      const fragment = selection.kind === 'InlineFragment' ? selection : this.#fragments.get(selection.name.value);
      const condition = fragment?.typeCondition?.name.value;
      const inner = condition === undefined ? type : this.#model.schema.getType(condition);
      return conditional(selection.directives, this.selections(fragment?.selectionSet, inner, page));
    });
    return (variables) => costs.reduce((sum, cost) => sum + cost(variables), 0);
  }

  #field(node: FieldNode, type: GraphQLNamedType | undefined, parentPage: PageSize | undefined): CostOf {
    const name = node.name.value;
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    if (!field || !type) return () => 0;

    const coordinate = `${type.name}.${name}`;
    const listSize = this.#model.directives.listSizes.get(coordinate);
    const page = pageSizeOf(node, field, listSize, this.#model.defaultSizes);
    const own = this.#weight(coordinate, field);
    const args = this.#argumentsWeight(coordinate, node);
    const children = this.selections(node.selectionSet, getNamedType(field.type), page);
    if (!isListType(getNullableType(field.type))) return (variables) => args + own + children(variables);

    const size = parentPage?.sizedFields.has(name) ? parentPage.size : page?.size;
    return (variables) => args + (size?.(variables) ?? 1) * (own + children(variables));
  }

  #weight(coordinate: string, field: GraphQLField<unknown, unknown>): number {
    const { weights } = this.#model.directives;
    const type = getNamedType(field.type);
    return weights.get(coordinate) ?? weights.get(type.name) ?? (isCompositeType(type) ? 1 : 0);
  }

  #argumentsWeight(coordinate: string, node: FieldNode): number {
    const weightOf = (argument: string) => this.#model.directives.weights.get(`${coordinate}.${argument}`) ?? 0;
    return (node.arguments ?? []).reduce((sum, argument) => sum + weightOf(argument.name.value), 0);
  }
}

function conditional(directives: readonly DirectiveNode[] | undefined, cost: CostOf): CostOf {
  const conditions = (directives ?? []).filter(({ name }) => name.value === 'skip' || name.value === 'include');
  if (conditions.length === 0) return cost;
  return (variables) => {
    const isLeftOut = conditions.some(({ name, arguments: given }) => {
      const value = given?.[0]?.value;
      const condition = value && valueFromASTUntyped(value, variables);
      return condition === (name.value === 'skip');
    });
    return isLeftOut ? 0 : cost(variables);
  };
}
