import type { PageOrder, Reader } from '@bureau/subgraph';
import { Any, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { type RecoveryTask, RecoveryTaskEntity } from './recovery-task.entity.ts';

export interface RecoveryCriteria {
  states?: readonly string[] | null;
  reasons?: readonly string[] | null;
  schoolIds?: readonly string[] | null;
}

export const RECOVERY_ORDERS = {
  OPENED_ASC: { name: 'OPENED_ASC', properties: ['openedOn'], direction: 'ASC' },
  AMOUNT_DESC: { name: 'AMOUNT_DESC', properties: ['amountFen'], direction: 'DESC' },
} as const satisfies Record<string, PageOrder>;

export interface RecoveryGroup {
  key: string;
  count: number;
  amountFen: string;
}

const GROUPINGS = { STATE: 'task.state', REASON: 'task.reason', SCHOOL: 'task.schoolId' } as const;
export type RecoveryGrouping = keyof typeof GROUPINGS;

export class RecoveryRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<RecoveryTask[]> {
    return this.#reader.read((manager) => manager.findBy(RecoveryTaskEntity, { countyCode, id: Any(ids) }));
  }

  listOfAwards(countyCode: string, awardIds: string[]): Promise<RecoveryTask[]> {
    return this.#reader.read((manager) =>
      manager.find(RecoveryTaskEntity, { where: { countyCode, awardId: Any(awardIds) }, order: { id: 'ASC' } }),
    );
  }

  findForUpdate(countyCode: string, id: string): Promise<RecoveryTask | null> {
    return this.#reader.read((manager) =>
      manager.findOne(RecoveryTaskEntity, { where: { countyCode, id }, lock: { mode: 'pessimistic_write' } }),
    );
  }

  matching(
    countyCode: string,
    criteria: RecoveryCriteria,
  ): (manager: EntityManager) => SelectQueryBuilder<RecoveryTask> {
    const { states, reasons, schoolIds } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(RecoveryTaskEntity, 'task')
        .where('task.countyCode = :countyCode', { countyCode });
      if (states) query.andWhere('task.state = ANY(:states)', { states });
      if (reasons) query.andWhere('task.reason = ANY(:reasons)', { reasons });
      if (schoolIds) query.andWhere('task.schoolId = ANY(:schoolIds)', { schoolIds });
      return query;
    };
  }

  countGroups(countyCode: string, criteria: RecoveryCriteria, grouping: RecoveryGrouping): Promise<RecoveryGroup[]> {
    const column = GROUPINGS[grouping];
    return this.#reader.figure(['recovery groups', criteria, grouping], (manager) =>
      this.matching(
        countyCode,
        criteria,
      )(manager)
        .select(`CAST(${column} AS text)`, 'key')
        .addSelect('count(*)::int', 'count')
        .addSelect('sum(task.amountFen)::text', 'amountFen')
        .groupBy(column)
        .orderBy(column)
        .getRawMany<RecoveryGroup>(),
    );
  }

  /** Takes a task that the caller holds locked to another state. */
  async move(
    { countyCode, id, version }: RecoveryTask,
    changes: Pick<RecoveryTask, 'state' | 'settledOn' | 'document'>,
  ): Promise<void> {
    const { affected } = await this.#reader.read((manager) =>
      manager.update(RecoveryTaskEntity, { countyCode, id, version }, { ...changes, version: version + 1 }),
    );
    if (affected !== 1) throw new Error('A task changed while it was locked.');
  }
}
