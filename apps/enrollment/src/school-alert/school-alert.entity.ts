import { EntitySchema } from 'typeorm';
import { closedList } from '../closed-list.ts';

export const ALERT_KINDS = ['BULLYING'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** Something a school must look into and answer, such as bullying named as a child's reason to stay away (R04). */
export interface SchoolAlert {
  countyCode: string;
  id: string;
  kind: AlertKind;
  schoolId: string;
  classId: string;
  townshipCode: string;
  dropoutCaseId: string;
  raisedOn: string;
  answeredOn: string | null;
  answer: string | null;
  version: number;
}

export const SchoolAlertEntity = new EntitySchema<SchoolAlert>({
  name: 'SchoolAlert',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'school_alert_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'school_alert_pkey' },
    kind: { type: 'text' },
    schoolId: { type: 'uuid' },
    classId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    dropoutCaseId: { type: 'uuid' },
    raisedOn: { type: 'date' },
    answeredOn: { type: 'date', nullable: true },
    answer: { type: 'text', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'school_alert_case_key', columns: ['countyCode', 'dropoutCaseId', 'kind'] }],
  indices: [{ name: 'school_alert_raised_idx', columns: ['countyCode', 'raisedOn', 'id'] }],
  foreignKeys: [
    {
      name: 'school_alert_case_fkey',
      target: 'DropoutCase',
      columnNames: ['countyCode', 'dropoutCaseId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    closedList('school_alert', 'kind', ALERT_KINDS),
    {
      name: 'school_alert_answer_check',
      expression: '(answered_on IS NULL) = (answer IS NULL) AND answered_on >= raised_on',
    },
  ],
});
