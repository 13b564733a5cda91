import { ATTENDANCE_PLACEMENTS, ROLL_MOVEMENTS, ROLL_STATUSES } from '@bureau/codes';
import { z } from 'zod';
import type { EventType } from './event.ts';
import { stage } from './stage.ts';

export type { AttendancePlacement, RollStatus } from '@bureau/codes';

/** The movement (学籍异动) that brought the change: why the child now stands so. */
const movement = z.object({
  id: z.uuid(),
  kind: z.enum(ROLL_MOVEMENTS),
  /** The school whose roll held the child before; null when none of the county did. */
  fromSchoolId: z.uuid().nullable(),
  fromRollStatus: z.enum(ROLL_STATUSES).nullable(),
  fromPlacement: z.enum(ATTENDANCE_PLACEMENTS).nullable(),
  /** The last day of a suspension; null for other movements. */
  untilOn: z.iso.date().nullable(),
  /** What caused it, such as `transfer:<uuid>` or `school-merger:<uuid>`; null when a clerk recorded it for itself. */
  cause: z.string().min(1).nullable(),
});
export type CausingMovement = z.infer<typeof movement>;

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
    rollStatus: z.enum(ROLL_STATUSES).nullable(),
    attendancePlacement: z.enum(ATTENDANCE_PLACEMENTS),
    bornOn: z.iso.date(),
    /** GB/T 2261.1 code. */
    sex: z.enum(['0', '1', '2', '9']),
    /** Blind index of the identity number (HMAC-SHA-256, hex), by which an office finds a child it has a list of; null when the child has none. */
    identityIndex: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable()
      .default(null),
    /** 就读方式 of JY/T 1001: 1 day pupil, 2 boarder, 3 lodger, 9 other; null when it was not told. */
    boarding: z.enum(['1', '2', '3', '9']).nullable().default(null),
    effectiveOn: z.iso.date(),
    version: z.int().min(1),
    /** Absent or null when no movement brought the change: a first load, or a correction of what is no particular. */
    movement: movement.nullable().optional(),
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
