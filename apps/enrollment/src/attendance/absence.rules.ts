/** How a child was not simply in class (考勤); who is not named was present. */
export const ABSENCE_KINDS = ['PRESENT', 'LATE', 'SICK', 'PERSONAL', 'OFFICIAL', 'HOME_TEACHING', 'UNEXCUSED'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

const IN_CLASS: readonly AbsenceKind[] = ['PRESENT', 'LATE'];

/** Whether the child was in class: who came late, came. */
export const isInClass = (kind: AbsenceKind): boolean => IN_CLASS.includes(kind);

export interface MarkAsked {
  studentId: string | null;
  kind: AbsenceKind;
}

export interface RollCallAsked {
  day: string;
  present: number;
  marks: readonly MarkAsked[];
}

export interface RollCallFacts {
  today: string;
  isSchoolDay: boolean;
  /** The children whom the class expects. */
  memberIds: readonly string[];
  /** The version of the roll-call of the day, when it was taken before. */
  version: number | null;
}

export type RollCallRefusal =
  | { kind: 'RollCallClassUnknown' }
  | { kind: 'RollCallDayUnfit'; today: string; isSchoolDay: boolean }
  | { kind: 'RollCallTaken'; version: number }
  | { kind: 'RollCallChildUnfit'; positions: readonly number[] }
  | { kind: 'RollCallDoesNotAddUp'; expected: number; given: number };

/** Every reason not to take a roll-call so; empty when it may be (docs/rules/enrollment.md#absence). */
export function rollCallRefusals({ day, present, marks }: RollCallAsked, facts: RollCallFacts): RollCallRefusal[] {
  const { today, isSchoolDay, memberIds, version } = facts;
  const refusals: RollCallRefusal[] = [];
  if (day > today || !isSchoolDay) refusals.push({ kind: 'RollCallDayUnfit', today, isSchoolDay });
  if (version !== null) refusals.push({ kind: 'RollCallTaken', version });
  const positions = unfitPositions(marks, memberIds);
  if (positions.length > 0) refusals.push({ kind: 'RollCallChildUnfit', positions });
  const given = present + marks.filter(({ kind }) => !isInClass(kind)).length;
  if (given !== memberIds.length) refusals.push({ kind: 'RollCallDoesNotAddUp', expected: memberIds.length, given });
  return refusals;
}

/** Places of marks about children who are not of the class, or named twice. */
export function unfitPositions(marks: readonly MarkAsked[], memberIds: readonly string[]): number[] {
  const members = new Set(memberIds);
  const seen = new Set<string>();
  return marks.flatMap(({ studentId }, position) => {
    const isFit = studentId !== null && members.has(studentId) && !seen.has(studentId);
    if (studentId) seen.add(studentId);
    return isFit ? [] : [position];
  });
}

export interface Streak {
  studentId: string;
  /** Called school days in a row without excuse, up to the day asked. */
  days: number;
  /** The first of them; null when there is none. */
  since: string | null;
  /** The last day in class that a roll-call proves; null when there is none. */
  lastSeenOn: string | null;
}

export type CorrectionRefusal =
  | { kind: 'RollCallUnknown' }
  | { kind: 'RollCallChanged'; version: number }
  | { kind: 'RollCallChildUnfit'; positions: readonly number[] }
  | { kind: 'RollCallReasonMissing' };

/** Every reason not to correct a roll-call so; empty when it may be. */
export function correctionRefusals(
  asked: { version: number; reason: string; marks: readonly MarkAsked[] },
  { version, memberIds }: { version: number; memberIds: readonly string[] },
): CorrectionRefusal[] {
  const refusals: CorrectionRefusal[] = [];
  if (asked.version !== version) refusals.push({ kind: 'RollCallChanged', version });
  const positions = unfitPositions(asked.marks, memberIds);
  if (positions.length > 0) refusals.push({ kind: 'RollCallChildUnfit', positions });
  if (asked.reason.trim() === '') refusals.push({ kind: 'RollCallReasonMissing' });
  return refusals;
}
