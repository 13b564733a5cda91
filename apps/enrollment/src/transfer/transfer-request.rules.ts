import { schoolYearOf } from '@bureau/calendar';
import type { RollStatus, Stage } from '@bureau/codes';
import { type SeatCode, type SeatFacts, seatRefusals } from '../roll-movement/seat.rules.ts';
import type { Broken } from '../rule-broken/rule-broken.rules.ts';
import { gradeIn } from '../school-class/school-class.rules.ts';
import { comesIn, goesOut, type TransferKind } from './transfer.rules.ts';

export type RequestCode =
  | 'STUDENT_NOT_FOUND'
  | 'RECORD_CHANGED'
  | 'STUDENT_NOT_ACTIVE'
  | 'TRANSFER_OPEN'
  | 'OWN_SCHOOL'
  | 'OUTSIDE_WINDOW'
  | 'GRADE_BLOCKED'
  | 'OTHER_SCHOOL_MISSING'
  | 'REASON_MISSING'
  | 'SCHOOL_NOT_FOUND';

export interface RequestAsked {
  kind: TransferKind;
  version: number;
  toSchoolId: string | null;
  otherSchool?: string | null;
  reason: string;
}

export interface RequestFacts {
  student: {
    version: number;
    rollStatus: RollStatus;
    schoolId: string;
    classId: string;
    stage: Stage;
    entryYear: number;
  };
  hasOpen: boolean;
  /** Whether the school asked for is there and open. */
  isSchoolOpen: boolean;
  today: string;
  settings: {
    'transfer.windows': readonly { from: string; to: string }[];
    'transfer.blockedGrades': readonly { stage: Stage; grade: number }[];
  };
}

/** Every reason not to ask for a transfer (docs/rules/enrollment.md#transfers). */
export function requestRefusals(asked: RequestAsked, facts: RequestFacts): Broken<RequestCode>[] {
  const { student, settings, today } = facts;
  if (asked.version !== student.version)
    return [{ code: 'RECORD_CHANGED', field: 'version', limit: student.version, found: asked.version }];
  const wanted = comesIn(asked.kind) ? 'TRANSFERRED_OUT' : 'ACTIVE';
  const refusals: Broken<RequestCode>[] = [];
  if (student.rollStatus !== wanted)
    refusals.push({ code: 'STUDENT_NOT_ACTIVE', field: 'student', found: student.rollStatus, allowed: [wanted] });
  if (facts.hasOpen) refusals.push({ code: 'TRANSFER_OPEN', field: 'student' });
  if (!asked.reason.trim()) refusals.push({ code: 'REASON_MISSING', field: 'reason' });
  const windows = settings['transfer.windows'];
  if (!isInWindow(today, windows))
    refusals.push({
      code: 'OUTSIDE_WINDOW',
      field: '',
      found: today,
      allowed: windows.map(({ from, to }) => `${from}…${to}`),
    });
  const grade = gradeIn(schoolYearOf(today), student);
  const blocked = settings['transfer.blockedGrades'].some((one) => one.stage === student.stage && one.grade === grade);
  if (asked.kind === 'WITHIN_COUNTY' && blocked)
    refusals.push({ code: 'GRADE_BLOCKED', field: 'student', found: grade ?? 0 });
  return [...refusals, ...schoolRefusals(asked, facts)];
}

function schoolRefusals({ kind, toSchoolId, otherSchool }: RequestAsked, facts: RequestFacts): Broken<RequestCode>[] {
  const refusals: Broken<RequestCode>[] = [];
  if (kind !== 'WITHIN_COUNTY' && !otherSchool?.trim())
    refusals.push({ code: 'OTHER_SCHOOL_MISSING', field: 'otherSchool' });
  if (goesOut(kind)) return refusals;
  if (kind === 'WITHIN_COUNTY' && toSchoolId === facts.student.schoolId)
    refusals.push({ code: 'OWN_SCHOOL', field: 'toSchool' });
  else if (!facts.isSchoolOpen) refusals.push({ code: 'SCHOOL_NOT_FOUND', field: 'toSchool' });
  return refusals;
}

/** Why the receiving school cannot seat the child in the class it names: its own, of the child's grade, with a seat left. */
export function receivingRefusals(
  { toClass, toSchoolId, today }: { toClass: string | null | undefined; toSchoolId: string; today: string },
  seat: SeatFacts | null,
  student: { stage: Stage; entryYear: number },
): Broken<SeatCode>[] {
  const refusals = seatRefusals({ rule: 'ANY_GRADE', toClass, schoolYear: schoolYearOf(today) }, seat, null);
  if (!seat) return refusals;
  if (seat.schoolId !== toSchoolId) refusals.push({ code: 'CLASS_OF_OTHER_SCHOOL', field: 'toClass' });
  if (seat.stage !== student.stage)
    refusals.push({ code: 'STAGE_UNFIT', field: 'toClass', found: seat.stage, allowed: [student.stage] });
  else if (seat.entryYear !== student.entryYear)
    refusals.push({
      code: 'GRADE_UNFIT',
      field: 'toClass',
      found: seat.entryYear,
      allowed: [String(student.entryYear)],
    });
  return refusals;
}

/** Whether a day lies in a window of the year; a window may run over New Year. */
export function isInWindow(day: string, windows: readonly { from: string; to: string }[]): boolean {
  const date = day.slice(5);
  return (
    windows.length === 0 ||
    windows.some(({ from, to }) => (from <= to ? from <= date && date <= to : from <= date || date <= to))
  );
}
