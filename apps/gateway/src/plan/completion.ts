import type { GraphQLError } from 'graphql';
import { AnswerText, quoted } from './answer-text.ts';
import { isData, member, type Data } from './data.ts';
import type { Introspect } from './introspection.ts';
import { completionError } from './plan-errors.ts';
import type { FieldShape, SelectionShape, TypeShape } from './shape.ts';

/**
 * Writes the answer from what the services said: only what was asked, under the names it was asked by, with nulls carried
 * up as the specification says. Its parts return false where null is not allowed: the nearest nullable place above
 * becomes null, and the error is noted already.
 *
 * @see https://spec.graphql.org/draft/#sec-Handling-Execution-Errors
 */
export class Completion {
  readonly errors: GraphQLError[] = [];
  readonly #answer = new AnswerText();
  readonly #path: (string | number)[] = [];
  readonly #introspect: Introspect;

  constructor(introspect: Introspect) {
    this.#introspect = introspect;
  }

  complete(shape: SelectionShape, data: Data): AnswerText | null {
    return this.#object(shape, data) ? this.#answer : null;
  }

  #object(shape: SelectionShape, data: Data): boolean {
    const typename = data['__typename'];
    const name = typeof typename === 'string' ? typename : shape.type.name;
    const fields = shape.fieldsOf(name);
    if (!fields) return this.#fail(`The service says that it is a "${name}", a type that does not exist.`);
    if (shape.isUndecided(name)) return this.#fail(`No service can say which kind of ${name} this is.`);
    for (const field of fields) {
      this.#answer.text += field.label;
      const isWritten = field.kind === 'value' ? this.#field(field, data) : this.#meta(field, name, shape);
      if (!isWritten) return false;
    }
    this.#answer.text += fields.length === 0 ? '{}' : '}';
    return true;
  }

  #meta(field: FieldShape, typename: string, shape: SelectionShape): boolean {
    if (field.kind === 'introspection') {
      this.#answer.text += JSON.stringify(this.#introspect(field.responseName, field.nodes) ?? null);
      return true;
    }
    if (shape.isConcrete(typename)) {
      this.#answer.text += quoted(typename);
      return true;
    }
    this.#path.push(field.responseName);
    this.#fail(`No service can say which kind of ${typename} this is.`);
    this.#path.pop();
    return false;
  }

  #field(field: FieldShape, data: Data): boolean {
    const { rawName, type } = field;
    const value = field.isTreacherous ? member(data, rawName) : data[rawName];
    const text = type.kind === 'leaf' && value !== null && value !== undefined ? type.textOf(value) : undefined;
    if (text !== undefined) {
      this.#answer.text += text;
      return true;
    }
    this.#path.push(field.responseName);
    const isWritten = this.#value(type, value, field.coordinate);
    this.#path.pop();
    return isWritten;
  }

  #value(type: TypeShape, value: unknown, coordinate: string): boolean {
    if (value === null || value === undefined) {
      if (type.isNonNull) return this.#fail(`Cannot return null for non-nullable field ${coordinate}.`);
      this.#answer.text += 'null';
      return true;
    }
    if (type.isNonNull) return this.#present(type, value, coordinate);
    const mark = this.#answer.mark();
    if (this.#present(type, value, coordinate)) return true;
    this.#answer.goBackTo(mark);
    this.#answer.text += 'null';
    return true;
  }

  #present(type: TypeShape, value: unknown, coordinate: string): boolean {
    if (type.kind === 'object') {
      return isData(value)
        ? this.#object(type.selection, value)
        : this.#fail(`The value of ${coordinate} is no object.`);
    }
    if (type.kind === 'list') {
      return Array.isArray(value)
        ? this.#list(type.item, value, coordinate)
        : this.#fail(`The value of ${coordinate} is no list.`);
    }
    const text = type.textOf(value);
    if (text === undefined) return this.#fail(`The value of ${coordinate} is no ${type.name}.`);
    this.#answer.text += text;
    return true;
  }

  #list(item: TypeShape, values: readonly unknown[], coordinate: string): boolean {
    this.#answer.text += '[';
    for (let i = 0; i < values.length; i += 1) {
      if (i > 0) this.#answer.text += ',';
      this.#path.push(i);
      const isWritten = this.#value(item, values[i], coordinate);
      this.#path.pop();
      if (!isWritten) return false;
      this.#answer.settle();
    }
    this.#answer.text += ']';
    return true;
  }

  #fail(message: string): false {
    this.errors.push(completionError(message, [...this.#path]));
    return false;
  }
}
