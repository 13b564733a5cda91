import { z } from 'zod';
import type { EventType } from './event.ts';
import { stage } from './stage.ts';

export const rollStatus = z.enum([
  'PRE_REGISTERED',
  'ACTIVE',
  'SUSPENDED',
  'DROPPED_OUT',
  'MISSING',
  'TRANSFERRED_OUT',
  'ABROAD',
  'GRADUATED',
  'COMPLETED',
  'LEFT_INCOMPLETE',
  'WITHDRAWN',
  'EXPELLED',
  'DECEASED',
  'CANCELLED',
]);
export type RollStatus = z.infer<typeof rollStatus>;

export const attendancePlacement = z.enum([
  'IN_SCHOOL',
  'HOME_TEACHING',
  'EXTERNAL_SPECIAL_SCHOOL',
  'EXTERNAL_OTHER',
  'SPECIALISED_SCHOOL',
  'LONG_LEAVE',
  'OTHER_LEFT',
  'SUSPECTED_DROPOUT',
  'NOT_ENROLLED',
]);
export type AttendancePlacement = z.infer<typeof attendancePlacement>;

/** The whole state of one child (学籍) after a change; `version` grows with every change. */
const state = z
  .object({
    id: z.uuid(),
    schoolId: z.uuid().nullable(),
    classId: z.uuid().nullable(),
    /** 9 digits (NBS). */
    townshipCode: z.string().regex(/^\d{9}$/),
    name: z.string().min(1).max(50),
    stage: stage.nullable(),
    /** Year within the stage, from 1. */
    grade: z.int().min(1).nullable(),
    /** Null for a child who has no roll (未入学). */
    rollStatus: rollStatus.nullable(),
    attendancePlacement,
    bornOn: z.iso.date(),
    /** GB/T 2261.1 code. */
    sex: z.enum(['0', '1', '2', '9']),
    effectiveOn: z.iso.date(),
    version: z.int().min(1),
  })
  .refine(
    ({ rollStatus: status, schoolId, stage: level }) => status === null || (schoolId !== null && level !== null),
    'a child on the roll has a school and a stage',
  )
  .refine(
    ({ rollStatus: status, attendancePlacement: placement }) => status !== null || placement === 'NOT_ENROLLED',
    'a child without a roll is not enrolled',
  );
export type StudentChanged = z.infer<typeof state>;

export const studentChanged: EventType<StudentChanged> = {
  type: 'bureau.enrollment.student.changed',
  dataschema: 'urn:bureau:event:enrollment.student.changed:1',
  data: state,
  idOf: ({ id }) => id,
};
