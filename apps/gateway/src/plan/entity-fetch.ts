import type { FetchNode } from '@apollo/query-planner';
import type { ServiceAnswer, SubgraphError } from '../service/service-answer.ts';
import { batchOf, type Batch } from './batch.ts';
import { isData, merge, type Data } from './data.ts';
import { entityFields, type EntityField } from './entity-fields.ts';
import type { EntityKnowledge } from './entity-knowledge.ts';
import type { FetchParts } from './fetch.ts';
import { downstreamErrors } from './plan-errors.ts';
import { compileRepresentation, type Representation, type RepresentationOf } from './representation.ts';
import { compileRewrites } from './rewrites.ts';
import type { Run, Step } from './run.ts';
import { ServiceCall } from './service-call.ts';
import { pathsAt, targetsAt, type Path } from './targets.ts';
import type { TypeRelations } from './type-relations.ts';

/** Compiles a fetch of entities that stand at any of the paths. */
export function compileEntityFetch(node: FetchNode, paths: readonly Path[], parts: FetchParts): Step {
  const fetch = new EntityFetch(node, paths, parts);
  return (run) => fetch.run(run);
}

class EntityFetch {
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

  run(run: Run): Promise<void> | undefined {
    const targets = this.#paths.flatMap((path) => targetsAt(run.data, path));
    const batch = batchOf(targets, this.#representationOf);
    return batch.representations.length === 0 ? undefined : this.#fetch(run, targets, batch);
  }

  async #fetch(run: Run, targets: readonly Data[], batch: Batch): Promise<void> {
    const answer = await this.#call.send(run, `[${batch.representations.map(({ text }) => text).join(',')}]`);
    if (!answer) return;
    if (answer.errors) this.#place(run, answer.errors, batch);
    const entities = this.#entitiesOf(answer, batch, run);
    for (const [index, waiting] of batch.waiting.entries()) {
      const entity = entities[index];
      if (!isData(entity)) continue;
      for (const name of this.#unfounded(batch.representations[index])) entity[name] = undefined;
      this.#deliver(entity, waiting, targets);
    }
  }

  /** As many entities as were asked for, or the service has failed. */
  #entitiesOf({ data, errors }: ServiceAnswer, { representations }: Batch, run: Run): readonly unknown[] {
    const entities = data?.['_entities'];
    if (Array.isArray(entities) && entities.length === representations.length) return entities;
    if (data && !errors?.length) this.#call.fail(run);
    return [];
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
function commonStart([first = [], ...others]: readonly Path[]): Path {
  const end = first.findIndex((name, index) => others.some((other) => other[index] !== name));
  return end === -1 ? first : first.slice(0, end);
}
