import { type SchoolRoster, SchoolRosterEntity } from '@bureau/events';
import type { PageOrder, Reader } from '@bureau/subgraph';
import { type EntityManager, Any, type SelectQueryBuilder } from 'typeorm';
import { COUNTED, ONE_YEAR } from '../roster/roster.repository.ts';
import type { SchoolYearWindow } from '../roster/school-year-window.rules.ts';
import { type Condition, CONDITIONS, STANDING, yearsWithTarget } from './school-standing.repository.ts';

export interface SchoolCriteria extends Partial<Record<Condition, boolean | null>> {
  year: SchoolYearWindow;
  townshipCodes?: readonly string[] | null;
}

export const SCHOOL_ORDERS = {
  CODE_ASC: { name: 'CODE_ASC', properties: ['code'], direction: 'ASC' },
  NAME_ASC: { name: 'NAME_ASC', properties: ['name'], direction: 'ASC' },
} as const satisfies Record<string, PageOrder>;

const CONDITION_NAMES = Object.keys(CONDITIONS) as Condition[];

export class SchoolRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<SchoolRoster[]> {
    return this.#reader.read((manager) => manager.findBy(SchoolRosterEntity, { countyCode, id: Any(ids) }));
  }

  /** The schools of a list, not yet ordered. */
  matching(countyCode: string, criteria: SchoolCriteria): (manager: EntityManager) => SelectQueryBuilder<SchoolRoster> {
    const { year, townshipCodes } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(SchoolRosterEntity, 'school')
        .addCommonTableExpression(yearsWithTarget(ONE_YEAR), 'year')
        .innerJoin('year', 'year', COUNTED)
        .where('school.countyCode = :countyCode', { countyCode, ...year });
      for (const { table, alias, on } of STANDING) query.leftJoin(table, alias, on);
      if (townshipCodes) query.andWhere('school.townshipCode = ANY(:townshipCodes)', { townshipCodes });
      for (const name of CONDITION_NAMES) {
        const asked = criteria[name];
        if (asked != null) query.andWhere(`(${CONDITIONS[name]}) = :${name}`, { [name]: asked });
      }
      return query;
    };
  }
}
