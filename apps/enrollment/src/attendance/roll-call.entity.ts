import { EntitySchema } from 'typeorm';

/** The roll-call of a class on a day (点名): who has no absence in it was in class. */
export interface RollCall {
  countyCode: string;
  id: string;
  classId: string;
  schoolId: string;
  townshipCode: string;
  day: string;
  /** Children whom the class expected. */
  expected: number;
  takenBy: string;
  takenAt: Date;
  version: number;
}

export const RollCallEntity = new EntitySchema<RollCall>({
  name: 'RollCall',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'roll_call_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'roll_call_pkey' },
    classId: { type: 'uuid' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    day: { type: 'date' },
    expected: { type: 'smallint' },
    takenBy: { type: 'text' },
    takenAt: { type: 'timestamptz' },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'roll_call_class_key', columns: ['countyCode', 'classId', 'day'] }],
  indices: [{ name: 'roll_call_school_idx', columns: ['countyCode', 'schoolId', 'day', 'id'] }],
  foreignKeys: [
    {
      name: 'roll_call_class_fkey',
      target: 'SchoolClass',
      columnNames: ['countyCode', 'classId', 'schoolId'],
      referencedColumnNames: ['countyCode', 'id', 'schoolId'],
    },
    {
      name: 'roll_call_school_day_fkey',
      target: 'SchoolDay',
      columnNames: ['countyCode', 'day'],
      referencedColumnNames: ['countyCode', 'day'],
    },
  ],
});
