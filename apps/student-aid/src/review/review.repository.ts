import type { PageOrder, Reader } from '@bureau/subgraph';
import { type EntityManager, type EntitySchema, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import type { NoticeFacts } from './review.rules.ts';

/** What recognitions and applications have in common. */
export interface ReviewCriteria {
  schoolYear?: number | null;
  states?: readonly string[] | null;
  schoolIds?: readonly string[] | null;
  townshipCodes?: readonly string[] | null;
  stationCodes?: readonly string[] | null;
}

export const REVIEW_ORDERS = {
  FILED_ASC: { name: 'FILED_ASC', properties: ['filedOn'], direction: 'ASC' },
  FILED_DESC: { name: 'FILED_DESC', properties: ['filedOn'], direction: 'DESC' },
} as const satisfies Record<string, PageOrder>;

export interface ReviewGroup {
  key: string | null;
  count: number;
}

/** Everything of a kind that goes through the reviews, under the alias `row`. */
export class ReviewRepository<Row extends ObjectLiteral> {
  readonly #reader: Reader;
  readonly #entity: EntitySchema<Row>;

  constructor(reader: Reader, entity: EntitySchema<Row>) {
    this.#reader = reader;
    this.#entity = entity;
  }

  listByIds(countyCode: string, ids: string[]): Promise<Row[]> {
    return this.#reader.read((manager) =>
      manager
        .createQueryBuilder(this.#entity, 'row')
        .where('row.countyCode = :countyCode', { countyCode })
        .andWhere('row.id = ANY(:ids)', { ids })
        .getMany(),
    );
  }

  /** Latest filed first. */
  listOfStudents(countyCode: string, studentIds: string[]): Promise<Row[]> {
    return this.#reader.read((manager) =>
      manager
        .createQueryBuilder(this.#entity, 'row')
        .where('row.countyCode = :countyCode AND row.studentId = ANY(:studentIds)', { countyCode, studentIds })
        .orderBy('row.filedOn', 'DESC')
        .addOrderBy('row.id', 'DESC')
        .getMany(),
    );
  }

  /** The rows of a list, not yet ordered. */
  matching(countyCode: string, criteria: ReviewCriteria): (manager: EntityManager) => SelectQueryBuilder<Row> {
    const { schoolYear, states, schoolIds, townshipCodes, stationCodes } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(this.#entity, 'row')
        .where('row.countyCode = :countyCode', { countyCode });
      if (schoolYear != null) query.andWhere('row.schoolYear = :schoolYear', { schoolYear });
      if (states) query.andWhere('row.state = ANY(:states)', { states });
      if (schoolIds) query.andWhere('row.schoolId = ANY(:schoolIds)', { schoolIds });
      if (townshipCodes) query.andWhere('row.townshipCode = ANY(:townshipCodes)', { townshipCodes });
      if (stationCodes) query.andWhere('row.stationCode = ANY(:stationCodes)', { stationCodes });
      return query;
    };
  }

  /** Counts of a list by one of its properties; rows without a value are counted under null. */
  countGroups(
    query: (manager: EntityManager) => SelectQueryBuilder<Row>,
    key: readonly unknown[],
    property: string,
  ): Promise<ReviewGroup[]> {
    return this.#reader.figure([this.#entity.options.name, ...key, property], (manager) =>
      query(manager)
        .select(`CAST(row.${property} AS text)`, 'key')
        .addSelect('count(*)::int', 'count')
        .groupBy(`row.${property}`)
        .orderBy(`row.${property}`)
        .getRawMany<ReviewGroup>(),
    );
  }
}

/** What the notices of a level say about each subject that hung on one. */
export async function noticeFacts(
  manager: EntityManager,
  countyCode: string,
  level: string,
  subjectIds: string[],
): Promise<Map<string, NoticeFacts>> {
  const rows = await manager.query<({ id: string } & NoticeFacts)[]>(
    `SELECT item.subject_id AS id, max(notice.ends_on)::text AS "noticeEndsOn",
            (SELECT count(*)::int FROM objection WHERE county_code = $1 AND objection.subject_id = item.subject_id AND state <> 'OVERRULED') AS objections
     FROM public_notice_item item
     JOIN public_notice notice ON notice.county_code = $1 AND notice.id = item.notice_id AND notice.level = $2
     WHERE item.county_code = $1 AND item.subject_id = ANY ($3) GROUP BY 1`,
    [countyCode, level, subjectIds],
  );
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}
