import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  parse,
  validate,
  type DocumentNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { Random } from './random.ts';

export interface RandomQuery {
  text: string;
  document: DocumentNode;
  variables: Record<string, unknown>;
}

/** A valid operation, the same for the same seed: aliases, fragments, conditions, variables with and without values. */
export function randomQuery(schema: GraphQLSchema, seed: number): RandomQuery {
  for (let attempt = 0; ; attempt += 1) {
    const writer = new QueryWriter(schema, new Random(seed * 1_000 + attempt));
    const { text, variables } = writer.write();
    const document = parse(text);
    if (validate(schema, document).length === 0) return { text, document, variables };
    if (attempt > 200) throw new Error(`no valid query for seed ${seed}: ${text}`);
  }
}

const mostFields = 28;

class QueryWriter {
  readonly #schema: GraphQLSchema;
  readonly #random: Random;
  readonly #variables = new Map<string, { type: string; fallback: string; value: unknown }>();
  readonly #fragments: string[] = [];
  #fields = 0;

  constructor(schema: GraphQLSchema, random: Random) {
    this.#schema = schema;
    this.#random = random;
  }

  write(): { text: string; variables: Record<string, unknown> } {
    const isMutation = this.#random.chance(0.08);
    const root = isMutation ? this.#schema.getMutationType() : this.#schema.getQueryType();
    if (!root) throw new Error('there is no root type');
    const selection = this.#selection(root, 0);
    const definitions = [...this.#variables].map(([name, { type, fallback }]) => `$${name}: ${type}${fallback}`);
    const head = definitions.length > 0 ? `(${definitions.join(', ')})` : '';
    const variables: Record<string, unknown> = {};
    for (const [name, { value }] of this.#variables) if (value !== undefined) variables[name] = value;
    return {
      text: [`${isMutation ? 'mutation' : 'query'} Q${head} ${selection}`, ...this.#fragments].join('\n'),
      variables,
    };
  }

  #selection(type: GraphQLNamedType, depth: number): string {
    const count = 1 + this.#random.below(depth === 0 ? 3 : 4);
    const parts = Array.from({ length: count }, () => this.#part(type, depth)).filter((part) => part !== '');
    return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
  }

  #part(type: GraphQLNamedType, depth: number): string {
    if (this.#random.chance(0.08)) return `${this.#random.chance(0.3) ? 'kind: ' : ''}__typename${this.#condition()}`;
    if (isUnionType(type) || this.#random.chance(0.2)) return this.#fragment(type, depth);
    if (!isObjectType(type) && !isInterfaceType(type)) return '';
    const fields = Object.values(type.getFields());
    const affordable =
      depth >= 5 || this.#fields > mostFields
        ? fields.filter(({ type: of }) => !isCompositeType(getNamedType(of)))
        : fields;
    return affordable.length > 0 ? this.#field(this.#random.pick(affordable), depth) : '';
  }

  #fragment(type: GraphQLNamedType, depth: number): string {
    const isAbstract = isInterfaceType(type) || isUnionType(type);
    const candidates: GraphQLNamedType[] = [type, ...(isAbstract ? this.#schema.getPossibleTypes(type) : [])];
    if (isObjectType(type)) candidates.push(...type.getInterfaces());
    const condition = this.#random.pick(candidates);
    if (depth >= 6 || this.#fields > mostFields * 2) return '';
    const selection = this.#selection(condition, depth + 1);
    if (this.#random.chance(0.25)) {
      const name = `F${this.#fragments.length}`;
      this.#fragments.push(`fragment ${name} on ${condition.name} ${selection}`);
      return `...${name}${this.#condition()}`;
    }
    const isBare = condition === type && this.#random.chance(0.3);
    return `...${isBare ? '' : ` on ${condition.name}`}${this.#condition()} ${selection}`;
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    this.#fields += 1;
    const alias = this.#random.chance(0.2) ? `${this.#random.pick(['a', 'b', 'name', 'id', 'toString'])}: ` : '';
    const args = field.args
      .filter(({ type }) => isNonNullType(type) || this.#random.chance(0.5))
      .map(({ name, type }) => `${name}: ${this.#argument(type)}`);
    const named = getNamedType(field.type);
    const selection = isCompositeType(named) ? ` ${this.#selection(named, depth + 1)}` : '';
    return `${alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${this.#condition()}${selection}`;
  }

  #condition(): string {
    if (this.#random.chance(0.88)) return '';
    const name = this.#random.pick(['skip', 'include']);
    const value = this.#random.chance(0.3) ? String(this.#random.chance(0.5)) : `$${this.#conditionVariable()}`;
    return ` @${name}(if: ${value})`;
  }

  #conditionVariable(): string {
    const name = this.#random.pick(['yes', 'no', 'maybe']);
    const value = name === 'maybe' ? undefined : name === 'yes';
    const fallback = name === 'maybe' ? ` = ${String(this.#random.chance(0.5))}` : '';
    if (!this.#variables.has(name))
      this.#variables.set(name, { type: name === 'maybe' ? 'Boolean' : 'Boolean!', fallback, value });
    return name;
  }

  #argument(type: GraphQLInputType): string {
    if (this.#random.chance(0.6)) return this.#literal(type, 0);
    const name = `v${this.#variables.size}`;
    const isGiven = isNonNullType(type) || this.#random.chance(0.7);
    const fallback = !isNonNullType(type) && this.#random.chance(0.3) ? ` = ${this.#literal(type, 0)}` : '';
    this.#variables.set(name, { type: String(type), fallback, value: isGiven ? this.#value(type, 0) : undefined });
    return `$${name}`;
  }

  #literal(type: GraphQLInputType, depth: number): string {
    const value = this.#value(type, depth);
    return literalOf(value, getNamedType(type));
  }

  #value(type: GraphQLInputType, depth: number): unknown {
    if (isNonNullType(type)) return this.#value(type.ofType, depth);
    if (depth === 0 ? false : this.#random.chance(0.2)) return null;
    if (isListType(type)) return Array.from({ length: this.#random.below(3) }, () => this.#value(type.ofType, depth));
    if (isEnumType(type)) return this.#random.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(() => depth < 2 && this.#random.chance(0.5));
      return Object.fromEntries(fields.map((field) => [field.name, this.#value(field.type, depth + 1)]));
    }
    if (type.name === 'Int') return this.#random.below(4);
    if (type.name === 'Boolean') return this.#random.chance(0.5);
    return `${this.#random.pick(['School', 'Book'])}-${this.#random.below(4)}`;
  }
}

function literalOf(value: unknown, type: GraphQLNamedType): string {
  if (Array.isArray(value)) return `[${value.map((item) => literalOf(item, type)).join(', ')}]`;
  if (typeof value === 'object' && value !== null && isInputObjectType(type)) {
    const fields = type.getFields();
    const members = Object.entries(value).map(([name, member]) => {
      const field = fields[name];
      return `${name}: ${field ? literalOf(member, getNamedType(field.type)) : 'null'}`;
    });
    return `{${members.join(', ')}}`;
  }
  return isEnumType(type) && typeof value === 'string' ? value : JSON.stringify(value);
}
