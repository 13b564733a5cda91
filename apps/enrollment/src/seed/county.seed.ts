import type { AttendancePlacement, RollStatus, Stage } from '@bureau/codes';
import { newId } from '@bureau/subgraph';
import type { OfficeDatabase } from '@bureau/testing';
import type { ChildOfAge } from '../child-of-age/child-of-age.entity.ts';
import type { DropoutStage } from '../dropout-case/dropout-case.rules.ts';
import type { SpellEnd } from '../school-spell/school-spell.entity.ts';

export interface Place {
  county: string;
  township: string;
  school: string;
  class: string;
  stage: Stage;
}

export interface SeededStudent extends Place {
  id: string;
}

export interface SpellGiven {
  rollStatus?: RollStatus;
  attendancePlacement?: AttendancePlacement;
  startedOn?: string;
  endedOn?: string | null;
  endedBy?: SpellEnd | null;
}

let serial = 0;
const next = () => (serial += 1);

/** Arranges a county for tests, in the words of the office. */
export class Seed {
  readonly #database: OfficeDatabase;

  constructor(database: OfficeDatabase) {
    this.#database = database;
  }

  async #insert(table: string, row: Record<string, unknown>): Promise<void> {
    const [columns, values] = [Object.keys(row), Object.values(row)];
    const places = values.map((_, at) => `$${at + 1}`);
    await this.#database.arrange(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`, values);
  }

  /** A county with one township, `<county>101`, and the reasons R01 and R06. */
  async county(county: string, name = `${county}县`): Promise<string> {
    await this.#insert('county', { county_code: county, name });
    await this.township(county, `${county}101`);
    for (const code of ['R01', 'R06']) {
      await this.#insert('dropout_reason', { county_code: county, code, name: code, valid_from: '2020-09-01' });
    }
    await this.#insert('dropout_reason', {
      county_code: county,
      code: 'R98',
      name: 'R98',
      valid_from: '2015-09-01',
      valid_to: '2020-09-01',
    });
    return county;
  }

  /** A reason on the county's list. */
  async reason(county: string, code: string): Promise<void> {
    await this.#insert('dropout_reason', { county_code: county, code, name: code, valid_from: '2020-09-01' });
  }

  async township(county: string, code: string): Promise<string> {
    await this.#insert('township', { county_code: county, code, name: `${code}镇`, kind: 'TOWN' });
    return code;
  }

  /** A school with one class. */
  async school(
    county: string,
    name: string,
    { township = `${county}101`, stage = 'PRIMARY' }: { township?: string; stage?: Stage } = {},
  ): Promise<Place> {
    const [school, schoolClass] = [newId(), newId()];
    await this.#insert('school', {
      county_code: county,
      id: school,
      code: String(2_164_000_000 + next()),
      name,
      kind: '211',
      township_code: township,
      urban_rural: '121',
      has_boarding: false,
      opens_on: '2000-09-01',
    });
    await this.#insert('school_class', {
      county_code: county,
      id: schoolClass,
      school_id: school,
      stage,
      entry_year: 2022,
      serial: 1,
    });
    return { county, township, school, class: schoolClass, stage };
  }

  /** A child on the roll, with one spell. */
  async student(place: Place, given: { name?: string; bornOn?: string } & SpellGiven = {}): Promise<SeededStudent> {
    const id = newId();
    const {
      name = `学生${next()}`,
      bornOn = '2015-03-01',
      rollStatus = 'ACTIVE',
      attendancePlacement = 'IN_SCHOOL',
    } = given;
    await this.#insert('student', {
      county_code: place.county,
      id,
      name,
      sex: '1',
      born_on: bornOn,
      ethnicity: '01',
      hukou_division: `${place.township}000`,
      township_code: place.township,
      is_migrant_child: false,
      left_behind: 'NO',
      boarding: '1',
      school_id: place.school,
      class_id: place.class,
      stage: place.stage,
      entry_year: 2022,
      roll_status: rollStatus,
      attendance_placement: attendancePlacement,
    });
    const student = { ...place, id };
    await this.spell(student, given);
    return student;
  }

  async spell(student: SeededStudent, given: SpellGiven = {}): Promise<void> {
    await this.#insert('school_spell', {
      county_code: student.county,
      id: newId(),
      student_id: student.id,
      school_id: student.school,
      class_id: student.class,
      township_code: student.township,
      stage: student.stage,
      roll_status: given.rollStatus ?? 'ACTIVE',
      attendance_placement: given.attendancePlacement ?? 'IN_SCHOOL',
      started_on: given.startedOn ?? '2022-09-01',
      ended_on: given.endedOn ?? null,
      ended_by: given.endedBy ?? null,
    });
  }

  async childOfAge(
    place: Place,
    given: Partial<Pick<ChildOfAge, 'schoolYear' | 'ageBand' | 'whereabouts' | 'name'>> = {},
  ): Promise<void> {
    const { whereabouts = 'IN_COUNTY', ageBand = 'PRIMARY', schoolYear = 2024, name = `适龄${next()}` } = given;
    await this.#insert('child_of_age', {
      county_code: place.county,
      school_year: schoolYear,
      id: newId(),
      name,
      sex: '2',
      born_on: '2015-03-01',
      age_band: ageBand,
      basis: 'HOUSEHOLD',
      township_code: place.township,
      whereabouts,
      school_id: place.school,
      class_id: place.class,
      reason: whereabouts === 'SUSPENDED' || whereabouts === 'NOT_ENROLLED' ? '患病' : null,
      verified_on: '2024-09-20',
    });
  }

  async dropoutCase(
    student: SeededStudent,
    given: { stage?: DropoutStage; suspectedOn?: string; returnedOn?: string | null } = {},
  ): Promise<string> {
    const id = newId();
    const { stage = 'SUSPECTED', suspectedOn = '2024-10-08', returnedOn = null } = given;
    await this.#insert('dropout_case', {
      county_code: student.county,
      id,
      student_id: student.id,
      school_id: student.school,
      class_id: student.class,
      township_code: student.township,
      stage,
      suspected_on: suspectedOn,
      last_seen_on: suspectedOn,
      reason_code: 'R01',
      returned_on: returnedOn,
    });
    return id;
  }

  /** School days: every weekday from a day to another, in one term. */
  async schoolDays(county: string, from: string, to: string): Promise<void> {
    await this.#database.arrange(
      `INSERT INTO school_term (county_code, school_year, season, starts_on, ends_on, document)
       VALUES ($1, extract(year FROM $2::date)::int, 'AUTUMN', $2, $3, '校历')`,
      [county, from, to],
    );
    await this.#database.arrange(
      `INSERT INTO school_day (county_code, day) SELECT $1, d FROM generate_series($2::date, $3::date, '1 day') AS d
       WHERE extract(isodow FROM d) <= 5 ON CONFLICT DO NOTHING`,
      [county, from, to],
    );
  }

  /** Roll-calls of a class on all school days from a day to another, in which the children named were absent so. */
  async rollCalls(
    place: Place,
    { from, to }: { from: string; to: string },
    absent: readonly { id: string; kind: string }[] = [],
  ): Promise<void> {
    const days = (await this.#database.arrange(
      'SELECT day::text AS day FROM school_day WHERE county_code = $1 AND day BETWEEN $2 AND $3 ORDER BY day',
      [place.county, from, to],
    )) as { day: string }[];
    const where = {
      county_code: place.county,
      class_id: place.class,
      school_id: place.school,
      township_code: place.township,
    };
    for (const { day } of days) {
      const id = newId();
      const said = { taken_by: 'seed', taken_at: `${day}T08:00:00+08:00` };
      await this.#insert('roll_call', { ...where, id, day, expected: 1, ...said });
      for (const child of absent) {
        const row = { id: newId(), roll_call_id: id, student_id: child.id, day, kind: child.kind };
        await this.#insert('absence', { ...where, ...row, recorded_by: 'seed', recorded_at: said.taken_at });
      }
    }
  }
}
