import {
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isIncluded, type Conditions } from './conditions.ts';
import { leafText, type LeafText } from './leaf-text.ts';
import type { RawNames } from './raw-names.ts';
import type { TypeRelations } from './type-relations.ts';

/** How one field of the answer is made from what the services said. */
export interface FieldShape {
  responseName: string;
  /** The response name as it stands in the answer: `{"name":` for the first field of an object, `,"name":` for the others. */
  label: string;
  /** The name under which the services' answers hold it. */
  rawName: string;
  /** The name is such as every object seems to have: read with care. */
  isTreacherous: boolean;
  kind: 'typename' | 'introspection' | 'value';
  /** `School.name`, for messages. */
  coordinate: string;
  type: TypeShape;
  nodes: readonly FieldNode[];
}

export type TypeShape =
  | { kind: 'leaf'; isNonNull: boolean; name: string; textOf: LeafText }
  | { kind: 'object'; isNonNull: boolean; name: string; selection: SelectionShape }
  | { kind: 'list'; isNonNull: boolean; name: string; item: TypeShape };

export interface ShapeSource {
  schema: GraphQLSchema;
  relations: TypeRelations;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  rawNames: RawNames;
  conditions: Conditions;
}

/** The selections made on one kind of object; which fields they come to depends on its type and is worked out once for each. */
export class SelectionShape {
  readonly type: GraphQLNamedType;
  readonly #source: ShapeSource;
  readonly #selectionSets: readonly SelectionSetNode[];
  readonly #undecided = new Set<string>();
  readonly #byType = new Map<string, readonly FieldShape[] | undefined>();

  constructor(source: ShapeSource, type: GraphQLNamedType, selectionSets: readonly SelectionSetNode[]) {
    this.#source = source;
    this.type = type;
    this.#selectionSets = selectionSets;
  }

  /** Nothing for a type name the schema does not have. */
  fieldsOf(typename: string): readonly FieldShape[] | undefined {
    if (this.#byType.has(typename)) return this.#byType.get(typename);
    const type = this.#source.schema.getType(typename);
    const fields = type && isCompositeType(type) ? this.#fields(type) : undefined;
    if (this.#byType.size < 1_000) this.#byType.set(typename, fields);
    return fields;
  }

  /** Whether what is selected depends on more than this type name says. */
  isUndecided(typename: string): boolean {
    return this.#undecided.has(typename);
  }

  /** Whether a type name says what an object is; an interface's name, from a service that knows no more, does not. */
  isConcrete(typename: string): boolean {
    return isObjectType(this.#source.schema.getType(typename));
  }

  #fields(type: GraphQLNamedType): FieldShape[] {
    const nodes = new Map<string, FieldNode[]>();
    for (const selectionSet of this.#selectionSets) this.#collect(type, selectionSet, nodes);
    return [...nodes].map(([responseName, same], index) => ({
      ...this.#field(type, responseName, same),
      label: `${index === 0 ? '{' : ','}"${responseName}":`,
    }));
  }

  #collect(type: GraphQLNamedType, selectionSet: SelectionSetNode, nodes: Map<string, FieldNode[]>): void {
    for (const selection of selectionSet.selections) {
      if (!isIncluded(selection, this.#source.conditions)) continue;
      if (selection.kind === 'Field') {
        const responseName = selection.alias?.value ?? selection.name.value;
        const same = nodes.get(responseName);
        if (same) same.push(selection);
        else nodes.set(responseName, [selection]);
        continue;
      }
      const fragment =
        selection.kind === 'InlineFragment' ? selection : this.#source.fragments.get(selection.name.value);
      const condition = fragment?.typeCondition?.name.value;
      if (!fragment) continue;
      if (condition !== undefined && !this.#source.relations.fits(type.name, condition)) {
        if (!isObjectType(type)) this.#undecided.add(type.name);
        continue;
      }
      this.#collect(type, fragment.selectionSet, nodes);
    }
  }

  #field(type: GraphQLNamedType, responseName: string, nodes: readonly FieldNode[]): Omit<FieldShape, 'label'> {
    const name = nodes[0]?.name.value ?? '';
    const rawName = nodes[0] ? this.#source.rawNames.of(nodes[0]) : name;
    const shape = {
      responseName,
      rawName,
      isTreacherous: rawName in Object.prototype,
      coordinate: `${type.name}.${name}`,
      nodes,
    };
    const none: TypeShape = { kind: 'leaf', isNonNull: true, name: 'String', textOf: () => undefined };
    if (name === '__typename') return { ...shape, kind: 'typename', type: none };
    if (name === '__schema' || name === '__type') return { ...shape, kind: 'introspection', type: none };
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    if (!field) throw new Error(`${shape.coordinate} is not in the schema`);
    const selectionSets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
    return { ...shape, kind: 'value', type: this.#typeShape(field.type, selectionSets) };
  }

  #typeShape(type: GraphQLOutputType, selectionSets: readonly SelectionSetNode[]): TypeShape {
    const isNonNull = isNonNullType(type);
    const nullable = isNonNull ? type.ofType : type;
    if (isListType(nullable)) {
      return { kind: 'list', isNonNull, name: String(nullable), item: this.#typeShape(nullable.ofType, selectionSets) };
    }
    if (isLeafType(nullable)) return { kind: 'leaf', isNonNull, name: nullable.name, textOf: leafText(nullable) };
    const selection = new SelectionShape(this.#source, nullable, selectionSets);
    return { kind: 'object', isNonNull, name: nullable.name, selection };
  }
}

export interface ShapeParts {
  schema: GraphQLSchema;
  relations: TypeRelations;
  rawNames: RawNames;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  conditions: Conditions;
}

/** The shape of an operation's whole answer. */
export function compileShape(parts: ShapeParts): SelectionShape {
  const { document, operation, ...source } = parts;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);
  }
  const root = source.schema.getRootType(operation.operation);
  if (!root) throw new Error(`the schema has no ${operation.operation}`);
  return new SelectionShape({ ...source, fragments }, root, [operation.selectionSet]);
}
