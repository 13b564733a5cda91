import type { Stage } from '@bureau/codes';
import { EntitySchema } from 'typeorm';
import { closedList } from '../closed-list.ts';
import {
  type RouteStep,
  TRANSFER_KINDS,
  TRANSFER_STATUSES,
  type TransferKind,
  type TransferStatus,
  type TransferStepCode,
} from './transfer.rules.ts';

/** A child's way from one school to another (转学): which steps it takes, and how far it has come. */
export interface Transfer {
  countyCode: string;
  id: string;
  studentId: string;
  studentName: string;
  /** The child's grade, as its stage and entry year. */
  stage: Stage;
  entryYear: number;
  kind: TransferKind;
  status: TransferStatus;
  fromSchoolId: string | null;
  toSchoolId: string | null;
  toClassId: string | null;
  otherSchool: string | null;
  otherCounty: string | null;
  reason: string;
  /** The steps as the county had them when the transfer was asked for. */
  route: RouteStep[];
  /** The step that is next, from 0. */
  position: number;
  /** The step that was accepted last. */
  lastStep: TransferStepCode | null;
  waitsSince: string;
  stepDueOn: string | null;
  requestedOn: string;
  requestedBy: string;
  endedOn: string | null;
  /** The day on which the file moved: from then on the child counts at the other school. */
  movedOn: string | null;
  version: number;
}

const primary = { primary: true, primaryKeyConstraintName: 'transfer_pkey' } as const;
const PLACES = `CASE WHEN kind = 'WITHIN_COUNTY' THEN from_school_id IS NOT NULL AND to_school_id IS NOT NULL WHEN kind IN ('ACROSS_COUNTIES_OUT', 'ACROSS_PROVINCES_OUT') THEN to_school_id IS NULL AND other_school IS NOT NULL ELSE to_school_id IS NOT NULL AND other_school IS NOT NULL END`;

export const TransferEntity = new EntitySchema<Transfer>({
  name: 'Transfer',
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    id: { type: 'uuid', ...primary },
    studentId: { type: 'uuid' },
    studentName: { type: 'text' },
    stage: { type: 'text' },
    entryYear: { type: 'smallint' },
    kind: { type: 'text' },
    status: { type: 'text' },
    fromSchoolId: { type: 'uuid', nullable: true },
    toSchoolId: { type: 'uuid', nullable: true },
    toClassId: { type: 'uuid', nullable: true },
    otherSchool: { type: 'text', nullable: true },
    otherCounty: { type: 'varchar', length: 6, nullable: true },
    reason: { type: 'text' },
    route: { type: 'jsonb' },
    position: { type: 'smallint' },
    lastStep: { type: 'text', nullable: true },
    waitsSince: { type: 'date' },
    stepDueOn: { type: 'date', nullable: true },
    requestedOn: { type: 'date' },
    requestedBy: { type: 'text' },
    endedOn: { type: 'date', nullable: true },
    movedOn: { type: 'date', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  indices: [
    { name: 'transfer_open_key', columns: ['countyCode', 'studentId'], unique: true, where: 'ended_on IS NULL' },
    { name: 'transfer_requested_idx', columns: ['countyCode', 'requestedOn', 'id'] },
    { name: 'transfer_due_idx', columns: ['countyCode', 'stepDueOn', 'id'], where: 'ended_on IS NULL' },
    { name: 'transfer_student_idx', columns: ['countyCode', 'studentId'] },
  ],
  foreignKeys: [
    {
      name: 'transfer_student_fkey',
      target: 'Student',
      columnNames: ['countyCode', 'studentId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'transfer_class_fkey',
      target: 'SchoolClass',
      columnNames: ['countyCode', 'toClassId', 'toSchoolId'],
      referencedColumnNames: ['countyCode', 'id', 'schoolId'],
    },
  ],
  checks: [
    closedList('transfer', 'kind', TRANSFER_KINDS),
    closedList('transfer', 'status', TRANSFER_STATUSES),
    { name: 'transfer_own_school_check', expression: `to_school_id <> from_school_id` },
    { name: 'transfer_places_check', expression: PLACES },
    { name: 'transfer_ended_check', expression: `(ended_on IS NULL) = (status IN ('IN_PROGRESS', 'RETURNED'))` },
    { name: 'transfer_completed_check', expression: `status <> 'COMPLETED' OR moved_on IS NOT NULL` },
  ],
});
