import type { Season } from '@bureau/calendar';
import { EntitySchema } from 'typeorm';

/** Who bears a programme from a term on (资金分担), in thousandths that add up to the whole. */
export interface AidFunding {
  countyCode: string;
  programmeCode: string;
  validFromSchoolYear: number;
  validFromSeason: Season;
  centralPermille: number;
  regionPermille: number;
  cityPermille: number;
  countyPermille: number;
  charityPermille: number;
  /** The document that set it (文号). */
  basisDocument: string;
}

export const AidFundingEntity = new EntitySchema<AidFunding>({
  name: 'AidFunding',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'aid_funding_pkey' },
    programmeCode: { type: 'text', primary: true, primaryKeyConstraintName: 'aid_funding_pkey' },
    validFromSchoolYear: { type: 'smallint', primary: true, primaryKeyConstraintName: 'aid_funding_pkey' },
    validFromSeason: { type: 'text', primary: true, primaryKeyConstraintName: 'aid_funding_pkey' },
    centralPermille: { type: 'smallint' },
    regionPermille: { type: 'smallint' },
    cityPermille: { type: 'smallint' },
    countyPermille: { type: 'smallint' },
    charityPermille: { type: 'smallint' },
    basisDocument: { type: 'text' },
  },
  foreignKeys: [
    {
      name: 'aid_funding_programme_fkey',
      target: 'AidProgramme',
      columnNames: ['countyCode', 'programmeCode'],
      referencedColumnNames: ['countyCode', 'code'],
    },
  ],
  checks: [
    { name: 'aid_funding_season_check', expression: `valid_from_season IN ('AUTUMN', 'SPRING')` },
    {
      name: 'aid_funding_whole_check',
      expression: `least(central_permille, region_permille, city_permille, county_permille, charity_permille) >= 0 AND central_permille + region_permille + city_permille + county_permille + charity_permille = 1000`,
    },
  ],
});
