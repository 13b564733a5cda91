import type { EntityManager } from 'typeorm';
import type { Applicant } from './filing.rules.ts';

/** What a filing looks at, and writes. */
export class FilingRepository {
  readonly #manager: EntityManager;
  readonly #county: string;

  constructor(manager: EntityManager, county: string) {
    this.#manager = manager;
    this.#county = county;
  }

  /** The children that the caller may see, locked so that two filings about one child come one after the other. */
  async applicants(ids: string[]): Promise<Map<string, Applicant>> {
    const rows = await this.#manager.query<Applicant[]>(
      `SELECT id, roll_status AS "rollStatus", stage, school_id AS "schoolId", class_id AS "classId", township_code AS "townshipCode"
       FROM student_roster WHERE county_code = $1 AND id = ANY ($2) ORDER BY id FOR UPDATE`,
      [this.#county, ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  async stationsOn(day: string): Promise<Set<string>> {
    const rows = await this.#manager.query<{ code: string }[]>(
      `SELECT code FROM service_station WHERE county_code = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)`,
      [this.#county, day],
    );
    return new Set(rows.map(({ code }) => code));
  }

  /** Writes rows, all with the same columns; answers the ids of those that no other stood in the way of. */
  async insert(
    table: 'hardship_recognition' | 'aid_application' | 'waiver_declaration',
    rows: object[],
  ): Promise<string[]> {
    if (rows.length === 0) return [];
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    const inserted = await this.#manager.query<{ id: string }[]>(
      `INSERT INTO ${table} (county_code, ${columns})
       SELECT $1, ${columns} FROM jsonb_populate_recordset(NULL::${table}, $2) ON CONFLICT DO NOTHING RETURNING id`,
      [this.#county, JSON.stringify(rows)],
    );
    return inserted.map(({ id }) => id);
  }
}
