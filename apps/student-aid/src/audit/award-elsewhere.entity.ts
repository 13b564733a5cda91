import type { Season } from '@bureau/calendar';
import { EntitySchema } from 'typeorm';

/** A person on another county's list for the same programme and term, as the region's system tells (外县名单). */
export interface AwardElsewhere {
  countyCode: string;
  /** Blind index of the ID number, as in the roster. */
  identityIndex: string;
  programmeCode: string;
  schoolYear: number;
  season: Season;
  /** GB/T 2260 of the county that has the person on its list. */
  otherCounty: string;
  /** The list that told it. */
  document: string;
}

const primary = { primary: true, primaryKeyConstraintName: 'award_elsewhere_pkey' } as const;

export const AwardElsewhereEntity = new EntitySchema<AwardElsewhere>({
  name: 'AwardElsewhere',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    identityIndex: { type: 'varchar', length: 64, ...primary },
    programmeCode: { type: 'text', ...primary },
    schoolYear: { type: 'smallint', ...primary },
    season: { type: 'text', ...primary },
    otherCounty: { type: 'varchar', length: 6 },
    document: { type: 'text' },
  },
  checks: [{ name: 'award_elsewhere_county_check', expression: `other_county <> county_code` }],
});
