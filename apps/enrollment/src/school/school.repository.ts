import type { PageOrder, Reader } from '@bureau/subgraph';
import { type EntityManager, Any, type SelectQueryBuilder } from 'typeorm';
import { type School, SchoolEntity } from './school.entity.ts';

export interface SchoolCriteria {
  townshipCodes?: readonly string[] | null;
  kinds?: readonly string[] | null;
  nameContains?: string | null;
  openOn?: string | null;
}

export const SCHOOL_ORDERS = {
  NAME_ASC: { name: 'NAME_ASC', properties: ['name'], direction: 'ASC' },
  NAME_DESC: { name: 'NAME_DESC', properties: ['name'], direction: 'DESC' },
  CODE_ASC: { name: 'CODE_ASC', properties: ['code'], direction: 'ASC' },
} as const satisfies Record<string, PageOrder>;

export interface StudentCount {
  schoolId: string;
  count: number;
}

export class SchoolRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<School[]> {
    return this.#reader.read((manager) => manager.findBy(SchoolEntity, { countyCode, id: Any(ids) }));
  }

  listByCodes(countyCode: string, codes: string[]): Promise<School[]> {
    return this.#reader.read((manager) => manager.findBy(SchoolEntity, { countyCode, code: Any(codes) }));
  }

  /** The schools of a list, not yet ordered. */
  matching(countyCode: string, criteria: SchoolCriteria): (manager: EntityManager) => SelectQueryBuilder<School> {
    const { townshipCodes, kinds, nameContains, openOn } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(SchoolEntity, 'school')
        .where('school.countyCode = :countyCode', { countyCode });
      if (townshipCodes) query.andWhere('school.townshipCode = ANY(:townshipCodes)', { townshipCodes });
      if (kinds) query.andWhere('school.kind = ANY(:kinds)', { kinds });
      if (nameContains) query.andWhere('strpos(school.name, :nameContains) > 0', { nameContains });
      if (openOn)
        query.andWhere('school.opensOn <= :openOn AND (school.closesOn IS NULL OR school.closesOn > :openOn)', {
          openOn,
        });
      return query;
    };
  }

  /** Children with an active roll at each school. */
  countStudents(countyCode: string, ids: string[]): Promise<StudentCount[]> {
    return this.#reader.figure(['students of schools', ids], (manager) =>
      manager.query(
        `SELECT school_id AS "schoolId", count(*)::int AS count FROM student
         WHERE county_code = $1 AND school_id = ANY($2) AND roll_status = 'ACTIVE' GROUP BY school_id`,
        [countyCode, ids],
      ),
    );
  }
}
