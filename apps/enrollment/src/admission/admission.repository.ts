import type { PageOrder, Reader } from '@bureau/subgraph';
import { Any, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { type Admission, AdmissionEntity } from './admission.entity.ts';
import type { Candidate, Catchment, SeatedSchool } from './allocation.rules.ts';

export interface AdmissionCriteria {
  schoolYear: number;
  bases?: readonly string[] | null;
  schoolIds?: readonly string[] | null;
  isEnrolled?: boolean | null;
}

export const ADMISSION_ORDERS = {
  NAME_ASC: { name: 'NAME_ASC', properties: ['studentName'], direction: 'ASC' },
} as const satisfies Record<string, PageOrder>;

export interface AdmissionGroup {
  key: string | null;
  count: number;
}

const GROUPINGS = { BASIS: 'basis', SCHOOL: 'schoolId' } as const;
export type AdmissionGrouping = keyof typeof GROUPINGS;

export class AdmissionRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** The children who graduated from primary school before a school year, after the last, and have no seat for it yet. */
  listGraduates(countyCode: string, schoolYear: number): Promise<Candidate[]> {
    return this.#reader.read((manager) =>
      manager.query(
        `SELECT student.id, student.name, student.township_code AS "townshipCode" FROM student
         WHERE county_code = $1 AND stage = 'PRIMARY' AND roll_status = 'GRADUATED' AND entry_year = $2
           AND NOT EXISTS (SELECT FROM admission WHERE admission.county_code = $1 AND admission.school_year = $3 AND admission.student_id = student.id)
         ORDER BY student.born_on, student.id`,
        [countyCode, schoolYear - 6, schoolYear],
      ),
    );
  }

  /** Schools with a plan for the year, and the seats that nobody has yet; the plans are locked. */
  listSeats(countyCode: string, schoolYear: number): Promise<SeatedSchool[]> {
    return this.#reader.read((manager) =>
      manager.query(
        `SELECT school.id, school.township_code AS "townshipCode",
                greatest(plan.seats - (SELECT count(*) FROM admission WHERE admission.county_code = $1 AND admission.school_year = $2
                  AND admission.school_id = school.id AND admission.stage = plan.stage), 0)::int AS seats
         FROM enrolment_plan AS plan JOIN school ON school.county_code = $1 AND school.id = plan.school_id
         WHERE plan.county_code = $1 AND plan.school_year = $2 AND plan.stage = 'JUNIOR_SECONDARY' ORDER BY school.id FOR UPDATE OF plan`,
        [countyCode, schoolYear],
      ),
    );
  }

  listCatchments(countyCode: string, day: string): Promise<Catchment[]> {
    return this.#reader.read((manager) =>
      manager.query(
        `SELECT township_code AS "townshipCode", school_id AS "schoolId", rank FROM catchment
         WHERE county_code = $1 AND stage = 'JUNIOR_SECONDARY' AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)`,
        [countyCode, day],
      ),
    );
  }

  async insertMany(admissions: readonly Admission[]): Promise<void> {
    await this.#reader.read((manager) =>
      manager.query(
        `INSERT INTO admission (county_code, id, school_year, student_id, student_name, stage, school_id, basis, catchment_school_id, allocated_on)
         SELECT $1, a.id, a."schoolYear", a."studentId", a."studentName", a.stage, a."schoolId", a.basis, a."catchmentSchoolId", a."allocatedOn"
         FROM jsonb_to_recordset($2) AS a (id uuid, "schoolYear" smallint, "studentId" uuid, "studentName" text, stage text,
           "schoolId" uuid, basis text, "catchmentSchoolId" uuid, "allocatedOn" date)`,
        [admissions[0]?.countyCode ?? '', JSON.stringify(admissions)],
      ),
    );
  }

  /** Those with a seat who have not been enrolled, locked. */
  listToEnrol(countyCode: string, schoolYear: number, schoolIds: readonly string[] | null): Promise<Admission[]> {
    return this.#reader.read((manager) => {
      const query = manager
        .createQueryBuilder(AdmissionEntity, 'admission')
        .setLock('pessimistic_write')
        .where('admission.countyCode = :countyCode AND admission.schoolYear = :schoolYear', { countyCode, schoolYear })
        .andWhere('admission.schoolId IS NOT NULL AND admission.enrolledOn IS NULL');
      if (schoolIds) query.andWhere('admission.schoolId = ANY(:schoolIds)', { schoolIds });
      return query.orderBy('admission.id').getMany();
    });
  }

  async markEnrolled(countyCode: string, ids: readonly string[], day: string): Promise<void> {
    await this.#reader.read((manager) =>
      manager.update(AdmissionEntity, { countyCode, id: Any([...ids]) }, { enrolledOn: day }),
    );
  }

  matching(countyCode: string, criteria: AdmissionCriteria): (manager: EntityManager) => SelectQueryBuilder<Admission> {
    const { schoolYear, bases, schoolIds, isEnrolled } = criteria;
    return (manager) => {
      const query = manager
        .createQueryBuilder(AdmissionEntity, 'admission')
        .where('admission.countyCode = :countyCode AND admission.schoolYear = :schoolYear', { countyCode, schoolYear });
      if (bases) query.andWhere('admission.basis = ANY(:bases)', { bases });
      if (schoolIds) query.andWhere('admission.schoolId = ANY(:schoolIds)', { schoolIds });
      if (isEnrolled != null) query.andWhere(`admission.enrolledOn IS ${isEnrolled ? 'NOT ' : ''}NULL`);
      return query;
    };
  }

  countGroups(countyCode: string, criteria: AdmissionCriteria, grouping: AdmissionGrouping): Promise<AdmissionGroup[]> {
    const column = `admission.${GROUPINGS[grouping]}`;
    return this.#reader.figure(['admission groups', criteria, grouping], (manager) =>
      this.matching(
        countyCode,
        criteria,
      )(manager)
        .select(column, 'key')
        .addSelect('count(*)::int', 'count')
        .groupBy(column)
        .orderBy('1')
        .getRawMany<AdmissionGroup>(),
    );
  }
}
