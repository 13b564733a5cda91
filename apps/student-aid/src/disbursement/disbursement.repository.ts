import type { Season } from '@bureau/calendar';
import { newId, type PageOrder, type Reader } from '@bureau/subgraph';
import { type EntityManager, Any, IsNull, type SelectQueryBuilder } from 'typeorm';
import { type DisbursementBatch, DisbursementBatchEntity } from './disbursement-batch.entity.ts';
import {
  type DisbursementFunding,
  DisbursementFundingEntity,
  type DisbursementSchool,
  DisbursementSchoolEntity,
  type DisbursementStep,
  DisbursementStepEntity,
} from './disbursement-part.entity.ts';
import type { BatchState } from './disbursement.rules.ts';

export interface BatchCriteria {
  programmeCodes?: readonly string[] | null;
  states?: readonly BatchState[] | null;
  schoolYear?: number | null;
  season?: Season | null;
  /** Due by this day or earlier. */
  dueBy?: string | null;
}

export const BATCH_ORDERS = {
  NUMBER_DESC: { name: 'NUMBER_DESC', properties: ['number'], direction: 'DESC' },
  PAY_BY_ASC: { name: 'PAY_BY_ASC', properties: ['payBy'], direction: 'ASC' },
} as const satisfies Record<string, PageOrder>;

const GROUPINGS = { STATE: 'state', PROGRAMME: 'programmeCode' } as const;
export type BatchGrouping = keyof typeof GROUPINGS;

export interface BatchGroup {
  key: string;
  count: number;
  payments: number;
  amountFen: string;
}

type Done = Omit<DisbursementStep, 'countyCode' | 'id' | 'batchId' | 'fromState' | 'toState'>;

export class DisbursementRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<DisbursementBatch[]> {
    return this.#reader.read((manager) => manager.findBy(DisbursementBatchEntity, { countyCode, id: Any(ids) }));
  }

  /** The batches of a list, not yet ordered. */
  matching(
    countyCode: string,
    criteria: BatchCriteria,
  ): (manager: EntityManager) => SelectQueryBuilder<DisbursementBatch> {
    const { programmeCodes, states, schoolYear, season, dueBy } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(DisbursementBatchEntity, 'batch')
        .where('batch.countyCode = :countyCode', { countyCode });
      if (programmeCodes) query.andWhere('batch.programmeCode = ANY(:programmeCodes)', { programmeCodes });
      if (states) query.andWhere('batch.state = ANY(:states)', { states });
      if (schoolYear != null) query.andWhere('batch.schoolYear = :schoolYear', { schoolYear });
      if (season) query.andWhere('batch.season = :season', { season });
      if (dueBy) query.andWhere('batch.payBy <= :dueBy', { dueBy });
      return query;
    };
  }

  countGroups(countyCode: string, criteria: BatchCriteria, grouping: BatchGrouping): Promise<BatchGroup[]> {
    const column = `batch.${GROUPINGS[grouping]}`;
    return this.#reader.figure(['batch groups', criteria, grouping], (manager) =>
      this.matching(
        countyCode,
        criteria,
      )(manager)
        .select(column, 'key')
        .addSelect('count(*)::int', 'count')
        .addSelect('sum(batch.paymentCount)::int', 'payments')
        .addSelect('sum(batch.paymentFen)::text', 'amountFen')
        .groupBy(column)
        .orderBy(column)
        .getRawMany<BatchGroup>(),
    );
  }

  listSchoolsOf(countyCode: string, batchIds: string[]): Promise<DisbursementSchool[]> {
    return this.#reader.read((manager) =>
      manager.find(DisbursementSchoolEntity, {
        where: { countyCode, batchId: Any(batchIds) },
        order: { schoolId: 'ASC' },
      }),
    );
  }

  listFundingOf(countyCode: string, batchIds: string[]): Promise<DisbursementFunding[]> {
    return this.#reader.read((manager) =>
      manager.find(DisbursementFundingEntity, {
        where: { countyCode, batchId: Any(batchIds) },
        order: { position: 'ASC' },
      }),
    );
  }

  listStepsOf(countyCode: string, batchIds: string[]): Promise<DisbursementStep[]> {
    return this.#reader.read((manager) =>
      manager.find(DisbursementStepEntity, { where: { countyCode, batchId: Any(batchIds) }, order: { id: 'ASC' } }),
    );
  }

  /** Locks first of all that an act locks: batch, then its payments, then its funds by id. */
  findForUpdate(countyCode: string, id: string): Promise<DisbursementBatch | null> {
    return this.#reader.read((manager) =>
      manager.findOne(DisbursementBatchEntity, { where: { countyCode, id }, lock: { mode: 'pessimistic_write' } }),
    );
  }

  /** Writes the state of a batch that the caller holds locked, and who brought it there. */
  async step(
    { countyCode, id, version, state: fromState }: DisbursementBatch,
    changes: Partial<DisbursementBatch> & { state: BatchState },
    done: Done,
  ): Promise<void> {
    await this.#reader.read(async (manager) => {
      const { affected } = await manager.update(
        DisbursementBatchEntity,
        { countyCode, id, version },
        { ...changes, version: version + 1 },
      );
      if (affected !== 1) throw new Error('A batch changed while it was locked.');
      const step = { countyCode, id: newId(), batchId: id, fromState, toState: changes.state, ...done };
      await manager.insert(DisbursementStepEntity, step);
    });
  }

  /** Writes a school's confirmation of a batch that the caller holds locked. */
  async confirm(
    { countyCode, batchId, schoolId }: Pick<DisbursementSchool, 'countyCode' | 'batchId' | 'schoolId'>,
    confirmedBy: string,
    confirmedAt: Date,
  ): Promise<void> {
    const { affected } = await this.#reader.read((manager) =>
      manager.update(
        DisbursementSchoolEntity,
        { countyCode, batchId, schoolId, confirmedBy: IsNull() },
        { confirmedBy, confirmedAt },
      ),
    );
    if (affected !== 1) throw new Error('A part changed while its batch was locked.');
  }
}
