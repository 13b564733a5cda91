import type { HardshipLevel } from './hardship-level.rules.ts';
import type { Season } from '@bureau/calendar';
import { EntitySchema } from 'typeorm';

/** A ground on which a child has a programme (资助对象), over a span of terms: a category of evidence, or a level of recognised hardship. */
export interface AidEligibility {
  countyCode: string;
  id: string;
  programmeCode: string;
  /** A category of the county's evidence; null when the ground is a level. */
  category: string | null;
  level: HardshipLevel | null;
  /** Whom the programme is for, if it is for boarders or day pupils only. */
  boarding: 'BOARDER' | 'DAY' | null;
  /** 档次 that the ground gives. */
  tier: number;
  validFromSchoolYear: number;
  validFromSeason: Season;
  validToSchoolYear: number | null;
  validToSeason: Season | null;
  basisDocument: string;
}

export const AidEligibilityEntity = new EntitySchema<AidEligibility>({
  name: 'AidEligibility',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'aid_eligibility_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'aid_eligibility_pkey' },
    programmeCode: { type: 'text' },
    category: { type: 'text', nullable: true },
    level: { type: 'text', nullable: true },
    boarding: { type: 'text', nullable: true },
    tier: { type: 'smallint' },
    validFromSchoolYear: { type: 'smallint' },
    validFromSeason: { type: 'text' },
    validToSchoolYear: { type: 'smallint', nullable: true },
    validToSeason: { type: 'text', nullable: true },
    basisDocument: { type: 'text' },
  },
  indices: [{ name: 'aid_eligibility_programme_idx', columns: ['countyCode', 'programmeCode', 'category', 'level'] }],
  foreignKeys: [
    {
      name: 'aid_eligibility_programme_fkey',
      target: 'AidProgramme',
      columnNames: ['countyCode', 'programmeCode'],
      referencedColumnNames: ['countyCode', 'code'],
    },
  ],
  checks: [
    { name: 'aid_eligibility_ground_check', expression: `(category IS NULL) <> (level IS NULL)` },
    { name: 'aid_eligibility_level_check', expression: `level IN ('SPECIAL', 'HARD', 'GENERAL')` },
    { name: 'aid_eligibility_boarding_check', expression: `boarding IN ('BOARDER', 'DAY')` },
    { name: 'aid_eligibility_tier_check', expression: `tier BETWEEN 1 AND 9` },
    {
      name: 'aid_eligibility_season_check',
      expression: `valid_from_season IN ('AUTUMN', 'SPRING') AND valid_to_season IN ('AUTUMN', 'SPRING')`,
    },
    {
      name: 'aid_eligibility_last_term_check',
      expression: `(valid_to_school_year IS NULL) = (valid_to_season IS NULL)`,
    },
  ],
});
