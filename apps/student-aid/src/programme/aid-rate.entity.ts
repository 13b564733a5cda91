import type { Season } from '@bureau/calendar';
import type { Stage } from '@bureau/codes';
import { EntitySchema } from 'typeorm';

/** How much a programme pays per child and term (资助标准), from one term to another; two rates for the same never overlap. */
export interface AidRate {
  countyCode: string;
  id: string;
  programmeCode: string;
  stage: Stage;
  /** 档次: 1 is the highest, and the only one of a programme with a single amount. */
  tier: number;
  /** Per term: half of what the regulation names per year. */
  amountFen: string;
  /** The first term; AUTUMN comes before SPRING of the same school year, in time and as text. */
  validFromSchoolYear: number;
  validFromSeason: Season;
  /** The last term; null while the rate stands. */
  validToSchoolYear: number | null;
  validToSeason: Season | null;
  /** The document that set it (文号). */
  basisDocument: string;
}

const FIRST_TERM = `valid_from_school_year * 2 + (valid_from_season = 'SPRING')::integer`;
const LAST_TERM = `valid_to_school_year * 2 + (valid_to_season = 'SPRING')::integer`;

export const AidRateEntity = new EntitySchema<AidRate>({
  name: 'AidRate',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'aid_rate_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'aid_rate_pkey' },
    programmeCode: { type: 'text' },
    stage: { type: 'text' },
    tier: { type: 'smallint' },
    amountFen: { type: 'bigint' },
    validFromSchoolYear: { type: 'smallint' },
    validFromSeason: { type: 'text' },
    validToSchoolYear: { type: 'smallint', nullable: true },
    validToSeason: { type: 'text', nullable: true },
    basisDocument: { type: 'text' },
  },
  exclusions: [
    {
      name: 'aid_rate_one_amount_excl',
      expression: `USING gist (county_code WITH =, programme_code WITH =, stage WITH =, tier WITH =, int4range(${FIRST_TERM}, ${LAST_TERM}, '[]') WITH &&)`,
    },
  ],
  foreignKeys: [
    {
      name: 'aid_rate_programme_fkey',
      target: 'AidProgramme',
      columnNames: ['countyCode', 'programmeCode'],
      referencedColumnNames: ['countyCode', 'code'],
    },
  ],
  checks: [
    {
      name: 'aid_rate_stage_check',
      expression: `stage IN ('PRE_SCHOOL', 'PRIMARY', 'JUNIOR_SECONDARY', 'SENIOR_SECONDARY', 'VOCATIONAL')`,
    },
    { name: 'aid_rate_tier_check', expression: `tier BETWEEN 1 AND 9` },
    { name: 'aid_rate_amount_check', expression: `amount_fen > 0` },
    {
      name: 'aid_rate_season_check',
      expression: `valid_from_season IN ('AUTUMN', 'SPRING') AND valid_to_season IN ('AUTUMN', 'SPRING')`,
    },
    {
      name: 'aid_rate_last_term_check',
      expression: `(valid_to_school_year IS NULL) = (valid_to_season IS NULL)`,
    },
    {
      name: 'aid_rate_terms_check',
      expression: `(valid_to_school_year, valid_to_season) >= (valid_from_school_year, valid_from_season)`,
    },
  ],
});
