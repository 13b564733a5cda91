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

/** Each child's last compulsory-stage spell of a year that the caller may see; of a running one no later can be in sight. */
const COUNTS = `
  SELECT year.school_year AS "schoolYear", counts.*
  FROM unnest($2::int[], $3::date[], $4::date[]) AS year (school_year, starts_on, until_on)
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS children,
           (count(*) FILTER (WHERE ended_on <= year.until_on AND ended_by IN
             ('TRANSFERRED_OUT', 'TRANSFERRED_WITHIN_COUNTY', 'ABROAD', 'DECEASED', 'CANCELLED')))::int AS "left",
           (count(*) FILTER (WHERE CASE WHEN ended_on <= year.until_on
                                        THEN ended_by IN ('GRADUATED', 'COMPLETED', 'STATUS_CHANGED', 'CLASS_CHANGED')
                                        ELSE roll_status IN ('ACTIVE', 'SUSPENDED') END))::int AS kept
    FROM school_spell AS spell
    WHERE county_code = $1 AND stage IN ('PRIMARY', 'JUNIOR_SECONDARY') AND started_on <= year.until_on
      AND (ended_on IS NULL OR ended_on > year.until_on OR (ended_on > year.starts_on AND NOT EXISTS (
        SELECT FROM school_spell AS later
        WHERE later.county_code = $1 AND later.student_id = spell.student_id AND later.stage IN ('PRIMARY', 'JUNIOR_SECONDARY')
          AND (later.started_on, later.id) > (spell.started_on, spell.id) AND later.started_on <= year.until_on)))
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
