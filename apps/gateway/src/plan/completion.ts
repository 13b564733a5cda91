import type { GraphQLError } from 'graphql';
import { isData, member, setMember, type Data } from './data.ts';
import { completionError } from './plan-errors.ts';
import type { Introspect } from './introspection.ts';
import type { FieldShape, SelectionShape, TypeShape } from './shape.ts';

/** Null where null is not allowed: the nearest nullable place above becomes null. The error is noted already. */
const invalid = Symbol('invalid');

/**
 * Makes the answer from what the services said: only what was asked, under the names it was asked by, with nulls carried
 * up as the specification says.
 *
 * @see https://spec.graphql.org/draft/#sec-Handling-Execution-Errors
 */
export class Completion {
  readonly errors: GraphQLError[] = [];
  readonly #path: (string | number)[] = [];
  readonly #introspect: Introspect;

  constructor(introspect: Introspect) {
    this.#introspect = introspect;
  }

  complete(shape: SelectionShape, data: Data): Data | null {
    const completed = this.#object(shape, data);
    return completed === invalid ? null : completed;
  }

  #object(shape: SelectionShape, data: Data): Data | typeof invalid {
    const typename = data['__typename'];
    const name = typeof typename === 'string' ? typename : shape.type.name;
    const fields = shape.fieldsOf(name);
    if (!fields) return this.#fail(`The service says that it is a "${name}", a type that does not exist.`);
    if (shape.isUndecided(name)) return this.#fail(`No service can say which kind of ${name} this is.`);
    const result: Data = {};
    for (const field of fields) {
      const value = field.kind === 'value' ? this.#field(field, data) : this.#meta(field, name, shape);
      if (value === invalid) return invalid;
      if (field.isTreacherous) setMember(result, field.responseName, value);
      else result[field.responseName] = value;
    }
    return result;
  }

  #meta(field: FieldShape, typename: string, shape: SelectionShape): unknown {
    if (field.kind === 'introspection') return this.#introspect(field.responseName, field.nodes);
    if (shape.isConcrete(typename)) return typename;
    this.#path.push(field.responseName);
    this.#fail(`No service can say which kind of ${typename} this is.`);
    this.#path.pop();
    return invalid;
  }

  #field(field: FieldShape, data: Data): unknown {
    const { responseName, rawName, type } = field;
    const value = field.isTreacherous ? member(data, rawName) : data[rawName];
    if (type.kind === 'leaf' && value !== null && value !== undefined && type.isValid(value)) return value;
    this.#path.push(responseName);
    const completed = this.#value(type, value, field.coordinate);
    this.#path.pop();
    return completed;
  }

  #value(type: TypeShape, value: unknown, coordinate: string): unknown {
    if (value === null || value === undefined) {
      return type.isNonNull ? this.#fail(`Cannot return null for non-nullable field ${coordinate}.`) : null;
    }
    const completed = this.#present(type, value, coordinate);
    return completed === invalid && !type.isNonNull ? null : completed;
  }

  #present(type: TypeShape, value: unknown, coordinate: string): unknown {
    if (type.kind === 'leaf')
      return type.isValid(value) ? value : this.#fail(`The value of ${coordinate} is no ${type.name}.`);
    if (type.kind === 'list') {
      return Array.isArray(value)
        ? this.#list(type.item, value, coordinate)
        : this.#fail(`The value of ${coordinate} is no list.`);
    }
    return isData(value) ? this.#object(type.selection, value) : this.#fail(`The value of ${coordinate} is no object.`);
  }

  #list(item: TypeShape, values: readonly unknown[], coordinate: string): unknown {
    const result: unknown[] = [];
    for (let i = 0; i < values.length; i += 1) {
      this.#path.push(i);
      const completed = this.#value(item, values[i], coordinate);
      this.#path.pop();
      if (completed === invalid) return invalid;
      result.push(completed);
    }
    return result;
  }

  #fail(message: string): typeof invalid {
    this.errors.push(completionError(message, [...this.#path]));
    return invalid;
  }
}
