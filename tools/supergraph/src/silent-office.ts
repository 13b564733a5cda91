import { type DocumentNode, type FieldDefinitionNode, Kind, type TypeNode } from 'graphql';

export interface OfficeSchema {
  name: string;
  typeDefs: DocumentNode;
}

interface OfficeField {
  office: string;
  type: string;
  field: FieldDefinitionNode;
  isKey: boolean;
}

/**
 * The fields by which a silent office would empty more than its own part of an answer: null climbs from a non-null field
 * to the nearest nullable one. So root fields are nullable, what an office adds to another's entity is, and so is every
 * way from one office to an entity of another.
 */
export function silentOfficeFaults(schemas: readonly OfficeSchema[]): string[] {
  const fields = schemas.flatMap(fieldsOf).filter(({ type }) => type !== 'Mutation');
  const entities = new Set(fields.filter(({ isKey }) => isKey).map(({ type }) => type));
  const owners = new Map([...entities].map((entity) => [entity, ownersOf(entity, fields)]));

  return fields.flatMap(({ office, type, field, isKey }) => {
    const coordinate = `${type}.${field.name.value} of ${office}`;
    const target = owners.get(namedTypeOf(field.type));
    if (target && target.length > 0 && !target.includes(office) && isPromised(field.type))
      return [`${coordinate} must be nullable: ${namedTypeOf(field.type)} is told by ${target.join(' and ')}`];
    if (field.type.kind !== Kind.NON_NULL_TYPE) return [];
    if (type === 'Query') return [`${coordinate} must be nullable: it is null when the office is silent`];
    if (!isKey && (owners.get(type)?.length ?? 0) > 1)
      return [`${coordinate} must be nullable: several offices give ${type} fields, only one of them may promise any`];
    return [];
  });
}

/** The offices that promise a field of the entity beyond its key. */
function ownersOf(entity: string, fields: readonly OfficeField[]): string[] {
  const promised = fields.filter(
    ({ type, field, isKey }) => type === entity && !isKey && field.type.kind === Kind.NON_NULL_TYPE,
  );
  return [...new Set(promised.map(({ office }) => office))];
}

function fieldsOf({ name: office, typeDefs }: OfficeSchema): OfficeField[] {
  return typeDefs.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) return [];
    const keys = (definition.directives ?? [])
      .filter((directive) => directive.name.value === 'key')
      .flatMap((directive) => directive.arguments ?? [])
      .flatMap(({ value }) => (value.kind === Kind.STRING ? value.value.split(/[\s{}]+/) : []));
    const type = definition.name.value;
    return (definition.fields ?? []).map((field) => ({ office, type, field, isKey: keys.includes(field.name.value) }));
  });
}

/** Whether the object itself is promised: `School!`, and the items of `[School!]`. */
function isPromised(type: TypeNode): boolean {
  if (type.kind === Kind.LIST_TYPE) return isPromised(type.type);
  if (type.kind === Kind.NAMED_TYPE) return false;
  return type.type.kind === Kind.NAMED_TYPE || isPromised(type.type);
}

function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}
