import { EntitySchema } from 'typeorm';
import { closedList } from '../closed-list.ts';
import type { DropoutStage } from './dropout-case.rules.ts';

export const DISCOVERIES = [
  'ROLL_CALL',
  'TERM_START_NO_SHOW',
  'MONTHLY_ANALYSIS',
  'HOME_VISIT',
  'SUSPENSION_EXPIRED',
  'TRANSFER_NOT_COMPLETED',
  'HANDOVER_NOT_ARRIVED',
  'MATCHING',
  'POLICE_OR_CIVIL_AFFAIRS',
  'HOTLINE',
  'INSPECTION',
  'SCHOOL_REPORT',
] as const;
export type Discovery = (typeof DISCOVERIES)[number];

export const RESOLUTIONS = [
  'TRANSFERRED',
  'STUDIES_ELSEWHERE',
  'SUSPENDED',
  'ABROAD',
  'DECEASED',
  'HOME_TEACHING',
  'HOUSEHOLD_MOVED_AWAY',
  'COMPLETED_NINE_YEARS',
  'OVER_AGE',
  'FALSE_ALARM',
] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

export const RISKS = ['GREEN', 'YELLOW', 'ORANGE', 'RED'] as const;
export type Risk = (typeof RISKS)[number];

export const RETURN_PLACEMENTS = [
  'ORIGINAL_CLASS',
  'SEPARATE_CLASS',
  'REGULAR_CLASS',
  'HOME_TEACHING',
  'VOCATIONAL_CLASS',
  'ONLINE',
] as const;
export type ReturnPlacement = (typeof RETURN_PLACEMENTS)[number];

/** A child suspected of dropping out, from suspicion to return (疑似辍学个案). */
export interface DropoutCase {
  countyCode: string;
  id: string;
  studentId: string;
  schoolId: string;
  classId: string;
  townshipCode: string;
  stage: DropoutStage;
  suspectedOn: string;
  /** 最后到校日期. */
  lastSeenOn: string;
  /** R01 … R99 of the county's list of reasons. */
  reasonCode: string;
  /** The day on which the child was in class again. */
  returnedOn: string | null;
  version: number;
  /** False for a watch (缺勤预警) that has not become a suspicion. */
  isSuspicion: boolean;
  discoveredBy: Discovery;
  /** The day on which the present stage began; null in cases from before stages were dated. */
  stageSince: string | null;
  dueOn: string | null;
  risk: Risk;
  /** The school that handed the child over, when it did not arrive at the next. */
  formerSchoolId: string | null;
  returnPlacement: ReturnPlacement | null;
  resolution: Resolution | null;
  /** What shows the resolution, or why the case was closed. */
  proof: string | null;
  /** The movement that withdrew the case by itself. */
  withdrawnBy: string | null;
  closedOn: string | null;
  /** How often the child left again after its return. */
  relapses: number;
}

export const DropoutCaseEntity = new EntitySchema<DropoutCase>({
  name: 'DropoutCase',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'dropout_case_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'dropout_case_pkey' },
    studentId: { type: 'uuid' },
    schoolId: { type: 'uuid' },
    classId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    stage: { type: 'text' },
    suspectedOn: { type: 'date' },
    lastSeenOn: { type: 'date' },
    reasonCode: { type: 'varchar', length: 3 },
    returnedOn: { type: 'date', nullable: true },
    version: { type: 'integer', default: 1 },
    isSuspicion: { type: 'boolean', default: true },
    discoveredBy: { type: 'text', default: 'SCHOOL_REPORT' },
    stageSince: { type: 'date', nullable: true },
    dueOn: { type: 'date', nullable: true },
    risk: { type: 'text', default: 'GREEN' },
    formerSchoolId: { type: 'uuid', nullable: true },
    returnPlacement: { type: 'text', nullable: true },
    resolution: { type: 'text', nullable: true },
    proof: { type: 'text', nullable: true },
    withdrawnBy: { type: 'text', nullable: true },
    closedOn: { type: 'date', nullable: true },
    relapses: { type: 'smallint', default: 0 },
  },
  indices: [
    {
      name: 'dropout_case_open_key',
      columns: ['countyCode', 'studentId'],
      unique: true,
      where: `stage <> ALL (ARRAY['RETURNED'::text, 'OTHER_RESOLVED'::text, 'CLOSED'::text])`,
    },
    { name: 'dropout_case_suspected_idx', columns: ['countyCode', 'suspectedOn', 'id'] },
    { name: 'dropout_case_student_idx', columns: ['countyCode', 'studentId', 'id'] },
  ],
  foreignKeys: [
    {
      name: 'dropout_case_student_fkey',
      target: 'Student',
      columnNames: ['countyCode', 'studentId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    {
      name: 'dropout_case_stage_check',
      expression: `stage IN ('WATCH', 'SUSPECTED', 'SCHOOL_PERSUASION', 'REPORTED_TOWNSHIP', 'TRIPLE_LINKAGE', 'NOTICE', 'PENALTY', 'DEMAND', 'JUDICIAL', 'RETURNED', 'OTHER_RESOLVED', 'CLOSED')`,
    },
    { name: 'dropout_case_returned_check', expression: `stage <> 'RETURNED' OR returned_on IS NOT NULL` },
    { name: 'dropout_case_dates_check', expression: `last_seen_on <= suspected_on AND returned_on >= suspected_on` },
    { name: 'dropout_case_reason_check', expression: `reason_code ~ '^R[0-9]{2}$'` },
    closedList('dropout_case', 'discovered_by', DISCOVERIES),
    closedList('dropout_case', 'risk', RISKS),
    closedList('dropout_case', 'return_placement', RETURN_PLACEMENTS),
    closedList('dropout_case', 'resolution', RESOLUTIONS),
    {
      name: 'dropout_case_resolved_check',
      expression: `stage <> 'OTHER_RESOLVED' OR (resolution IS NOT NULL AND proof IS NOT NULL)`,
    },
    {
      name: 'dropout_case_closed_check',
      expression: `stage <> 'CLOSED' OR (closed_on IS NOT NULL AND proof IS NOT NULL)`,
    },
  ],
});
