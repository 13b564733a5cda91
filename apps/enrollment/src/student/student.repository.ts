import type { PageOrder, Reader } from '@bureau/subgraph';
import { type EntityManager, Any, type SelectQueryBuilder } from 'typeorm';
import { type Student, StudentEntity } from './student.entity.ts';

export interface StudentCriteria {
  schoolIds?: readonly string[] | null;
  townshipCodes?: readonly string[] | null;
  stages?: readonly string[] | null;
  rollStatuses?: readonly string[] | null;
  attendancePlacements?: readonly string[] | null;
  isMigrantChild?: boolean | null;
  nameContains?: string | null;
}

export const STUDENT_ORDERS = {
  NAME_ASC: { name: 'NAME_ASC', properties: ['name'], direction: 'ASC' },
  NAME_DESC: { name: 'NAME_DESC', properties: ['name'], direction: 'DESC' },
  BORN_ASC: { name: 'BORN_ASC', properties: ['bornOn'], direction: 'ASC' },
  BORN_DESC: { name: 'BORN_DESC', properties: ['bornOn'], direction: 'DESC' },
} as const satisfies Record<string, PageOrder>;

const GROUPINGS = {
  SCHOOL: 'schoolId',
  TOWNSHIP: 'townshipCode',
  STAGE: 'stage',
  ROLL_STATUS: 'rollStatus',
  ATTENDANCE_PLACEMENT: 'attendancePlacement',
} as const satisfies Record<string, keyof Student>;
export type StudentGrouping = keyof typeof GROUPINGS;

export interface StudentGroup {
  key: string;
  count: number;
}

export class StudentRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<Student[]> {
    return this.#reader.read((manager) => manager.findBy(StudentEntity, { countyCode, id: Any(ids) }));
  }

  /** Locks the child, so that acts about it wait for one another. */
  findForUpdate(countyCode: string, id: string): Promise<Student | null> {
    return this.#reader.read((manager) =>
      manager.findOne(StudentEntity, { where: { countyCode, id }, lock: { mode: 'pessimistic_write' } }),
    );
  }

  /** The children of a list, not yet ordered. */
  matching(countyCode: string, criteria: StudentCriteria): (manager: EntityManager) => SelectQueryBuilder<Student> {
    const { schoolIds, townshipCodes, stages, rollStatuses, attendancePlacements, isMigrantChild, nameContains } =
      criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(StudentEntity, 'student')
        .where('student.countyCode = :countyCode', { countyCode });
      if (schoolIds) query.andWhere('student.schoolId = ANY(:schoolIds)', { schoolIds });
      if (townshipCodes) query.andWhere('student.townshipCode = ANY(:townshipCodes)', { townshipCodes });
      if (stages) query.andWhere('student.stage = ANY(:stages)', { stages });
      if (rollStatuses) query.andWhere('student.rollStatus = ANY(:rollStatuses)', { rollStatuses });
      if (attendancePlacements)
        query.andWhere('student.attendancePlacement = ANY(:attendancePlacements)', { attendancePlacements });
      if (isMigrantChild != null) query.andWhere('student.isMigrantChild = :isMigrantChild', { isMigrantChild });
      if (nameContains) query.andWhere('strpos(student.name, :nameContains) > 0', { nameContains });
      return query;
    };
  }

  countGroups(countyCode: string, criteria: StudentCriteria, grouping: StudentGrouping): Promise<StudentGroup[]> {
    return this.#reader.figure(['student groups', criteria, grouping], (manager) =>
      this.matching(
        countyCode,
        criteria,
      )(manager)
        .select(`student.${GROUPINGS[grouping]}`, 'key')
        .addSelect('count(*)::int', 'count')
        .groupBy(`student.${GROUPINGS[grouping]}`)
        .orderBy('1')
        .getRawMany<StudentGroup>(),
    );
  }
}
