import { EntitySchema } from 'typeorm';

/**  */
export interface WorkflowStep {
  countyCode: string;
  id: string;
  subject: string;
  subjectId: string;
  act: string;
  fromState: string;
  toState: string;
  takenBy: string;
  takenAt: Date;
  note: string | null;
}

export const WorkflowStepEntity = new EntitySchema<WorkflowStep>({
  name: 'WorkflowStep',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'workflow_step_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'workflow_step_pkey' },
    subject: { type: 'text' },
    subjectId: { type: 'uuid' },
    act: { type: 'text' },
    fromState: { type: 'text' },
    toState: { type: 'text' },
    takenBy: { type: 'text' },
    takenAt: { type: 'timestamptz' },
    note: { type: 'text', nullable: true },
  },
  indices: [{ name: 'workflow_step_subject_idx', columns: ['countyCode', 'subjectId', 'id'] }],
});
