import type { PageOrder, Reader } from '@bureau/subgraph';
import { type EntityManager, Any, type SelectQueryBuilder } from 'typeorm';
import { type AidAward, AidAwardEntity } from './aid-award.entity.ts';
import { type TermCriteria, whereTerm } from './award-terms.repository.ts';

export interface AwardCriteria extends TermCriteria {
  programmeCodes?: readonly string[] | null;
  stages?: readonly string[] | null;
  schoolIds?: readonly string[] | null;
  townshipCodes?: readonly string[] | null;
  /** With a payment that is PAID, on one of these days. */
  paid?: { from: string | null; to: string | null } | null;
}

export const AWARD_ORDERS = {
  AWARDED_ASC: { name: 'AWARDED_ASC', properties: ['awardedOn'], direction: 'ASC' },
  AWARDED_DESC: { name: 'AWARDED_DESC', properties: ['awardedOn'], direction: 'DESC' },
  TERM_ASC: { name: 'TERM_ASC', properties: ['schoolYear', 'season'], direction: 'ASC' },
  TERM_DESC: { name: 'TERM_DESC', properties: ['schoolYear', 'season'], direction: 'DESC' },
  AMOUNT_DESC: { name: 'AMOUNT_DESC', properties: ['amountFen'], direction: 'DESC' },
} as const satisfies Record<string, PageOrder>;

const GROUPINGS = {
  PROGRAMME: ['programmeCode'],
  TERM: ['schoolYear', 'season'],
  STAGE: ['stage'],
  TIER: ['tier'],
  SCHOOL: ['schoolId'],
  TOWNSHIP: ['townshipCode'],
} as const satisfies Record<string, readonly (keyof AidAward)[]>;
export type AwardGrouping = keyof typeof GROUPINGS;

export interface AwardGroup {
  count: number;
  students: number;
  amountFen: string;
  /** The values by which the awards were grouped: of TERM two, school year and season. */
  values: (string | number)[];
}

export class AwardRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<AidAward[]> {
    return this.#reader.read((manager) => manager.findBy(AidAwardEntity, { countyCode, id: Any(ids) }));
  }

  /** Latest term first. */
  listOfStudents(countyCode: string, studentIds: string[]): Promise<AidAward[]> {
    return this.#reader.read((manager) =>
      manager.find(AidAwardEntity, {
        where: { countyCode, studentId: Any(studentIds) },
        order: { schoolYear: 'DESC', season: 'DESC', programmeCode: 'ASC' },
      }),
    );
  }

  /** The awards of a list, not yet ordered. */
  matching(countyCode: string, criteria: AwardCriteria): (manager: EntityManager) => SelectQueryBuilder<AidAward> {
    const { programmeCodes, stages, schoolIds, townshipCodes, paid } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(AidAwardEntity, 'award')
        .where('award.countyCode = :countyCode', { countyCode });
      whereTerm(query, criteria);
      if (programmeCodes) query.andWhere('award.programmeCode = ANY(:programmeCodes)', { programmeCodes });
      if (stages) query.andWhere('award.stage = ANY(:stages)', { stages });
      if (schoolIds) query.andWhere('award.schoolId = ANY(:schoolIds)', { schoolIds });
      if (townshipCodes) query.andWhere('award.townshipCode = ANY(:townshipCodes)', { townshipCodes });
      if (paid)
        query.andWhere(
          `EXISTS (SELECT FROM payment WHERE county_code = award.countyCode AND award_id = award.id AND state = 'PAID'
             AND paid_on BETWEEN coalesce(CAST(:from AS date), '-infinity') AND coalesce(CAST(:to AS date), 'infinity'))`,
          paid,
        );
      return query;
    };
  }

  countGroups(countyCode: string, criteria: AwardCriteria, grouping: AwardGrouping): Promise<AwardGroup[]> {
    const columns = GROUPINGS[grouping].map((property) => `award.${property}`);
    return this.#reader.figure(['award groups', criteria, grouping], (manager) => {
      const query = this.matching(
        countyCode,
        criteria,
      )(manager)
        .select('count(*)::int', 'count')
        .addSelect('count(DISTINCT award.studentId)::int', 'students')
        .addSelect('sum(award.amountFen)::text', 'amountFen')
        .addSelect(`json_build_array(${columns.join(', ')})`, 'values');
      for (const column of columns) query.addGroupBy(column).addOrderBy(column);
      return query.getRawMany<AwardGroup>();
    });
  }
}
