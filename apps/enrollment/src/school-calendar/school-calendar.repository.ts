import type { Reader } from '@bureau/subgraph';

import { SchoolDayEntity } from './school-day.entity.ts';
import { type SchoolTerm, SchoolTermEntity } from './school-term.entity.ts';

export class SchoolCalendarRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listTerms(countyCode: string, schoolYear: number): Promise<SchoolTerm[]> {
    return this.#reader.read((manager) =>
      manager.find(SchoolTermEntity, { where: { countyCode, schoolYear }, order: { startsOn: 'ASC' } }),
    );
  }

  /** The first day of the term that a day lies in; null outside terms. */
  async findTermStart(countyCode: string, day: string): Promise<string | null> {
    const [term]: { startsOn: string }[] = await this.#reader.read((manager) =>
      manager.query(
        `SELECT starts_on::text AS "startsOn" FROM school_term WHERE county_code = $1 AND $2 BETWEEN starts_on AND ends_on`,
        [countyCode, day],
      ),
    );
    return term?.startsOn ?? null;
  }

  async isSchoolDay(countyCode: string, day: string): Promise<boolean> {
    return this.#reader.read((manager) => manager.existsBy(SchoolDayEntity, { countyCode, day }));
  }

  listDays(countyCode: string, from: string, to: string): Promise<string[]> {
    return this.#reader.read(async (manager) => {
      const days: { day: string }[] = await manager.query(
        `SELECT day::text AS day FROM school_day WHERE county_code = $1 AND day BETWEEN $2 AND $3 ORDER BY day`,
        [countyCode, from, to],
      );
      return days.map(({ day }) => day);
    });
  }

  /** Sets a term anew; days on which a class was called stay what they are. */
  async replace(term: SchoolTerm, days: readonly string[]): Promise<void> {
    const { countyCode, startsOn, endsOn } = term;
    await this.#reader.read(async (manager) => {
      await manager.upsert(SchoolTermEntity, term, ['countyCode', 'schoolYear', 'season']);
      await manager.query(
        `DELETE FROM school_day AS d WHERE county_code = $1 AND day BETWEEN $2 AND $3 AND day <> ALL ($4)
           AND NOT EXISTS (SELECT FROM roll_call AS c WHERE c.county_code = d.county_code AND c.day = d.day)`,
        [countyCode, startsOn, endsOn, days],
      );
      await manager.query(
        `INSERT INTO school_day (county_code, day) SELECT $1, unnest($2::date[]) ON CONFLICT DO NOTHING`,
        [countyCode, days],
      );
    });
  }
}
