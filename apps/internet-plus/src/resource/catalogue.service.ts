import { type Desk, placeOf } from '../record/desk.repository.ts';
import type { Outcome, RecordService } from '../record/record.service.ts';
import {
  type ChangeRefusal,
  latestRefusals,
  rangeRefusals,
  type Refusal,
  refuse,
  textRefusals,
} from '../refusal/refusal.rules.ts';
import { CollectionItemEntity } from './collection-item.entity.ts';
import { gramsOf, type ResourceAsked, resourceRefusals, searchedText } from './resource.rules.ts';
import { ResourceCollectionEntity } from './resource-collection.entity.ts';
import type { ResourceKind, ResourceSuit } from './resource-terms.rules.ts';
import { ResourceEntity } from './resource.entity.ts';
import { ResourceUseEntity } from './resource-use.entity.ts';

interface Act {
  idempotencyKey?: string | null;
}

export interface ResourceInput extends ResourceAsked, Act {
  kind: ResourceKind;
  suits: readonly ResourceSuit[];
}

export interface CollectionInput extends Act {
  school: string;
  name: string;
  purpose: string;
  resources: readonly string[];
}

export interface ResourceUseInput extends Act {
  school: string;
  resource: string;
  className: string;
  usedOn: string;
  lessons: number;
}

const NAME_LONGEST = 60;
const PURPOSE_LONGEST = 200;
const ITEMS = { least: 1, greatest: 200 };
const LESSONS = { least: 1, greatest: 20 };

/** The catalogue of resources, what schools take from it and how they use it. */
export class CatalogueService {
  readonly #records: RecordService;

  constructor(records: RecordService) {
    this.#records = records;
  }

  add(input: ResourceInput): Promise<Outcome<Refusal<'TextUnfit' | 'LinkUnsafe' | 'ValueOutOfRange'>>> {
    return this.#records.act('resourceAdd', input, async (desk) => {
      const refusals = resourceRefusals(input);
      if (refusals.length > 0) return { id: null, refusals };
      const { idempotencyKey: _, suits, grade = null, ...asked } = input;
      const searched = searchedText(input);
      const found = { searched, grams: gramsOf(searched), suits: [...new Set(suits)] };
      const offered = { addedOn: desk.today, withdrawnOn: null, version: 1 };
      const resource = { countyCode: desk.county, id: desk.newId(), ...asked, grade, ...found, ...offered };
      await desk.insert(ResourceEntity, resource);
      return { id: resource.id, refusals };
    });
  }

  withdraw(
    input: Act & { resource: string; version: number },
  ): Promise<Outcome<ChangeRefusal | Refusal<'ActOutOfOrder'>>> {
    const about = { entity: ResourceEntity, id: input.resource, field: 'resource' };
    return this.#records.actOn('resourceWithdraw', input, about, async (desk, { withdrawnOn }) => ({
      refusals: withdrawnOn === null ? [] : [refuse('ActOutOfOrder', '', { state: 'WITHDRAWN', acts: [] })],
      changes: { withdrawnOn: desk.today },
    }));
  }

  compose(input: CollectionInput): Promise<Outcome<Refusal<'RecordNotFound' | 'TextUnfit' | 'ValueOutOfRange'>>> {
    return this.#records.actFor('resourceCollectionCompose', input, async (desk, school) => {
      const ids = [...new Set(input.resources)].flatMap((id) => desk.idOf(id, 'resources') ?? []);
      const known = await desk.listByIds(ResourceEntity, ids);
      const isMissing = known.length < new Set(input.resources).size;
      const refusals = [
        ...textRefusals(input.name, 'name', NAME_LONGEST),
        ...textRefusals(input.purpose, 'purpose', PURPOSE_LONGEST),
        ...rangeRefusals(input.resources.length, 'resources', ITEMS),
        ...(isMissing ? [refuse('RecordNotFound', 'resources', {})] : []),
      ];
      if (refusals.length > 0) return { id: null, refusals };
      const place = placeOf(school);
      const collectionId = await emptyCollection(desk, { ...place, name: input.name, purpose: input.purpose });
      const items = ids.map((resourceId, at) => ({
        ...place,
        id: desk.newId(),
        collectionId,
        resourceId,
        place: at + 1,
      }));
      await desk.insert(CollectionItemEntity, ...items);
      return { id: collectionId, refusals };
    });
  }

  recordUse(
    input: ResourceUseInput,
  ): Promise<Outcome<Refusal<'RecordNotFound' | 'RecordExists' | 'TextUnfit' | 'DayTooLate' | 'ValueOutOfRange'>>> {
    return this.#records.actFor('resourceUseRecord', input, async (desk, school) => {
      const resourceId = desk.idOf(input.resource, 'resource');
      const [resource] = resourceId ? await desk.listByIds(ResourceEntity, [resourceId]) : [];
      if (!resource) return { id: null, refusals: [refuse('RecordNotFound', 'resource', {})] };
      const { className, usedOn, lessons } = input;
      const refusals = [
        ...textRefusals(className, 'className', NAME_LONGEST),
        ...latestRefusals(usedOn, 'usedOn', desk.today),
        ...rangeRefusals(lessons, 'lessons', LESSONS),
      ];
      if (refusals.length > 0) return { id: null, refusals };
      const use = { ...placeOf(school), id: desk.newId(), resourceId: resource.id, className, usedOn, lessons };
      if (await desk.insert(ResourceUseEntity, use)) return { id: use.id, refusals };
      return { id: null, refusals: [refuse('RecordExists', 'className', { existing: null })] };
    });
  }
}

interface CollectionPlace {
  countyCode: string;
  schoolId: string;
  townshipCode: string;
  name: string;
  purpose: string;
}

/** The school's collection of that name, without its items. */
async function emptyCollection(desk: Desk, wanted: CollectionPlace): Promise<string> {
  const fresh = { ...wanted, id: desk.newId(), version: 1 };
  if (await desk.insert(ResourceCollectionEntity, fresh)) return fresh.id;
  const { schoolId, name, purpose } = wanted;
  const known = await desk.findBy(ResourceCollectionEntity, { schoolId, name });
  if (!known) throw new Error('A collection that stood in the way is gone.');
  await desk.change(ResourceCollectionEntity, known, { purpose });
  await desk.clear(CollectionItemEntity, { collectionId: known.id });
  return known.id;
}
