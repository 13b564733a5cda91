import type { Reader } from '@bureau/subgraph';
import { Any } from 'typeorm';
import { type SchoolSpell, SchoolSpellEntity } from './school-spell.entity.ts';
import type { SpellCounts } from './school-spell.rules.ts';

export interface SpellCountRow extends SpellCounts {
  schoolYear: number;
}

/** A school year up to an instant: the days on which spells are looked at. */
export interface YearWindow {
  schoolYear: number;
  startsOn: string;
  /** The last day looked at. */
  untilOn: string;
}

const COUNTS = `
  SELECT year.school_year AS "schoolYear", counts.*
  FROM unnest($2::int[], $3::date[], $4::date[]) AS year (school_year, starts_on, until_on)
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS last,
           (count(*) FILTER (WHERE ended_on <= year.until_on AND ended_by IN ('TRANSFERRED_OUT', 'ABROAD', 'DECEASED', 'CANCELLED')))::int AS "leftTheCounty",
           (count(*) FILTER (WHERE CASE WHEN ended_on <= year.until_on THEN ended_by IN ('GRADUATED', 'COMPLETED')
                                        ELSE roll_status IN ('ACTIVE', 'SUSPENDED') END))::int AS kept
    FROM school_spell
    WHERE county_code = $1 AND stage IN ('PRIMARY', 'JUNIOR_SECONDARY') AND started_on <= year.until_on
      AND (ended_on IS NULL OR ended_on > year.until_on
           OR (ended_on > year.starts_on AND ended_by NOT IN ('STATUS_CHANGED', 'CLASS_CHANGED', 'TRANSFERRED_WITHIN_COUNTY')))
  ) AS counts`;

export class SchoolSpellRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listOfStudents(countyCode: string, studentIds: string[]): Promise<SchoolSpell[]> {
    return this.#reader.read((manager) =>
      manager.find(SchoolSpellEntity, {
        where: { countyCode, studentId: Any(studentIds) },
        order: { startedOn: 'ASC' },
      }),
    );
  }

  countCompulsory(countyCode: string, years: YearWindow[]): Promise<SpellCountRow[]> {
    const columns = [
      years.map((year) => year.schoolYear),
      years.map((year) => year.startsOn),
      years.map((year) => year.untilOn),
    ];
    return this.#reader.figure(['retention', columns], (manager) => manager.query(COUNTS, [countyCode, ...columns]));
  }
}
