import { EntitySchema } from 'typeorm';

/** A competition of a year (教学能手大赛). */
export interface Competition {
  countyCode: string;
  id: string;
  /** Its name. */
  name: string;
  /** The year. */
  year: number;
  /** First prizes a round and track. */
  firstAwards: number;
  /** Second prizes. */
  secondAwards: number;
  /** Third prizes. */
  thirdAwards: number;
  /** How many of a track go on to the next level. */
  promotes: number;
  lastNumber: number;
  version: number;
}

export const CompetitionEntity = new EntitySchema<Competition>({
  name: 'Competition',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'competition_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'competition_pkey' },
    name: { type: 'text' },
    year: { type: 'smallint' },
    firstAwards: { type: 'smallint' },
    secondAwards: { type: 'smallint' },
    thirdAwards: { type: 'smallint' },
    promotes: { type: 'smallint' },
    lastNumber: { type: 'integer' },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'competition_name_key', columns: ['countyCode', 'year', 'name'] }],
  checks: [
    { name: 'competition_name_check', expression: `name <> ''` },
    { name: 'competition_year_check', expression: `year BETWEEN 1986 AND 2100` },
    {
      name: 'competition_awards_check',
      expression: `first_awards >= 0 AND second_awards >= 0 AND third_awards >= 0 AND promotes >= 0`,
    },
  ],
});
