import { EntitySchema } from 'typeorm';
import type { RequestAct, RequestState } from './assessment-request.rules.ts';

/** One act of the way from a request to a placement (评估安置流程记录): who, when, why, and until when the next is due. */
export interface AssessmentStep {
  countyCode: string;
  id: string;
  requestId: string;
  childId: string;
  act: RequestAct;
  fromState: RequestState;
  toState: RequestState;
  actedOn: string;
  actedAt: Date;
  /** The subject of the token. */
  actor: string;
  reason: string | null;
  dueOn: string | null;
}

export const AssessmentStepEntity = new EntitySchema<AssessmentStep>({
  name: 'AssessmentStep',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'assessment_step_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'assessment_step_pkey' },
    requestId: { type: 'uuid' },
    childId: { type: 'uuid' },
    act: { type: 'text' },
    fromState: { type: 'text' },
    toState: { type: 'text' },
    actedOn: { type: 'date' },
    actedAt: { type: 'timestamptz' },
    actor: { type: 'text' },
    reason: { type: 'text', nullable: true },
    dueOn: { type: 'date', nullable: true },
  },
  indices: [{ name: 'assessment_step_request_idx', columns: ['countyCode', 'requestId', 'actedAt'] }],
  foreignKeys: [
    {
      name: 'assessment_step_child_fkey',
      target: 'DisabledChild',
      columnNames: ['countyCode', 'childId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'assessment_step_request_fkey',
      target: 'AssessmentRequest',
      columnNames: ['countyCode', 'requestId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    {
      name: 'assessment_step_act_check',
      expression: `act IN ('SCHEDULE', 'ASSESS', 'ADVISE', 'DECIDE', 'NOTIFY', 'ACCEPT', 'APPEAL', 'REASSESS', 'UPHOLD', 'EFFECT', 'FALL_DUE', 'SUPERSEDE', 'WITHDRAW')`,
    },
  ],
});
