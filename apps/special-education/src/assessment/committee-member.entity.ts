import { EntitySchema } from 'typeorm';
import type { Expertise } from '../assessment-request/assessment-request.rules.ts';

/** An expert called to look at a child (专家委员会成员). */
export interface CommitteeMember {
  countyCode: string;
  requestId: string;
  /** The subject of the expert’s token. */
  subject: string;
  childId: string;
  name: string;
  expertise: Expertise;
}

export const CommitteeMemberEntity = new EntitySchema<CommitteeMember>({
  name: 'CommitteeMember',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'committee_member_pkey' },
    requestId: { type: 'uuid', primary: true, primaryKeyConstraintName: 'committee_member_pkey' },
    subject: { type: 'text', primary: true, primaryKeyConstraintName: 'committee_member_pkey' },
    childId: { type: 'uuid' },
    name: { type: 'text' },
    expertise: { type: 'text' },
  },
  indices: [{ name: 'committee_member_subject_idx', columns: ['countyCode', 'subject'] }],
  foreignKeys: [
    {
      name: 'committee_member_child_fkey',
      target: 'DisabledChild',
      columnNames: ['countyCode', 'childId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'committee_member_request_fkey',
      target: 'AssessmentRequest',
      columnNames: ['countyCode', 'requestId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    {
      name: 'committee_member_expertise_check',
      expression: `expertise IN ('EDUCATION', 'PSYCHOLOGY', 'REHABILITATION', 'SOCIAL_WORK', 'MEDICINE')`,
    },
  ],
});
