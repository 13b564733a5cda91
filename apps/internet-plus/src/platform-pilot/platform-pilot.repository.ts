import type { PageOrder, Reader } from '@bureau/subgraph';
import { Any, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { type PlatformPilot, PlatformPilotEntity } from './platform-pilot.entity.ts';

export interface PlatformPilotCriteria {
  schoolIds?: readonly string[] | null;
  townshipCodes?: readonly string[] | null;
  levels?: readonly string[] | null;
  underWayOn?: string | null;
}

export const PLATFORM_PILOT_ORDERS = {
  STARTED_DESC: { name: 'STARTED_DESC', properties: ['startedOn'], direction: 'DESC' },
  STARTED_ASC: { name: 'STARTED_ASC', properties: ['startedOn'], direction: 'ASC' },
} as const satisfies Record<string, PageOrder>;

/** SQL: the days on which `pilot` is under way. */
export const PILOT_DAYS = 'daterange(pilot.started_on, pilot.ended_on)';

export class PlatformPilotRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<PlatformPilot[]> {
    return this.#reader.read((manager) => manager.findBy(PlatformPilotEntity, { countyCode, id: Any(ids) }));
  }

  /** The pilots of a list, not yet ordered. */
  matching(
    countyCode: string,
    criteria: PlatformPilotCriteria,
  ): (manager: EntityManager) => SelectQueryBuilder<PlatformPilot> {
    const { schoolIds, townshipCodes, levels, underWayOn } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(PlatformPilotEntity, 'pilot')
        .where('pilot.countyCode = :countyCode', { countyCode });
      if (schoolIds) query.andWhere('pilot.schoolId = ANY(:schoolIds)', { schoolIds });
      if (townshipCodes) query.andWhere('pilot.townshipCode = ANY(:townshipCodes)', { townshipCodes });
      if (levels) query.andWhere('pilot.level = ANY(:levels)', { levels });
      if (underWayOn) query.andWhere(`${PILOT_DAYS} @> CAST(:underWayOn AS date)`, { underWayOn });
      return query;
    };
  }

  listUnderWay(countyCode: string, schoolIds: string[], day: string): Promise<PlatformPilot[]> {
    return this.#reader.read((manager) =>
      this.matching(countyCode, { schoolIds, underWayOn: day })(manager)
        .orderBy('pilot.startedOn')
        .addOrderBy('pilot.id')
        .getMany(),
    );
  }
}
