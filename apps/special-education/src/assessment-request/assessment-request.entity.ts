import { EntitySchema } from 'typeorm';
import type { RequestReason, RequestState, Requester } from './assessment-request.rules.ts';

/** A request that the committee look at a child (评估申请), from the request to the decision in effect. */
export interface AssessmentRequest {
  countyCode: string;
  id: string;
  childId: string;
  requester: Requester;
  reason: RequestReason;
  state: RequestState;
  requestedOn: string;
  /** The day by which the next act is due; null when none is. */
  dueOn: string | null;
  /** The day on which a decision in effect is looked at again. */
  reviewOn: string | null;
  version: number;
}

export const AssessmentRequestEntity = new EntitySchema<AssessmentRequest>({
  name: 'AssessmentRequest',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'assessment_request_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'assessment_request_pkey' },
    childId: { type: 'uuid' },
    requester: { type: 'text' },
    reason: { type: 'text' },
    state: { type: 'text' },
    requestedOn: { type: 'date' },
    dueOn: { type: 'date', nullable: true },
    reviewOn: { type: 'date', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  indices: [
    {
      name: 'assessment_request_open_key',
      columns: ['countyCode', 'childId'],
      unique: true,
      where: `state = ANY (ARRAY['REQUESTED'::text, 'SCHEDULED'::text, 'ASSESSED'::text, 'ADVISED'::text, 'DECIDED'::text, 'NOTIFIED'::text, 'ACCEPTED'::text, 'APPEALED'::text])`,
    },
    { name: 'assessment_request_due_idx', columns: ['countyCode', 'dueOn', 'id'] },
    { name: 'assessment_request_requested_idx', columns: ['countyCode', 'requestedOn', 'id'] },
  ],
  foreignKeys: [
    {
      name: 'assessment_request_child_fkey',
      target: 'DisabledChild',
      columnNames: ['countyCode', 'childId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'assessment_request_requester_check', expression: `requester IN ('GUARDIAN', 'SCHOOL', 'BUREAU')` },
    { name: 'assessment_request_reason_check', expression: `reason IN ('NEW_ENTRY', 'TRANSFER', 'DISPUTE', 'REVIEW')` },
    {
      name: 'assessment_request_state_check',
      expression: `state IN ('REQUESTED', 'SCHEDULED', 'ASSESSED', 'ADVISED', 'DECIDED', 'NOTIFIED', 'ACCEPTED', 'APPEALED', 'EFFECTIVE', 'REVIEW_DUE', 'SUPERSEDED', 'WITHDRAWN')`,
    },
    { name: 'assessment_request_due_check', expression: `due_on >= requested_on` },
  ],
});
