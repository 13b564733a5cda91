import type { HolidayYear } from '@bureau/calendar';
import { EntitySchema } from 'typeorm';

/** A year's holiday arrangement as a county loaded it. */
export interface LoadedHolidayYear {
  countyCode: string;
  year: number;
  notice: string;
  issuedOn: string;
  holidays: HolidayYear['holidays'];
  makeUpDays: HolidayYear['makeUpDays'];
}

const primary = { primary: true, primaryKeyConstraintName: 'holiday_year_pkey' } as const;

export const HolidayYearEntity = new EntitySchema<LoadedHolidayYear>({
  name: 'HolidayYear',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    year: { type: 'integer', ...primary },
    notice: { type: 'text' },
    issuedOn: { type: 'date' },
    holidays: { type: 'jsonb' },
    makeUpDays: { type: 'jsonb' },
  },
  checks: [{ name: 'holiday_year_year_check', expression: 'year BETWEEN 2000 AND 2200' }],
});
