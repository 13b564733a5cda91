import type { PageOrder, Reader } from '@bureau/subgraph';
import { Any, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { SPECIAL_CATEGORIES_SQL } from '../special-flag/special-flag.repository.ts';
import type { SpecialCategory } from '../special-flag/special-flag.rules.ts';
import { type Handover, HandoverEntity } from './handover.entity.ts';
import type { HandoverState, LeavingChild } from './handover.rules.ts';

export interface HandoverCriteria {
  kinds?: readonly string[] | null;
  fromSchoolIds?: readonly string[] | null;
  schoolYear?: number | null;
}

export const HANDOVER_ORDERS = {
  PREPARED_ASC: { name: 'PREPARED_ASC', properties: ['preparedOn'], direction: 'ASC' },
  PREPARED_DESC: { name: 'PREPARED_DESC', properties: ['preparedOn'], direction: 'DESC' },
} as const satisfies Record<string, PageOrder>;

/** Which children leave: named ones, or those of classes, or all of the school. */
export interface Leaving {
  schoolId: string;
  classIds?: readonly string[] | null;
  studentIds?: readonly string[] | null;
  /** Only those who entered a stage in a year: the graduating class. */
  graduating?: { stage: string; entryYear: number } | null;
}

export interface SpecialLeaver extends LeavingChild {
  name: string;
  classId: string;
  townshipCode: string;
  categories: SpecialCategory[];
  state: HandoverState | null;
}

export class HandoverRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<Handover[]> {
    return this.#reader.read((manager) => manager.findBy(HandoverEntity, { countyCode, id: Any(ids) }));
  }

  matching(countyCode: string, criteria: HandoverCriteria): (manager: EntityManager) => SelectQueryBuilder<Handover> {
    const { kinds, fromSchoolIds, schoolYear } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(HandoverEntity, 'handover')
        .where('handover.countyCode = :countyCode', { countyCode });
      if (kinds) query.andWhere('handover.kind = ANY(:kinds)', { kinds });
      if (fromSchoolIds) query.andWhere('handover.fromSchoolId = ANY(:fromSchoolIds)', { fromSchoolIds });
      if (schoolYear != null) query.andWhere('handover.schoolYear = :schoolYear', { schoolYear });
      return query;
    };
  }

  async insert(handover: Handover): Promise<void> {
    await this.#reader.read((manager) => manager.insert(HandoverEntity, handover));
  }

  /** The special children on the roll who leave, each with the state of its open item, in one statement. */
  listSpecialLeavers(countyCode: string, leaving: Leaving): Promise<SpecialLeaver[]> {
    const { schoolId, classIds = null, studentIds = null, graduating = null } = leaving;
    return this.#reader.read((manager) =>
      manager.query(
        `SELECT s.id AS "studentId", s.name, s.class_id AS "classId", s.township_code AS "townshipCode",
                array_agg(DISTINCT special.category ORDER BY special.category) AS categories, min(item.state) AS state
         FROM student AS s
         JOIN (${SPECIAL_CATEGORIES_SQL}) AS special ON special.student_id = s.id
         LEFT JOIN handover_item AS item
           ON item.county_code = s.county_code AND item.student_id = s.id AND item.state <> ALL ('{ARRIVED,CLOSED}')
         WHERE s.county_code = $1 AND s.school_id = $2 AND s.roll_status IN ('PRE_REGISTERED', 'ACTIVE', 'SUSPENDED')
           AND ($3::uuid[] IS NULL OR s.class_id = ANY ($3)) AND ($4::uuid[] IS NULL OR s.id = ANY ($4))
           AND ($5::text IS NULL OR (s.stage = $5 AND s.entry_year = $6))
         GROUP BY s.county_code, s.id ORDER BY s.name, s.id`,
        [countyCode, schoolId, classIds, studentIds, graduating?.stage ?? null, graduating?.entryYear ?? null],
      ),
    );
  }
}
