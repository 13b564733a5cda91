import type { Stage } from '@bureau/codes';
import type { PageOrder, Reader } from '@bureau/subgraph';
import { Any, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { type RollMovement, RollMovementEntity } from './roll-movement.entity.ts';

export interface RollMovementCriteria {
  kinds?: readonly string[] | null;
  schoolIds?: readonly string[] | null;
  studentIds?: readonly string[] | null;
  stages?: readonly string[] | null;
  occurredFrom?: string | null;
  occurredTo?: string | null;
  isLate?: boolean | null;
  suspensionEndsBy?: string | null;
}

export const ROLL_MOVEMENT_ORDERS = {
  OCCURRED_ASC: { name: 'OCCURRED_ASC', properties: ['occurredOn'], direction: 'ASC' },
  OCCURRED_DESC: { name: 'OCCURRED_DESC', properties: ['occurredOn'], direction: 'DESC' },
} as const satisfies Record<string, PageOrder>;

const GROUPINGS = {
  KIND: 'movement.kind',
  STAGE: 'movement.toStage',
  TO_SCHOOL: 'movement.toSchoolId',
  MONTH: `to_char(movement.occurredOn, 'YYYY-MM')`,
} as const;
export type RollMovementGrouping = keyof typeof GROUPINGS;

export interface RollMovementGroup {
  key: string;
  count: number;
}

export interface SeatRow {
  id: string;
  schoolId: string;
  stage: Stage;
  entryYear: number;
  count: number;
}

/** A suspension that runs: the child is suspended, and no later grant took its place. */
const RUNS_UNTIL = `movement.until_on <= :suspensionEndsBy AND EXISTS (SELECT FROM student WHERE student.county_code = movement.county_code
    AND student.id = movement.student_id AND student.roll_status = 'SUSPENDED')
  AND NOT EXISTS (SELECT FROM roll_movement AS later WHERE later.county_code = movement.county_code AND later.student_id = movement.student_id
    AND later.until_on IS NOT NULL AND (later.occurred_on, later.id) > (movement.occurred_on, movement.id))`;

export class RollMovementRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<RollMovement[]> {
    return this.#reader.read((manager) => manager.findBy(RollMovementEntity, { countyCode, id: Any(ids) }));
  }

  listOfStudents(countyCode: string, studentIds: string[]): Promise<RollMovement[]> {
    return this.#reader.read((manager) =>
      manager.find(RollMovementEntity, {
        where: { countyCode, studentId: Any(studentIds) },
        order: { occurredOn: 'DESC', id: 'DESC' },
      }),
    );
  }

  /** The movements of a list, not yet ordered. */
  matching(
    countyCode: string,
    criteria: RollMovementCriteria,
  ): (manager: EntityManager) => SelectQueryBuilder<RollMovement> {
    const { kinds, schoolIds, studentIds, stages, occurredFrom, occurredTo, isLate, suspensionEndsBy } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(RollMovementEntity, 'movement')
        .where('movement.countyCode = :countyCode', { countyCode });
      if (kinds) query.andWhere('movement.kind = ANY(:kinds)', { kinds });
      if (schoolIds)
        query.andWhere('(movement.fromSchoolId = ANY(:schoolIds) OR movement.toSchoolId = ANY(:schoolIds))', {
          schoolIds,
        });
      if (studentIds) query.andWhere('movement.studentId = ANY(:studentIds)', { studentIds });
      if (stages) query.andWhere('movement.toStage = ANY(:stages)', { stages });
      if (occurredFrom) query.andWhere('movement.occurredOn >= :occurredFrom', { occurredFrom });
      if (occurredTo) query.andWhere('movement.occurredOn <= :occurredTo', { occurredTo });
      if (isLate != null) query.andWhere('movement.isLate = :isLate', { isLate });
      if (suspensionEndsBy) query.andWhere(RUNS_UNTIL, { suspensionEndsBy });
      return query;
    };
  }

  countGroups(
    countyCode: string,
    criteria: RollMovementCriteria,
    grouping: RollMovementGrouping,
  ): Promise<RollMovementGroup[]> {
    return this.#reader.figure(['movement groups', criteria, grouping], (manager) =>
      this.matching(
        countyCode,
        criteria,
      )(manager)
        .select(GROUPINGS[grouping], 'key')
        .addSelect('count(*)::int', 'count')
        .groupBy(GROUPINGS[grouping])
        .orderBy('1')
        .getRawMany<RollMovementGroup>(),
    );
  }

  /** The day on which the child came to stand as it stands, and until when it is suspended. */
  async findStand(countyCode: string, studentId: string): Promise<{ since: string; until: string | null } | null> {
    const [stand]: { since: string; until: string | null }[] = await this.#reader.read((manager) =>
      manager.query(
        `SELECT to_char(greatest((SELECT max(greatest(started_on, ended_on)) FROM school_spell WHERE county_code = $1 AND student_id = $2),
                        (SELECT max(occurred_on) FROM roll_movement WHERE county_code = $1 AND student_id = $2)), 'YYYY-MM-DD') AS since,
                (SELECT to_char(until_on, 'YYYY-MM-DD') FROM roll_movement WHERE county_code = $1 AND student_id = $2 AND until_on IS NOT NULL
                 ORDER BY occurred_on DESC, id DESC LIMIT 1) AS until`,
        [countyCode, studentId],
      ),
    );
    return stand ?? null;
  }

  /** Locks a class, so that its last seat is given once, then counts who is on its roll: those who sat down meanwhile, too. */
  findSeatForUpdate(countyCode: string, classId: string): Promise<SeatRow | null> {
    return this.#reader.read(async (manager) => {
      const found: Omit<SeatRow, 'count'>[] = await manager.query(
        `SELECT id, school_id AS "schoolId", stage, entry_year AS "entryYear" FROM school_class WHERE county_code = $1 AND id = $2 FOR UPDATE`,
        [countyCode, classId],
      );
      const [seat] = found;
      if (!seat) return null;
      const [seated]: { count: number }[] = await manager.query(
        `SELECT count(*)::int AS count FROM student WHERE county_code = $1 AND school_id = $2 AND class_id = $3
         AND roll_status = ANY (ARRAY['PRE_REGISTERED', 'ACTIVE', 'SUSPENDED', 'DROPPED_OUT', 'MISSING'])`,
        [countyCode, seat.schoolId, classId],
      );
      return { ...seat, count: seated?.count ?? 0 };
    });
  }
}
