import type { ObjectionState } from './publicity.rules.ts';
import { EntitySchema } from 'typeorm';

/** Somebody objects to a line of a notice (异议). */
export interface Objection {
  countyCode: string;
  id: string;
  noticeId: string;
  subjectId: string;
  schoolId: string;
  raisedOn: string;
  statement: string;
  state: ObjectionState;
  finding: string | null;
  decidedOn: string | null;
  version: number;
}

export const ObjectionEntity = new EntitySchema<Objection>({
  name: 'Objection',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'objection_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'objection_pkey' },
    noticeId: { type: 'uuid' },
    subjectId: { type: 'uuid' },
    schoolId: { type: 'uuid' },
    raisedOn: { type: 'date' },
    statement: { type: 'text' },
    state: { type: 'text' },
    finding: { type: 'text', nullable: true },
    decidedOn: { type: 'date', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  indices: [{ name: 'objection_subject_idx', columns: ['countyCode', 'subjectId'] }],
  foreignKeys: [
    {
      name: 'objection_item_fkey',
      target: 'PublicNoticeItem',
      columnNames: ['countyCode', 'noticeId', 'subjectId'],
      referencedColumnNames: ['countyCode', 'noticeId', 'subjectId'],
    },
  ],
  checks: [
    { name: 'objection_state_check', expression: `state IN ('OPEN', 'INVESTIGATED', 'UPHELD', 'OVERRULED')` },
    { name: 'objection_decided_check', expression: `(decided_on IS NOT NULL) = (state IN ('UPHELD', 'OVERRULED'))` },
    { name: 'objection_finding_check', expression: `state = 'OPEN' OR finding IS NOT NULL` },
  ],
});
