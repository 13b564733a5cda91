import { newId, type PageOrder, type Reader } from '@bureau/subgraph';
import { Any, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { type HandoverItem, HandoverItemEntity } from './handover-item.entity.ts';
import { type HandoverStep, HandoverStepEntity } from './handover-step.entity.ts';
import { type HandoverAct, OWED_STATES } from './handover.rules.ts';

export interface HandoverItemCriteria {
  handoverId?: string | null;
  states?: readonly string[] | null;
  kinds?: readonly string[] | null;
  fromSchoolIds?: readonly string[] | null;
  toSchoolIds?: readonly string[] | null;
  isInPool?: boolean | null;
  categories?: readonly string[] | null;
  overdue?: { on: string; isOverdue: boolean } | null;
}

export const HANDOVER_ITEM_ORDERS = {
  DUE_ASC: { name: 'DUE_ASC', properties: ['dueOn'], direction: 'ASC' },
  DUE_DESC: { name: 'DUE_DESC', properties: ['dueOn'], direction: 'DESC' },
} as const satisfies Record<string, PageOrder>;

const GROUPINGS = {
  STATE: 'item.state',
  KIND: 'item.kind',
  FROM_SCHOOL: 'item.from_school_id',
  TO_SCHOOL: 'item.to_school_id',
  TOWNSHIP: 'item.township_code',
} as const;
export type HandoverItemGrouping = keyof typeof GROUPINGS;

export interface HandoverItemGroup {
  key: string | null;
  count: number;
}

export interface TakenStep {
  act: HandoverAct;
  note: string | null;
  takenBy: string;
  takenAt: Date;
}

export class HandoverItemRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<HandoverItem[]> {
    return this.#reader.read((manager) => manager.findBy(HandoverItemEntity, { countyCode, id: Any(ids) }));
  }

  /** The open items of children. */
  listOpenOf(countyCode: string, studentIds: string[]): Promise<HandoverItem[]> {
    return this.#reader.read((manager) =>
      manager
        .createQueryBuilder(HandoverItemEntity, 'item')
        .where('item.countyCode = :countyCode AND item.studentId = ANY(:studentIds)', { countyCode, studentIds })
        .andWhere(`item.state <> ALL ('{ARRIVED,CLOSED}')`)
        .getMany(),
    );
  }

  listSteps(countyCode: string, itemIds: string[]): Promise<HandoverStep[]> {
    return this.#reader.read((manager) =>
      manager.find(HandoverStepEntity, { where: { countyCode, itemId: Any(itemIds) }, order: { id: 'ASC' } }),
    );
  }

  /** Locks the items in the order of their ids, so that two bulk steps wait for one another. */
  listForUpdate(countyCode: string, ids: readonly string[]): Promise<HandoverItem[]> {
    return this.#reader.read((manager) =>
      manager.find(HandoverItemEntity, {
        where: { countyCode, id: Any([...ids]) },
        order: { id: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      }),
    );
  }

  matching(
    countyCode: string,
    criteria: HandoverItemCriteria,
  ): (manager: EntityManager) => SelectQueryBuilder<HandoverItem> {
    const { handoverId, states, kinds, fromSchoolIds, toSchoolIds, isInPool, categories, overdue } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(HandoverItemEntity, 'item')
        .where('item.countyCode = :countyCode', { countyCode });
      if (handoverId) query.andWhere('item.handoverId = :handoverId', { handoverId });
      if (states) query.andWhere('item.state = ANY(:states)', { states });
      if (kinds) query.andWhere('item.kind = ANY(:kinds)', { kinds });
      if (fromSchoolIds) query.andWhere('item.fromSchoolId = ANY(:fromSchoolIds)', { fromSchoolIds });
      if (toSchoolIds) query.andWhere('item.toSchoolId = ANY(:toSchoolIds)', { toSchoolIds });
      if (isInPool != null)
        query.andWhere(`(item.state = 'SENT' AND item.toSchoolId IS NULL) = :isInPool`, { isInPool });
      if (categories) query.andWhere('item.categories && :categories', { categories });
      if (overdue)
        query.andWhere('(item.dueOn < :on AND item.state = ANY(:owed)) = :isOverdue', {
          ...overdue,
          owed: OWED_STATES,
        });
      return query;
    };
  }

  countGroups(
    countyCode: string,
    criteria: HandoverItemCriteria,
    grouping: HandoverItemGrouping,
  ): Promise<HandoverItemGroup[]> {
    return this.#reader.figure(['hand-over items', criteria, grouping], (manager) =>
      this.matching(
        countyCode,
        criteria,
      )(manager)
        .select(GROUPINGS[grouping], 'key')
        .addSelect('count(*)::int', 'count')
        .groupBy(GROUPINGS[grouping])
        .orderBy('1')
        .getRawMany<HandoverItemGroup>(),
    );
  }

  /** Children who already have an open item are left out; answers which were written. */
  async insertUnlessOpen(items: HandoverItem[]): Promise<string[]> {
    if (items.length === 0) return [];
    const { raw } = (await this.#reader.read((manager) =>
      manager.createQueryBuilder().insert().into(HandoverItemEntity).values(items).orIgnore().returning('id').execute(),
    )) as { raw: { id: string }[] };
    return raw.map(({ id }) => id);
  }

  /** Items with a receiver in these states, locked. */
  listAwaitedForUpdate(countyCode: string, states: readonly string[]): Promise<HandoverItem[]> {
    return this.#reader.read((manager) =>
      manager
        .createQueryBuilder(HandoverItemEntity, 'item')
        .where('item.countyCode = :countyCode AND item.toSchoolId IS NOT NULL', { countyCode })
        .andWhere('item.state = ANY(:states)', { states })
        .orderBy('item.id')
        .setLock('pessimistic_write')
        .getMany(),
    );
  }

  /** Writes what a step makes of items that the caller holds locked, and the step of each: two statements. */
  async writeStep(items: readonly HandoverItem[], step: TakenStep): Promise<void> {
    if (items.length === 0) return;
    const rows = JSON.stringify(items.map((item) => ({ ...item, stepId: newId() })));
    const county = items[0]?.countyCode;
    await this.#reader.read(async (manager) => {
      await manager.query(WRITE_ITEMS, [county, rows]);
      await manager.query(WRITE_STEPS, [county, rows, step.act, step.note, step.takenBy, step.takenAt]);
    });
  }
}

const GIVEN = `jsonb_to_recordset($2::jsonb) AS given (id uuid, "stepId" uuid, state text, "toSchoolId" uuid, "dueOn" date, "sentOn" date,
  "receivedOn" date, "acknowledgedOn" date, "arrivedOn" date, "dropoutCaseId" uuid, summary text, version integer)`;

const WRITE_ITEMS = `
  UPDATE handover_item AS item SET state = given.state, to_school_id = given."toSchoolId", due_on = given."dueOn",
    sent_on = given."sentOn", received_on = given."receivedOn", acknowledged_on = given."acknowledgedOn",
    arrived_on = given."arrivedOn", dropout_case_id = given."dropoutCaseId", summary = given.summary, version = given.version + 1
  FROM ${GIVEN} WHERE item.county_code = $1 AND item.id = given.id AND item.version = given.version`;

const WRITE_STEPS = `
  INSERT INTO handover_step (county_code, id, item_id, act, to_state, to_school_id, note, taken_by, taken_at)
  SELECT $1, given."stepId", given.id, $3, given.state, given."toSchoolId", $4, $5, $6 FROM ${GIVEN}`;
