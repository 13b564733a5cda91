import type { PageOrder, Reader } from '@bureau/subgraph';
import { Any, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { type DisabledChild, DisabledChildEntity } from '../disabled-child/disabled-child.entity.ts';
import { type AutomaticEffect, AutomaticEffectEntity } from './automatic-effect.entity.ts';

export interface AutomaticEffectCriteria {
  rules?: readonly string[] | null;
  isUndone?: boolean | null;
}

/** A version 7 id grows with the instant of the effect. */
export const APPLIED_DESC = { name: 'APPLIED_DESC', properties: [], direction: 'DESC' } as const satisfies PageOrder;

export class AutomaticEffectRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<AutomaticEffect[]> {
    return this.#reader.read((manager) => manager.findBy(AutomaticEffectEntity, { countyCode, id: Any(ids) }));
  }

  listOfChildren(countyCode: string, childIds: string[]): Promise<AutomaticEffect[]> {
    const order = { appliedAt: 'DESC', id: 'DESC' } as const;
    return this.#reader.read((manager) =>
      manager.find(AutomaticEffectEntity, { where: { countyCode, childId: Any(childIds) }, order }),
    );
  }

  /** The effects of a list, not yet ordered. */
  matching(
    countyCode: string,
    { rules, isUndone }: AutomaticEffectCriteria,
  ): (manager: EntityManager) => SelectQueryBuilder<AutomaticEffect> {
    return (manager) => {
      const query = manager
        .createQueryBuilder(AutomaticEffectEntity, 'effect')
        .where('effect.countyCode = :countyCode', { countyCode });
      if (rules) query.andWhere('effect.rule = ANY(:rules)', { rules });
      if (isUndone != null) query.andWhere(`effect.undoneAt IS ${isUndone ? 'NOT ' : ''}NULL`);
      return query;
    };
  }

  /** The children of the ledger that events are about, locked in one order: nobody else moves them meanwhile. */
  listConcernedForUpdate(
    countyCode: string,
    { studentIds, schoolIds }: { studentIds: string[]; schoolIds: string[] },
  ): Promise<DisabledChild[]> {
    return this.#reader.read((manager) =>
      manager
        .createQueryBuilder(DisabledChildEntity, 'child')
        .where('child.countyCode = :countyCode', { countyCode })
        .andWhere('(child.studentId = ANY(:studentIds) OR child.schoolId = ANY(:schoolIds))', { studentIds, schoolIds })
        .orderBy('child.id')
        .setLock('pessimistic_write')
        .getMany(),
    );
  }
}
