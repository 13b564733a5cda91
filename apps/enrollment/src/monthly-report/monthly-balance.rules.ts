/** How a child came onto a school's roll of a grade in a month, or left it; null is unexplained. */
export interface MonthChange {
  studentId: string;
  /** The grade at the start of the month, `<stage>-<entry year>`; null when the child was not on the roll. */
  from: string | null;
  /** The grade at its end. */
  to: string | null;
  /** The movement of the month that explains the change, or how the spell ended. */
  cause: string | null;
}

export interface BalanceLine {
  grade: string;
  startRoll: number;
  /** Children who came, by movement. */
  joined: Record<string, number>;
  /** Children who left, by movement. */
  left: Record<string, number>;
  endRoll: number;
  /** End less start less joined plus left: unexplained change. */
  residual: number;
  /** The children whom no movement explains. */
  unexplained: string[];
}

/** The causes that explain a departure; a child lost without one is a child to look for (docs/rules/enrollment.md#monthly-report). */
const LOSSES = ['DROPPED_OUT', 'STATUS_CHANGED', 'DROPOUT', 'DISAPPEARANCE'];

const isExplained = ({ cause, to }: MonthChange) => cause !== null && (to !== null || !LOSSES.includes(cause));

/** 月报平衡: end roll = start roll + joined − left, for each grade; what is over names its children. */
export function balanceLines(changes: readonly MonthChange[]): BalanceLine[] {
  const lines = new Map<string, BalanceLine>();
  const lineOf = (grade: string): BalanceLine => {
    const line = lines.get(grade) ?? emptyLine(grade);
    lines.set(grade, line);
    return line;
  };
  for (const change of changes) {
    const { from, to, studentId } = change;
    if (from !== null) lineOf(from).startRoll += 1;
    if (to !== null) lineOf(to).endRoll += 1;
    if (from === to) continue;
    if (from !== null) note(lineOf(from), 'left', { change, studentId });
    if (to !== null) note(lineOf(to), 'joined', { change, studentId });
  }
  for (const line of lines.values())
    line.residual = line.endRoll - line.startRoll - total(line.joined) + total(line.left);
  return [...lines.values()].toSorted((a, b) => (a.grade < b.grade ? -1 : 1));
}

function note(
  line: BalanceLine,
  side: 'joined' | 'left',
  { change, studentId }: { change: MonthChange; studentId: string },
): void {
  if (!isExplained(change) || change.cause === null) {
    line.unexplained.push(studentId);
    return;
  }
  line[side][change.cause] = (line[side][change.cause] ?? 0) + 1;
}

const emptyLine = (grade: string): BalanceLine => ({
  grade,
  startRoll: 0,
  joined: {},
  left: {},
  endRoll: 0,
  residual: 0,
  unexplained: [],
});

const total = (counts: Record<string, number>) => Object.values(counts).reduce((sum, count) => sum + count, 0);

export interface ReportAsked {
  analysis: string;
  actions: string;
}

export type ReportRefusal =
  | { kind: 'MonthlyReportSchoolUnknown' }
  | { kind: 'MonthlyReportSubmitted' }
  | { kind: 'MonthlyReportMonthUnfit'; latest: string }
  | { kind: 'MonthlyReportIncomplete'; missing: readonly string[] };

/** Every reason not to submit a report; empty when it may be: what is over must be spoken of (docs/rules/enrollment.md#monthly-report). */
export function reportRefusals(
  { analysis, actions }: ReportAsked,
  { lines, month, thisMonth }: { lines: readonly BalanceLine[]; month: string; thisMonth: string },
): ReportRefusal[] {
  const missing: string[] = [];
  if (analysis.trim() === '') missing.push('analysis');
  if (lines.some(({ unexplained }) => unexplained.length > 0) && actions.trim() === '') missing.push('actions');
  const refusals: ReportRefusal[] = [];
  if (month > thisMonth) refusals.push({ kind: 'MonthlyReportMonthUnfit', latest: thisMonth });
  if (missing.length > 0) refusals.push({ kind: 'MonthlyReportIncomplete', missing });
  return refusals;
}
