import { EntitySchema } from 'typeorm';

/** A school that refused a child (拒收登记): none is the county’s aim (零拒绝, 义务教育法 art. 57). */
export interface SchoolRefusal {
  countyCode: string;
  id: string;
  childId: string;
  schoolId: string;
  refusedOn: string;
  reason: string;
  recordedBy: string;
  /** The day on which supervision (督导) was told. */
  reportedOn: string | null;
  reportNumber: string | null;
  version: number;
}

export const SchoolRefusalEntity = new EntitySchema<SchoolRefusal>({
  name: 'SchoolRefusal',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'school_refusal_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'school_refusal_pkey' },
    childId: { type: 'uuid' },
    schoolId: { type: 'uuid' },
    refusedOn: { type: 'date' },
    reason: { type: 'text' },
    recordedBy: { type: 'text' },
    reportedOn: { type: 'date', nullable: true },
    reportNumber: { type: 'text', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'school_refusal_once_key', columns: ['countyCode', 'childId', 'schoolId', 'refusedOn'] }],
  indices: [{ name: 'school_refusal_refused_idx', columns: ['countyCode', 'refusedOn', 'id'] }],
  foreignKeys: [
    {
      name: 'school_refusal_child_fkey',
      target: 'DisabledChild',
      columnNames: ['countyCode', 'childId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    {
      name: 'school_refusal_report_check',
      expression: `(reported_on IS NULL) = (report_number IS NULL) AND reported_on >= refused_on`,
    },
  ],
});
