import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

/** Names come from services, too: there is an end to what is remembered of them. */
const mostNames = 10_000;

/** Which types fit which type conditions, remembered. */
export class TypeRelations {
  readonly #schema: GraphQLSchema;
  readonly #known = new Map<string, boolean>();
  readonly #concrete = new Map<string, boolean>();

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
    if (this.#known.size < mostNames) this.#known.set(key, fits);
    return fits;
  }

  /** Whether a type name says what an object is; an interface's, from a service that knows no more, does not. */
  isConcrete(typename: unknown): boolean {
    if (typeof typename !== 'string') return false;
    const known = this.#concrete.get(typename);
    if (known !== undefined) return known;
    const isConcrete = isObjectType(this.#schema.getType(typename));
    if (this.#concrete.size < mostNames) this.#concrete.set(typename, isConcrete);
    return isConcrete;
  }

  #fits(typename: string, condition: string): boolean {
    const type = this.#schema.getType(typename);
    const wanted = this.#schema.getType(condition);
    if (!wanted || !isAbstractType(wanted)) return false;
    return (isObjectType(type) || isInterfaceType(type)) && this.#schema.isSubType(wanted, type);
  }
}
