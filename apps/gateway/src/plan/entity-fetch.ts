import type { FetchNode } from '@apollo/query-planner';
import type { SubgraphError } from '../service/service-answer.ts';
import { batchOf, type Batch } from './batch.ts';
import { isData, mergeEntity, type Data } from './data.ts';
import { entityFields, type EntityField } from './entity-fields.ts';
import type { EntityKnowledge } from './entity-knowledge.ts';
import type { FetchParts } from './fetch.ts';
import { downstreamErrors } from './plan-errors.ts';
import { compileRepresentation, type Representation, type RepresentationOf } from './representation.ts';
import { compileRewrites } from './rewrites.ts';
import type { Prepared, Run } from './run.ts';
import { ServiceCall } from './service-call.ts';
import { pathsAt, targetsAt, type Path } from './targets.ts';
import type { TypeRelations } from './type-relations.ts';

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
  /** The same for fetches that need the same of the same objects. */
  readonly #need: string;
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
    this.#need = JSON.stringify([paths, node.requires, node.inputRewrites]);
  }

  async run(run: Run): Promise<void> {
    const prepared = this.prepare(run);
    if (prepared) await this.send(run, prepared);
  }

  /** The entities to ask for. What one service needs to know is often what another needs: then it is worked out once. */
  prepare(run: Run): Prepared | undefined {
    const prepared = run.prepared.get(this.#need) ?? this.#prepare(run);
    return prepared.batch.count === 0 ? undefined : prepared;
  }

  #prepare(run: Run): Prepared {
    const [path, ...others] = this.#paths;
    const first = path ? targetsAt(run.data, path) : [];
    const targets = others.length === 0 ? first : first.concat(...others.map((other) => targetsAt(run.data, other)));
    const batch = batchOf(targets, this.#representationOf);
    const prepared = { targets, batch };
    const isWhole = batch.incomplete.size === 0 && !batch.entityOf.includes(-1);
    if (isWhole) run.prepared.set(this.#need, prepared);
    return prepared;
  }

  async send(run: Run, prepared: Prepared): Promise<void> {
    const answer = await this.#call.send(run, { representations: prepared.batch.text });
    if (!answer) return;
    const { data, errors = [] } = answer;
    this.take(run, prepared, { entities: data?.['_entities'], errors, isGiven: Boolean(data) && errors.length === 0 });
  }

  take(run: Run, { targets, batch }: Prepared, { entities, errors, isGiven }: Received): void {
    if (errors.length > 0) this.#place(run, errors, batch);
    const isWhole = Array.isArray(entities) && entities.length === batch.count;
    if (!isWhole) {
      if (isGiven) this.#call.fail(run);
      return;
    }
    run.prepared.clear();
    for (const [index, representation] of batch.incomplete) {
      const entity: unknown = entities[index];
      if (isData(entity)) for (const name of this.#unfounded(representation)) entity[name] = undefined;
    }
    if (this.#rewrite) this.#rewriteAll(entities, targets, batch);
    for (let position = 0; position < targets.length; position += 1) {
      const target = targets[position];
      const entity: unknown = entities[batch.entityOf[position] ?? -1];
      if (target && isData(entity)) mergeEntity(target, entity, this.#relations.isConcrete(target['__typename']));
    }
  }

  /** What the planner wants changed may depend on the type, which the service need not know. */
  #rewriteAll(entities: readonly unknown[], targets: readonly Data[], { entityOf }: Batch): void {
    for (const [index, entity] of entities.entries()) {
      if (!isData(entity)) continue;
      const typename = targets[entityOf.indexOf(index)]?.['__typename'];
      if (this.#relations.isConcrete(typename)) entity['__typename'] = typename;
      else entity['__typename'] ??= typename;
      this.#rewrite?.(entity);
    }
  }

  /** Raw names of fields that the service made without knowing what they are made from. */
  #unfounded({ missing, typenames }: Representation): string[] {
    const { serviceName } = this.#node;
    this.#fields ??= entityFields(this.#node);
    return this.#fields
      .filter(({ field }) => missing.some((other) => this.#knowledge.requires(serviceName, typenames, field, other)))
      .map(({ rawName }) => rawName);
  }

  #place(run: Run, errors: readonly SubgraphError[], { entityOf, incomplete }: Batch): void {
    const paths = this.#paths.flatMap((path) => pathsAt(run.data, path));
    for (const error of errors) {
      const [, index, ...rest] = error.path ?? [];
      const entity = typeof index === 'number' ? index : -1;
      const representation = incomplete.get(entity);
      if (representation && this.#unfounded(representation).includes(String(rest[0]))) continue;
      const waiting = entity === -1 ? [] : entityOf.flatMap((other, position) => (other === entity ? [position] : []));
      const places = waiting.map((position) => [...(paths[position] ?? []), ...this.#call.planPath(rest)]);
      run.errors.push(
        ...downstreamErrors(this.#call.service, error, places.length > 0 ? places : [this.#call.knownPath]),
      );
    }
  }
}

/** What all paths begin with. */
export function commonStart([first = [], ...others]: readonly Path[]): Path {
  const end = first.findIndex((name, index) => others.some((other) => other[index] !== name));
  return end === -1 ? first : first.slice(0, end);
}
