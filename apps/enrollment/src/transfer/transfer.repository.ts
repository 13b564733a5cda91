import type { PageOrder, Reader } from '@bureau/subgraph';
import { Any, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { type TransferStep, TransferStepEntity } from './transfer-step.entity.ts';
import { type Transfer, TransferEntity } from './transfer.entity.ts';

export interface TransferCriteria {
  kinds?: readonly string[] | null;
  statuses?: readonly string[] | null;
  schoolIds?: readonly string[] | null;
  studentIds?: readonly string[] | null;
  requestedFrom?: string | null;
  requestedTo?: string | null;
  isOverdue?: boolean | null;
  /** In transit: the file has moved, and the child has not yet been seen. */
  isInTransit?: boolean | null;
}

export const TRANSFER_ORDERS = {
  REQUESTED_ASC: { name: 'REQUESTED_ASC', properties: ['requestedOn'], direction: 'ASC' },
  REQUESTED_DESC: { name: 'REQUESTED_DESC', properties: ['requestedOn'], direction: 'DESC' },
} as const satisfies Record<string, PageOrder>;

const GROUPINGS = { KIND: 'kind', STATUS: 'status', FROM_SCHOOL: 'fromSchoolId', TO_SCHOOL: 'toSchoolId' } as const;
export type TransferGrouping = keyof typeof GROUPINGS;

export interface TransferGroup {
  key: string | null;
  count: number;
}

export class TransferRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<Transfer[]> {
    return this.#reader.read((manager) => manager.findBy(TransferEntity, { countyCode, id: Any(ids) }));
  }

  listOfStudents(countyCode: string, studentIds: string[]): Promise<Transfer[]> {
    return this.#reader.read((manager) =>
      manager.find(TransferEntity, {
        where: { countyCode, studentId: Any(studentIds) },
        order: { requestedOn: 'DESC', id: 'DESC' },
      }),
    );
  }

  listSteps(countyCode: string, transferIds: string[]): Promise<TransferStep[]> {
    return this.#reader.read((manager) =>
      manager.find(TransferStepEntity, { where: { countyCode, transferId: Any(transferIds) }, order: { id: 'ASC' } }),
    );
  }

  findForUpdate(countyCode: string, id: string): Promise<Transfer | null> {
    return this.#reader.read((manager) =>
      manager.findOne(TransferEntity, { where: { countyCode, id }, lock: { mode: 'pessimistic_write' } }),
    );
  }

  /** The transfers of a list as of a day, not yet ordered. */
  matching(
    countyCode: string,
    criteria: TransferCriteria,
    today: string,
  ): (manager: EntityManager) => SelectQueryBuilder<Transfer> {
    const { kinds, statuses, schoolIds, studentIds, requestedFrom, requestedTo, isOverdue, isInTransit } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(TransferEntity, 'transfer')
        .where('transfer.countyCode = :countyCode', { countyCode });
      if (kinds) query.andWhere('transfer.kind = ANY(:kinds)', { kinds });
      if (statuses) query.andWhere('transfer.status = ANY(:statuses)', { statuses });
      if (schoolIds)
        query.andWhere('(transfer.fromSchoolId = ANY(:schoolIds) OR transfer.toSchoolId = ANY(:schoolIds))', {
          schoolIds,
        });
      if (studentIds) query.andWhere('transfer.studentId = ANY(:studentIds)', { studentIds });
      if (requestedFrom) query.andWhere('transfer.requestedOn >= :requestedFrom', { requestedFrom });
      if (requestedTo) query.andWhere('transfer.requestedOn <= :requestedTo', { requestedTo });
      if (isOverdue != null) {
        const overdue = '(transfer.endedOn IS NULL AND coalesce(transfer.stepDueOn, :today) < :today)';
        query.andWhere(isOverdue ? overdue : `NOT ${overdue}`, { today });
      }
      if (isInTransit != null) {
        const transit = '(transfer.movedOn IS NOT NULL AND transfer.endedOn IS NULL)';
        query.andWhere(isInTransit ? transit : `NOT ${transit}`);
      }
      return query;
    };
  }

  countGroups(
    countyCode: string,
    { criteria, today, grouping }: { criteria: TransferCriteria; today: string; grouping: TransferGrouping },
  ): Promise<TransferGroup[]> {
    const column = `transfer.${GROUPINGS[grouping]}`;
    return this.#reader.figure(['transfer groups', criteria, today, grouping], (manager) =>
      this.matching(
        countyCode,
        criteria,
        today,
      )(manager)
        .select(column, 'key')
        .addSelect('count(*)::int', 'count')
        .groupBy(column)
        .orderBy('1')
        .getRawMany<TransferGroup>(),
    );
  }

  /** False when another transfer of the child is on its way. */
  async insertUnlessOneIsOpen(transfer: Transfer): Promise<boolean> {
    const { raw } = (await this.#reader.read((manager) =>
      manager.createQueryBuilder().insert().into(TransferEntity).values(transfer).orIgnore().returning('id').execute(),
    )) as { raw: unknown[] };
    return raw.length === 1;
  }

  async insertStep(step: TransferStep): Promise<void> {
    await this.#reader.read((manager) => manager.insert(TransferStepEntity, step));
  }

  /** Writes what an act changed in a transfer that the caller holds locked. */
  async update({ countyCode, id, version }: Transfer, changes: Partial<Transfer>): Promise<void> {
    const { affected } = await this.#reader.read((manager) =>
      manager
        .createQueryBuilder()
        .update(TransferEntity)
        .set({ ...changes, version: version + 1 })
        .where({ countyCode, id, version })
        .execute(),
    );
    if (affected !== 1) throw new Error('A transfer changed while it was locked.');
  }
}
