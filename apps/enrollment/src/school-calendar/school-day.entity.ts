import { EntitySchema } from 'typeorm';

/** A day on which the county's schools teach. */
export interface SchoolDay {
  countyCode: string;
  day: string;
}

const primary = { primary: true, primaryKeyConstraintName: 'school_day_pkey' } as const;

export const SchoolDayEntity = new EntitySchema<SchoolDay>({
  name: 'SchoolDay',
  columns: { countyCode: { type: 'varchar', length: 6, ...primary }, day: { type: 'date', ...primary } },
});
