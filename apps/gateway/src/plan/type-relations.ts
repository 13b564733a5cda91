import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

/** Which types fit which type conditions, remembered. */
export class TypeRelations {
  readonly #schema: GraphQLSchema;
  readonly #known = new Map<string, boolean>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** Whether an object that calls itself `typename` (an object type, or an interface some service knows only as such) is a `condition`. */
  fits(typename: string, condition: string): boolean {
    if (typename === condition) return true;
    const key = `${typename}|${condition}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const fits = this.#fits(typename, condition);
    this.#known.set(key, fits);
    return fits;
  }

  /** Whether a type name says what an object is; an interface's, from a service that knows no more, does not. */
  isConcrete(typename: unknown): boolean {
    return typeof typename === 'string' && isObjectType(this.#schema.getType(typename));
  }

  #fits(typename: string, condition: string): boolean {
    const type = this.#schema.getType(typename);
    const wanted = this.#schema.getType(condition);
    if (!wanted || !isAbstractType(wanted)) return false;
    return (isObjectType(type) || isInterfaceType(type)) && this.#schema.isSubType(wanted, type);
  }
}
