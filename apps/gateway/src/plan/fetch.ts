import type { FetchNode } from '@apollo/query-planner';
import { GraphQLError } from 'graphql';
import type { ServiceAnswer, SubgraphError } from '../service/service-answer.ts';
import { isData, member, merge, type Data } from './data.ts';
import { downstreamErrors } from './plan-errors.ts';
import { entityFields, type EntityField } from './entity-fields.ts';
import type { EntityKnowledge } from './entity-knowledge.ts';
import { compileRepresentation, type Representation, type RepresentationOf } from './representation.ts';
import { compileRewrites, renamesOf } from './rewrites.ts';
import type { Run, Step } from './run.ts';
import { pathsAt, targetsAt, type Path } from './targets.ts';
import type { TypeRelations } from './type-relations.ts';

export interface FetchParts {
  relations: TypeRelations;
  knowledge: EntityKnowledge;
}

/** Compiles one fetch of a plan, whose results belong to the objects at `path`. */
export function compileFetch(node: FetchNode, path: Path, parts: FetchParts): Step {
  const fetch = new Fetch(node, path, parts);
  return node.requires && node.requires.length > 0 ? (run) => fetch.entities(run) : (run) => fetch.root(run);
}

/** The entities one request asks for: each different one once, and all the objects that wait for it. */
interface Batch {
  representations: Representation[];
  /** By representation, the positions of its objects among the targets. */
  waiting: number[][];
}

class Fetch {
  readonly #node: FetchNode;
  readonly #path: Path;
  readonly #start: string;
  readonly #relations: TypeRelations;
  readonly #representationOf: RepresentationOf;
  readonly #rewriteOutput: ((data: Data) => void) | undefined;
  readonly #knowledge: EntityKnowledge;
  #entityFields: EntityField[] | undefined;
  readonly #renames: ReadonlyMap<string, string>;

  constructor(node: FetchNode, path: Path, { relations, knowledge }: FetchParts) {
    this.#node = node;
    this.#path = path;
    this.#relations = relations;
    this.#knowledge = knowledge;
    const { operation: query, operationName } = node;
    this.#start = `${JSON.stringify({ query, operationName }).slice(0, -1)},"variables":{`;
    this.#representationOf = compileRepresentation({
      service: node.serviceName,
      requires: node.requires ?? [],
      relations,
      knowledge,
      rewrite: compileRewrites(node.inputRewrites, relations),
    });
    this.#rewriteOutput = compileRewrites(node.outputRewrites, relations);
    this.#renames = renamesOf(node.outputRewrites);
  }

  async root(run: Run): Promise<void> {
    const targets = targetsAt(run.data, this.#path);
    if (targets.length === 0) return;
    const answer = await this.#ask(run, this.#variables(run));
    if (!answer) return;
    for (const error of answer.errors ?? []) {
      const path = error.path && this.#withoutAliases([...this.#path, ...error.path]);
      run.errors.push(...downstreamErrors(this.#node.serviceName, error, [path ?? undefined]));
    }
    if (!answer.data) return;
    this.#rewriteOutput?.(answer.data);
    for (const target of targets) merge(target, answer.data);
  }

  entities(run: Run): Promise<void> | undefined {
    const targets = targetsAt(run.data, this.#path);
    const batch = this.#batch(targets);
    return batch.representations.length === 0 ? undefined : this.#fetchEntities(run, targets, batch);
  }

  async #fetchEntities(run: Run, targets: readonly Data[], batch: Batch): Promise<void> {
    const variables = this.#variables(run);
    const representations = `${variables === '' ? '' : `${variables},`}"representations":[${batch.representations.map(({ text }) => text).join(',')}]`;
    const answer = await this.#ask(run, representations);
    if (!answer) return;
    if (answer.errors) this.#place(run, answer.errors, batch);
    const entities = answer.data?.['_entities'];
    if (!Array.isArray(entities)) return;
    for (const [index, waiting] of batch.waiting.entries()) {
      const entity: unknown = entities[index];
      if (!isData(entity)) continue;
      for (const name of this.#unfounded(batch.representations[index])) delete entity[name];
      this.#deliver(entity, waiting, targets);
    }
  }

  #deliver(entity: Data, waiting: readonly number[], targets: readonly Data[]): void {
    for (const position of waiting) {
      const target = targets[position];
      if (!target) continue;
      if (this.#relations.isConcrete(target['__typename'])) entity['__typename'] = target['__typename'];
      else entity['__typename'] ??= target['__typename'];
      if (position === waiting[0]) this.#rewriteOutput?.(entity);
      merge(target, entity);
    }
  }

  #batch(targets: readonly Data[]): Batch {
    const batch: Batch = { representations: [], waiting: [] };
    const known = new Map<string, number[]>();
    for (let position = 0; position < targets.length; position += 1) {
      const representation = this.#representationOf(targets[position] as Data);
      if (representation === undefined) continue;
      const waiting = known.get(representation.text);
      if (waiting) {
        waiting.push(position);
        continue;
      }
      const first = [position];
      known.set(representation.text, first);
      batch.representations.push(representation);
      batch.waiting.push(first);
    }
    return batch;
  }

  /** The members of `variables`, without their braces. A variable not given is left to its default in the service. */
  #variables({ variables }: Run): string {
    let text = '';
    for (const name of this.#node.variableUsages ?? []) {
      const value = member(variables, name);
      if (value !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${JSON.stringify(value)}`;
    }
    return text;
  }

  async #ask(run: Run, variables: string): Promise<ServiceAnswer | undefined> {
    try {
      return await run.ask(this.#node.serviceName, `${this.#start}${variables}}}`, run.context, this.#knownPath());
    } catch (error) {
      run.errors.push(
        error instanceof GraphQLError ? error : new GraphQLError('fault', { originalError: error as Error }),
      );
      return undefined;
    }
  }

  /** Raw names of fields that the service made without knowing what they are made from. */
  #unfounded(representation: Representation | undefined): string[] {
    if (!representation || representation.missing.length === 0) return [];
    const { missing, typenames } = representation;
    const { serviceName } = this.#node;
    this.#entityFields ??= entityFields(this.#node);
    return this.#entityFields
      .filter(({ field }) => missing.some((other) => this.#knowledge.requires(serviceName, typenames, field, other)))
      .map(({ rawName }) => rawName);
  }

  #place(run: Run, errors: readonly SubgraphError[], { waiting, representations }: Batch): void {
    const paths = pathsAt(run.data, this.#path);
    for (const error of errors) {
      const [, index, ...rest] = error.path ?? [];
      const asked = typeof index === 'number' ? representations[index] : undefined;
      if (this.#unfounded(asked).includes(String(rest[0]))) continue;
      const positions = typeof index === 'number' ? waiting[index] : undefined;
      const places = positions?.map((position) => this.#withoutAliases([...(paths[position] ?? []), ...rest]));
      run.errors.push(...downstreamErrors(this.#node.serviceName, error, places ?? [this.#knownPath()]));
    }
  }

  #knownPath(): Path | undefined {
    const firstList = this.#path.indexOf('@');
    const known = firstList === -1 ? this.#path : this.#path.slice(0, firstList);
    return known.length > 0 ? known : undefined;
  }

  #withoutAliases(path: Path): Path {
    return this.#renames.size === 0 ? path : path.map((name) => this.#renames.get(String(name)) ?? name);
  }
}
