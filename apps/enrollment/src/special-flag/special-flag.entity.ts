import { EntitySchema } from 'typeorm';
import { closedList } from '../closed-list.ts';
import { FLAG_SOURCES, type FlagSource, SPECIAL_CATEGORIES, type SpecialCategory } from './special-flag.rules.ts';

/** A child in a special category for a time (特殊学生), said by its school or by another office. */
export interface SpecialFlag {
  countyCode: string;
  id: string;
  studentId: string;
  category: SpecialCategory;
  source: FlagSource;
  startedOn: string;
  /** The first day on which it no longer holds. */
  endedOn: string | null;
}

export const SpecialFlagEntity = new EntitySchema<SpecialFlag>({
  name: 'SpecialFlag',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'special_flag_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'special_flag_pkey' },
    studentId: { type: 'uuid' },
    category: { type: 'text' },
    source: { type: 'text' },
    startedOn: { type: 'date' },
    endedOn: { type: 'date', nullable: true },
  },
  indices: [
    {
      name: 'special_flag_standing_key',
      columns: ['countyCode', 'studentId', 'category', 'source'],
      unique: true,
      where: 'ended_on IS NULL',
    },
  ],
  checks: [
    closedList('special_flag', 'category', SPECIAL_CATEGORIES),
    closedList('special_flag', 'source', FLAG_SOURCES),
    { name: 'special_flag_dates_check', expression: 'ended_on >= started_on' },
  ],
});
