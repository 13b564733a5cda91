import { STAGES, type Stage } from '@bureau/codes';
import { EntitySchema } from 'typeorm';
import { closedList } from '../closed-list.ts';

/** A class of one entry year at one school (班级); its grade follows from the school year. */
export interface SchoolClass {
  countyCode: string;
  id: string;
  schoolId: string;
  stage: Stage;
  /** The school year in which the class entered its stage. */
  entryYear: number;
  /** The number in 三年级(3)班. */
  serial: number;
}

export const SchoolClassEntity = new EntitySchema<SchoolClass>({
  name: 'SchoolClass',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'school_class_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'school_class_pkey' },
    schoolId: { type: 'uuid' },
    stage: { type: 'text' },
    entryYear: { type: 'smallint' },
    serial: { type: 'smallint' },
  },
  uniques: [
    { name: 'school_class_serial_key', columns: ['countyCode', 'schoolId', 'stage', 'entryYear', 'serial'] },
    { name: 'school_class_place_key', columns: ['countyCode', 'id', 'schoolId'] },
  ],
  foreignKeys: [
    {
      name: 'school_class_school_fkey',
      target: 'School',
      columnNames: ['countyCode', 'schoolId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    closedList('school_class', 'stage', STAGES),
    { name: 'school_class_serial_check', expression: `serial BETWEEN 1 AND 99` },
  ],
});
