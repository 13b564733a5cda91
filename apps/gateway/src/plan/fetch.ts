import type { FetchNode } from '@apollo/query-planner';
import type { ServiceAnswer, SubgraphError } from '../service/service-answer.ts';
import { isData, member, merge, type Data } from './data.ts';
import { downstreamErrors } from './plan-errors.ts';
import type { EntityKeys } from './entity-keys.ts';
import type { RawNames } from './raw-names.ts';
import { compileRepresentation, type RepresentationOf } from './representation.ts';
import { compileRewrites, renamesOf } from './rewrites.ts';
import type { Run, Step } from './run.ts';
import { pathsAt, targetsAt, type Path } from './targets.ts';
import type { TypeRelations } from './type-relations.ts';

export interface FetchParts {
  relations: TypeRelations;
  rawNames: RawNames;
  keys: EntityKeys;
}

/** Compiles one fetch of a plan, whose results belong to the objects at `path`. */
export function compileFetch(node: FetchNode, path: Path, parts: FetchParts): Step {
  const fetch = new Fetch(node, path, parts);
  return node.requires && node.requires.length > 0 ? (run) => fetch.entities(run) : (run) => fetch.root(run);
}

/** The entities one request asks for: each different one once, and all the objects that wait for it. */
interface Batch {
  representations: string[];
  /** By representation, the positions of its objects among the targets. */
  waiting: number[][];
}

class Fetch {
  readonly #node: FetchNode;
  readonly #path: Path;
  readonly #start: string;
  readonly #relations: TypeRelations;
  readonly #rawNames: RawNames;
  readonly #representationOf: RepresentationOf;
  readonly #rewriteOutput: ((data: Data) => void) | undefined;
  readonly #renames: ReadonlyMap<string, string>;

  constructor(node: FetchNode, path: Path, { relations, rawNames, keys }: FetchParts) {
    this.#node = node;
    this.#path = path;
    this.#relations = relations;
    this.#rawNames = rawNames;
    const { operation: query, operationName } = node;
    this.#start = `${JSON.stringify({ query, operationName }).slice(0, -1)},"variables":{`;
    this.#representationOf = compileRepresentation({
      service: node.serviceName,
      requires: node.requires ?? [],
      relations,
      keys,
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
      const path = error.path && this.#responsePath([...this.#path, ...error.path]);
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
    const representations = `${variables === '' ? '' : `${variables},`}"representations":[${batch.representations.join(',')}]`;
    const answer = await this.#ask(run, representations);
    if (!answer) return;
    if (answer.errors) this.#place(run, answer.errors, batch);
    const entities = answer.data?.['_entities'];
    if (!Array.isArray(entities)) return;
    for (const [index, waiting] of batch.waiting.entries()) {
      const entity: unknown = entities[index];
      if (isData(entity)) this.#deliver(entity, waiting, targets);
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
      const waiting = known.get(representation);
      if (waiting) {
        waiting.push(position);
        continue;
      }
      const first = [position];
      known.set(representation, first);
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
      run.errors.push(error as Run['errors'][number]);
      return undefined;
    }
  }

  #place(run: Run, errors: readonly SubgraphError[], { waiting }: Batch): void {
    const paths = pathsAt(run.data, this.#path);
    for (const error of errors) {
      const [, index, ...rest] = error.path ?? [];
      const positions = typeof index === 'number' ? waiting[index] : undefined;
      const places = positions?.map((position) => this.#responsePath([...(paths[position] ?? []), ...rest]));
      run.errors.push(...downstreamErrors(this.#node.serviceName, error, places ?? [this.#knownPath()]));
    }
  }

  #knownPath(): Path | undefined {
    const firstList = this.#path.indexOf('@');
    const known = firstList === -1 ? this.#path : this.#path.slice(0, firstList);
    return known.length > 0 ? this.#rawNames.responsePath(known) : undefined;
  }

  #responsePath(path: Path): Path {
    const raw = this.#renames.size === 0 ? path : path.map((name) => this.#renames.get(String(name)) ?? name);
    return this.#rawNames.responsePath(raw);
  }
}
