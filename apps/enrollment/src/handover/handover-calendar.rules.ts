import { addDays, type Day, schoolYearStartsOn } from '@bureau/calendar';
import type { HandoverAct, HandoverKind } from './handover.rules.ts';

export interface HandoverCalendar {
  'handover.sendBy': string;
  'handover.acknowledgeDays': number;
  'handover.resendDays': number;
  'handover.arrivalDays': readonly number[];
}

export interface Occasion {
  kind: HandoverKind;
  /** The school year that ends with the hand-over. */
  schoolYear: number;
  today: Day;
}

/** The kinds that come with the change of the school year. */
const WITH_THE_YEAR: readonly HandoverKind[] = ['STAGE_TRANSITION', 'UPPER_TRANSITION', 'MERGER'];

/** The day by which a packet's items must be sent: in summer, or at once (docs/rules/enrollment.md#hand-over). */
export function sendingDueOn({ kind, schoolYear, today }: Occasion, calendar: HandoverCalendar): Day {
  if (!WITH_THE_YEAR.includes(kind)) return addDays(today, calendar['handover.resendDays']);
  const inSummer = `${schoolYear + 1}-${calendar['handover.sendBy']}`;
  return inSummer < today ? today : inSummer;
}

/** The day by which what follows an act must have happened; null when the act leaves the day as it is. */
export function dueAfter(act: HandoverAct, occasion: Occasion, calendar: HandoverCalendar): Day | null {
  switch (act) {
    case 'SEND':
    case 'ASSIGN':
      return addDays(occasion.today, calendar['handover.acknowledgeDays']);
    case 'RETURN':
      return addDays(occasion.today, calendar['handover.resendDays']);
    case 'ACKNOWLEDGE':
      return arrivalDueOn(occasion, calendar);
    case 'RECEIVE':
    case 'RECORD_ARRIVAL':
    case 'RECORD_ABSENCE':
    case 'OPEN_CASE':
    case 'CLOSE':
      return null;
  }
}

/** The day of the last look for the child in its new class. */
export function arrivalDueOn({ kind, schoolYear, today }: Occasion, calendar: HandoverCalendar): Day {
  const starts = schoolYearStartsOn(schoolYear + 1);
  const from = WITH_THE_YEAR.includes(kind) && today < starts ? starts : today;
  return addDays(from, Math.max(...calendar['handover.arrivalDays']));
}
