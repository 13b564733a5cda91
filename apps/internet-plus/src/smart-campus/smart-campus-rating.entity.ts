import { EntitySchema } from 'typeorm';

/** AWARDED until something ends it: a later rating of the school, or revocation. */
export const RATING_STATES = ['AWARDED', 'SUPERSEDED', 'REVOKED'] as const;
export type RatingState = (typeof RATING_STATES)[number];

/** Stars awarded to a school (智慧校园星级, 宁夏 2022); never two in force at once. */
export interface SmartCampusRating {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  /** Two to five. */
  stars: number;
  awardedOn: string;
  /** The last day before it needs a re-check (复核); null when none is set. */
  validUntil: string | null;
  state: RatingState;
  /** The first day on which it is superseded or revoked; null while it is awarded. */
  endedOn: string | null;
}

export const SmartCampusRatingEntity = new EntitySchema<SmartCampusRating>({
  name: 'SmartCampusRating',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'smart_campus_rating_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'smart_campus_rating_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    stars: { type: 'smallint' },
    awardedOn: { type: 'date' },
    validUntil: { type: 'date', nullable: true },
    state: { type: 'text' },
    endedOn: { type: 'date', nullable: true },
  },
  indices: [{ name: 'smart_campus_rating_awarded_idx', columns: ['countyCode', 'awardedOn', 'id'] }],
  exclusions: [
    {
      name: 'smart_campus_rating_one_in_force_excl',
      expression: `USING gist (county_code WITH =, school_id WITH =, daterange(awarded_on, LEAST(valid_until + 1, ended_on)) WITH &&)`,
    },
  ],
  checks: [
    { name: 'smart_campus_rating_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
    { name: 'smart_campus_rating_stars_check', expression: `stars BETWEEN 2 AND 5` },
    { name: 'smart_campus_rating_state_check', expression: `state IN ('AWARDED', 'SUPERSEDED', 'REVOKED')` },
    { name: 'smart_campus_rating_end_check', expression: `(state = 'AWARDED') = (ended_on IS NULL)` },
    { name: 'smart_campus_rating_dates_check', expression: `valid_until >= awarded_on AND ended_on > awarded_on` },
  ],
});
