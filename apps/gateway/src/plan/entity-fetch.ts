import type { FetchNode } from '@apollo/query-planner';
import type { SubgraphError } from '../service/service-answer.ts';
import { batchOf, type Batch } from './batch.ts';
import { isData, merge, type Data } from './data.ts';
import { entityFields, type EntityField } from './entity-fields.ts';
import type { EntityKnowledge } from './entity-knowledge.ts';
import type { FetchParts } from './fetch.ts';
import { downstreamErrors } from './plan-errors.ts';
import { compileRepresentation, type Representation, type RepresentationOf } from './representation.ts';
import { compileRewrites } from './rewrites.ts';
import type { Run } from './run.ts';
import { ServiceCall } from './service-call.ts';
import { pathsAt, targetsAt, type Path } from './targets.ts';
import type { TypeRelations } from './type-relations.ts';

/** The entities to ask for, and the objects that wait for them. */
export interface Prepared {
  targets: readonly Data[];
  batch: Batch;
  /** The representations, as JSON. */
  text: string;
}

/** A service's answer, as far as it is about one fetch. */
export interface Received {
  entities: unknown;
  errors: readonly SubgraphError[];
  /** The service says that it has given everything. */
  isGiven: boolean;
}

/** A fetch of entities that stand at any of its paths. */
export class EntityFetch {
  readonly #node: FetchNode;
  readonly #paths: readonly Path[];
  readonly #call: ServiceCall;
  readonly #relations: TypeRelations;
  readonly #knowledge: EntityKnowledge;
  readonly #representationOf: RepresentationOf;
  readonly #rewrite: ((data: Data) => void) | undefined;
  #fields: EntityField[] | undefined;

  constructor(node: FetchNode, paths: readonly Path[], { relations, knowledge }: FetchParts) {
    this.#node = node;
    this.#paths = paths;
    this.#call = new ServiceCall(node, commonStart(paths));
    this.#relations = relations;
    this.#knowledge = knowledge;
    this.#representationOf = compileRepresentation({
      service: node.serviceName,
      requires: node.requires ?? [],
      relations,
      knowledge,
      rewrite: compileRewrites(node.inputRewrites, relations),
    });
    this.#rewrite = compileRewrites(node.outputRewrites, relations);
  }

  async run(run: Run): Promise<void> {
    const prepared = this.prepare(run);
    if (prepared) await this.send(run, prepared);
  }

  prepare(run: Run): Prepared | undefined {
    const targets = this.#paths.flatMap((path) => targetsAt(run.data, path));
    const batch = batchOf(targets, this.#representationOf);
    if (batch.representations.length === 0) return undefined;
    return { targets, batch, text: `[${batch.representations.map(({ text }) => text).join(',')}]` };
  }

  async send(run: Run, prepared: Prepared): Promise<void> {
    const answer = await this.#call.send(run, { representations: prepared.text });
    if (!answer) return;
    const { data, errors = [] } = answer;
    this.take(run, prepared, { entities: data?.['_entities'], errors, isGiven: Boolean(data) && errors.length === 0 });
  }

  take(run: Run, { targets, batch }: Prepared, { entities, errors, isGiven }: Received): void {
    if (errors.length > 0) this.#place(run, errors, batch);
    const isWhole = Array.isArray(entities) && entities.length === batch.representations.length;
    if (!isWhole) {
      if (isGiven) this.#call.fail(run);
      return;
    }
    for (const [index, waiting] of batch.waiting.entries()) {
      const entity: unknown = entities[index];
      if (!isData(entity)) continue;
      for (const name of this.#unfounded(batch.representations[index])) entity[name] = undefined;
      this.#deliver(entity, waiting, targets);
    }
  }

  #deliver(entity: Data, waiting: readonly number[], targets: readonly Data[]): void {
    for (const position of waiting) {
      const target = targets[position];
      if (!target) continue;
      if (this.#relations.isConcrete(target['__typename'])) entity['__typename'] = target['__typename'];
      else entity['__typename'] ??= target['__typename'];
      if (position === waiting[0]) this.#rewrite?.(entity);
      merge(target, entity);
    }
  }

  /** Raw names of fields that the service made without knowing what they are made from. */
  #unfounded(representation: Representation | undefined): string[] {
    if (!representation || representation.missing.length === 0) return [];
    const { missing, typenames } = representation;
    const { serviceName } = this.#node;
    this.#fields ??= entityFields(this.#node);
    return this.#fields
      .filter(({ field }) => missing.some((other) => this.#knowledge.requires(serviceName, typenames, field, other)))
      .map(({ rawName }) => rawName);
  }

  #place(run: Run, errors: readonly SubgraphError[], { waiting, representations }: Batch): void {
    const paths = this.#paths.flatMap((path) => pathsAt(run.data, path));
    for (const error of errors) {
      const [, index, ...rest] = error.path ?? [];
      const asked = typeof index === 'number' ? representations[index] : undefined;
      if (this.#unfounded(asked).includes(String(rest[0]))) continue;
      const positions = typeof index === 'number' ? waiting[index] : undefined;
      const places = positions?.map((position) => [...(paths[position] ?? []), ...this.#call.planPath(rest)]);
      run.errors.push(...downstreamErrors(this.#call.service, error, places ?? [this.#call.knownPath]));
    }
  }
}

/** What all paths begin with. */
export function commonStart([first = [], ...others]: readonly Path[]): Path {
  const end = first.findIndex((name, index) => others.some((other) => other[index] !== name));
  return end === -1 ? first : first.slice(0, end);
}
