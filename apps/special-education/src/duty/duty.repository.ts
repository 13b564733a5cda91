import type { PageOrder, Reader } from '@bureau/subgraph';
import { Any, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { type Duty, DutyEntity } from './duty.entity.ts';
import { type DutyTransfer, DutyTransferEntity } from './duty-transfer.entity.ts';

export interface DutyTransferCriteria {
  today: string;
  states?: readonly string[] | null;
  isOverdue?: boolean | null;
  fromSchoolIds?: readonly string[] | null;
  toSchoolIds?: readonly string[] | null;
}

/** A version 7 id grows with the instant at which the hand-over was offered. */
export const OFFERED_DESC = { name: 'OFFERED_DESC', properties: [], direction: 'DESC' } as const satisfies PageOrder;

export class DutyRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listOfChildren(countyCode: string, childIds: string[]): Promise<Duty[]> {
    const order = { startedAt: 'ASC' } as const;
    return this.#reader.read((manager) =>
      manager.find(DutyEntity, { where: { countyCode, childId: Any(childIds) }, order }),
    );
  }

  listTransfersByIds(countyCode: string, ids: string[]): Promise<DutyTransfer[]> {
    return this.#reader.read((manager) => manager.findBy(DutyTransferEntity, { countyCode, id: Any(ids) }));
  }

  /** The hand-overs of a list, not yet ordered. */
  matching(
    countyCode: string,
    criteria: DutyTransferCriteria,
  ): (manager: EntityManager) => SelectQueryBuilder<DutyTransfer> {
    const { today, states, isOverdue, fromSchoolIds, toSchoolIds } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(DutyTransferEntity, 'transfer')
        .where('transfer.countyCode = :countyCode', { countyCode });
      if (states) query.andWhere('transfer.state = ANY(:states)', { states });
      if (isOverdue != null)
        query.andWhere(`(transfer.state = 'OFFERED' AND transfer.dueOn < :today) = :isOverdue`, { today, isOverdue });
      if (fromSchoolIds) query.andWhere('transfer.fromSchoolId = ANY(:fromSchoolIds)', { fromSchoolIds });
      if (toSchoolIds) query.andWhere('transfer.toSchoolId = ANY(:toSchoolIds)', { toSchoolIds });
      return query;
    };
  }
}
