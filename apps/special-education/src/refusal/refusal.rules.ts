import type { Day } from '@bureau/calendar';

/** Refusals that more than one act of this office may give. */
export type CommonRefusal =
  | { kind: 'LedgerRecordNotFound'; at: string }
  | { kind: 'LedgerRecordChanged'; version: number }
  | { kind: 'LedgerDayOutOfRange'; at: string; earliest: Day | null; latest: Day | null }
  | { kind: 'ReasonMissing'; at: string };

export type NotFound = Extract<CommonRefusal, { kind: 'LedgerRecordNotFound' }>;
export type Changed = Extract<CommonRefusal, { kind: 'LedgerRecordChanged' }>;
export type DayOutOfRange = Extract<CommonRefusal, { kind: 'LedgerDayOutOfRange' }>;
export type ReasonMissing = Extract<CommonRefusal, { kind: 'ReasonMissing' }>;

export const notFound = (at: string): NotFound => ({ kind: 'LedgerRecordNotFound', at });

/** Empty when the record still has the version that the caller read. */
export function staleness(record: { version: number }, read: number): Changed[] {
  return record.version === read ? [] : [{ kind: 'LedgerRecordChanged', version: record.version }];
}

/** Empty when the day lies between the two, both included; null is no bound. */
export function dayRefusals(
  at: string,
  day: Day,
  { earliest = null, latest = null }: { earliest?: Day | null; latest?: Day | null },
): DayOutOfRange[] {
  const isWithin = (earliest === null || day >= earliest) && (latest === null || day <= latest);
  return isWithin ? [] : [{ kind: 'LedgerDayOutOfRange', at, earliest, latest }];
}

/** Empty when something was said. */
export function silence(at: string, reason: string | null | undefined): ReasonMissing[] {
  return reason == null || reason.trim() === '' ? [{ kind: 'ReasonMissing', at }] : [];
}
