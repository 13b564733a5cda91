import type { EntityManager } from 'typeorm';
import { STAGED_GUARDIAN, STAGED_RECORD, STAGED_STUDENT } from './staged-columns.file.ts';
import type { RosterSchool } from './roster-row.rules.ts';

type Shape = Readonly<Record<string, string>>;

const prefixed = (prefix: string, shape: Shape) =>
  Object.fromEntries(Object.entries(shape).map(([name, type]) => [`${prefix}${name}`, type]));
const GUARDIANS = [1, 2] as const;

/** The columns of the staging table, in the order of COPY. */
const STAGED: Shape = {
  row_number: 'integer',
  started_on: 'date',
  ...STAGED_STUDENT,
  ...prefixed('r_', STAGED_RECORD),
  ...prefixed('g1_', STAGED_GUARDIAN),
  ...prefixed('g2_', STAGED_GUARDIAN),
};

const columns = (shape: Shape, prefix = '') =>
  Object.keys(shape)
    .map((name) => `${prefix}${name}`)
    .join(', ');

const CREATE = `CREATE TEMPORARY TABLE staged_roster (${Object.entries(STAGED)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ')}, outcome text) ON COMMIT DROP`;

export const COPY_STAGED = `COPY staged_roster (${columns(STAGED)}) FROM STDIN`;

/** A child of whom the caller sees that it is on this very roll is no news; of any other only that the number is taken. */
const MARK_KNOWN = `
  UPDATE staged_roster s SET outcome = CASE WHEN s.name = t.name AND s.class_id = t.class_id THEN 'UNCHANGED' ELSE 'ON_ANOTHER_ROLL' END
  FROM student t WHERE t.county_code = $1 AND t.identity_number_index = s.identity_number_index`;

const MARK_CROWDED = `
  UPDATE staged_roster s SET outcome = 'CLASS_FULL'
  FROM (
    SELECT staged.id, row_number() OVER (PARTITION BY staged.class_id ORDER BY staged.row_number) + coalesce(standing.count, 0) AS place,
           ($2::jsonb ->> staged.stage)::int AS most
    FROM staged_roster staged
    LEFT JOIN (SELECT class_id, count(*) AS count FROM student WHERE county_code = $1 AND roll_status IN ('ACTIVE', 'SUSPENDED', 'PRE_REGISTERED')
               AND class_id IN (SELECT class_id FROM staged_roster) GROUP BY class_id) standing ON standing.class_id = staged.class_id
    WHERE staged.outcome IS NULL
  ) placed
  WHERE placed.id = s.id AND placed.place > placed.most`;

const INSERT_STUDENTS = `
  WITH inserted AS (
    INSERT INTO student (county_code, ${columns(STAGED_STUDENT)}, roll_status, attendance_placement)
    SELECT $1, ${columns(STAGED_STUDENT)}, 'ACTIVE', 'IN_SCHOOL' FROM staged_roster WHERE outcome IS NULL ORDER BY row_number
    ON CONFLICT DO NOTHING RETURNING id
  )
  UPDATE staged_roster s SET outcome = 'CREATED' FROM inserted WHERE inserted.id = s.id`;

const INSERT_RECORDS = `
  INSERT INTO student_record (county_code, student_id, ${columns(STAGED_RECORD)})
  SELECT $1, id, ${columns(STAGED_RECORD, 'r_')} FROM staged_roster WHERE outcome = 'CREATED'`;

const INSERT_SPELLS = `
  INSERT INTO school_spell (county_code, id, student_id, school_id, class_id, township_code, stage, roll_status, attendance_placement, started_on)
  SELECT $1, uuidv7(), s.id, s.school_id, s.class_id, s.township_code, s.stage, 'ACTIVE', 'IN_SCHOOL', s.started_on
  FROM staged_roster s WHERE s.outcome = 'CREATED'`;

const insertGuardians = (number: 1 | 2) => `
  INSERT INTO guardian (county_code, student_id, position, ${columns(STAGED_GUARDIAN)})
  SELECT $1, id, ${number}, ${columns(STAGED_GUARDIAN, `g${number}_`)} FROM staged_roster
  WHERE outcome = 'CREATED' AND g${number}_id IS NOT NULL`;

export interface StagedOutcome {
  row: number;
  outcome: string | null;
}

export interface CreatedChild {
  id: string;
  schoolId: string;
  classId: string;
  townshipCode: string;
  name: string;
  stage: RosterSchool['classes'][number]['stage'];
  entryYear: number;
  bornOn: string;
  sex: '0' | '1' | '2' | '9';
  identityIndex: string | null;
  boarding: '1' | '2' | '3' | '9';
  startedOn: string;
}

/** The loading of a roster, set by set: a staging table that ends with the transaction, and what becomes of its rows. */
export class StudentRosterRepository {
  readonly #manager: EntityManager;
  readonly #county: string;

  constructor(manager: EntityManager, county: string) {
    this.#manager = manager;
    this.#county = county;
  }

  /** The schools that the caller reaches, with their classes. */
  listSchools(): Promise<RosterSchool[]> {
    return this.#manager.query(
      `SELECT s.id, s.code, s.township_code AS "townshipCode",
              coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'schoolId', c.school_id, 'stage', c.stage, 'entryYear', c.entry_year,
                'serial', c.serial)) FILTER (WHERE c.id IS NOT NULL), '[]') AS classes
       FROM school s LEFT JOIN school_class c ON c.county_code = s.county_code AND c.school_id = s.id
       WHERE s.county_code = $1 GROUP BY s.id, s.code, s.township_code`,
      [this.#county],
    );
  }

  async createStaging(): Promise<void> {
    await this.#manager.query(CREATE);
  }

  /** Turns staged rows into children, or says of each why not. */
  async settle(limits: Readonly<Record<string, number>>): Promise<void> {
    await this.#manager.query('CREATE INDEX ON staged_roster (identity_number_index); ANALYZE staged_roster');
    await this.#manager.query(MARK_KNOWN, [this.#county]);
    await this.#manager.query(MARK_CROWDED, [this.#county, JSON.stringify(limits)]);
    await this.#manager.query(INSERT_STUDENTS, [this.#county]);
    for (const sql of [INSERT_RECORDS, INSERT_SPELLS, ...GUARDIANS.map(insertGuardians)])
      await this.#manager.query(sql, [this.#county]);
  }

  countOutcomes(): Promise<{ outcome: string | null; count: number }[]> {
    return this.#manager.query('SELECT outcome, count(*)::int AS count FROM staged_roster GROUP BY outcome');
  }

  listRefused(): Promise<StagedOutcome[]> {
    return this.#manager.query(
      `SELECT row_number AS row, outcome FROM staged_roster
       WHERE outcome IS NULL OR outcome NOT IN ('CREATED', 'UNCHANGED') ORDER BY row_number`,
    );
  }

  /** The children that are new, some thousand at a time. */
  async *createdChildren(atOnce: number): AsyncGenerator<CreatedChild[]> {
    for (let after = 0; ;) {
      const children: (CreatedChild & { row: number })[] = await this.#manager.query(
        `SELECT row_number AS row, id, school_id AS "schoolId", class_id AS "classId", township_code AS "townshipCode", name, stage,
                entry_year AS "entryYear", born_on::text AS "bornOn", sex, encode(identity_number_index, 'hex') AS "identityIndex", boarding,
                started_on::text AS "startedOn"
         FROM staged_roster WHERE outcome = 'CREATED' AND row_number > $1 ORDER BY row_number LIMIT $2`,
        [after, atOnce],
      );
      if (children.length > 0) yield children;
      if (children.length < atOnce) return;
      after = children.at(-1)?.row ?? after;
    }
  }
}
