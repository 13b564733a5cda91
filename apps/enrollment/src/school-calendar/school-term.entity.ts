import type { Season } from '@bureau/calendar';
import { EntitySchema } from 'typeorm';

/** A term as the county set it (校历). */
export interface SchoolTerm {
  countyCode: string;
  schoolYear: number;
  season: Season;
  startsOn: string;
  endsOn: string;
  document: string;
}

const primary = { primary: true, primaryKeyConstraintName: 'school_term_pkey' } as const;

export const SchoolTermEntity = new EntitySchema<SchoolTerm>({
  name: 'SchoolTerm',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    schoolYear: { type: 'smallint', ...primary },
    season: { type: 'text', ...primary },
    startsOn: { type: 'date' },
    endsOn: { type: 'date' },
    document: { type: 'text' },
  },
  checks: [
    { name: 'school_term_season_check', expression: `season IN ('AUTUMN', 'SPRING')` },
    { name: 'school_term_dates_check', expression: 'ends_on > starts_on' },
  ],
});
