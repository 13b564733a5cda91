import type { ForbiddenDetail } from '../publicity/publicity.rules.ts';
import type { ReviewRefusal } from '../review/review.rules.ts';

export type UnfitReason =
  | 'BLANK'
  | 'DAYS_REVERSED'
  | 'DAY_IN_FUTURE'
  | 'CATEGORY_UNKNOWN'
  | 'CATEGORY_OF_ANOTHER_SOURCE'
  | 'CATEGORY_WITHDRAWN'
  | 'PROGRAMME_UNKNOWN'
  | 'STAGE_NOT_COVERED'
  | 'STATION_UNKNOWN'
  | 'TERM_NOT_ARRANGED'
  | 'TOO_MANY'
  | 'NOT_AN_AMOUNT'
  | 'FRACTION_OF_FEN'
  | 'NOT_POSITIVE'
  | 'TOO_LARGE'
  | 'NOT_AN_ACCOUNT'
  | 'DOCUMENT_MISSING'
  | 'NOT_AN_IDENTITY_NUMBER'
  | 'NOT_A_MULTIPLE'
  | 'ABOVE_CEILING'
  | 'PERIOD_UNFIT'
  | 'NOT_A_CANDIDATE';

/** Why an act of this office is refused; `field` is the place in the input. */
export type AidRefusal =
  | ReviewRefusal
  | { kind: 'AidChildNotOnRoll'; rollStatus: string | null }
  | { kind: 'AidAlreadyFiled'; id: string }
  | { kind: 'AidValueUnfit'; field: string; reason: UnfitReason }
  | { kind: 'AidWaived'; declaredOn: string }
  | { kind: 'AidRowsRefused'; rows: number }
  | { kind: 'AidStillInUse'; count: number }
  | { kind: 'AidDetailForbidden'; details: ForbiddenDetail[] };

/** A value that does not fit. */
export const unfit = (field: string, reason: UnfitReason): AidRefusal => ({ kind: 'AidValueUnfit', field, reason });

/** What happens to the good rows of a bulk act when others are refused. */
export type OnError = 'REJECT_ALL' | 'SKIP_INVALID';

/** What became of one row of a bulk act. */
export interface RowOutcome {
  index: number;
  isDone: boolean;
  refusals: AidRefusal[];
}

/** The rows' outcomes: the good ones are done, or none when one is refused and all were wanted. */
export function outcomesOf(refusals: readonly AidRefusal[][], onError: OnError = 'REJECT_ALL'): RowOutcome[] {
  const none = onError === 'REJECT_ALL' && refusals.some(({ length }) => length > 0);
  return refusals.map((found, index) => ({ index, isDone: found.length === 0 && !none, refusals: found }));
}

/** What is said of the act as a whole: how many rows stood in its way. */
export function wholeRefusals(outcomes: readonly RowOutcome[], onError: OnError = 'REJECT_ALL'): AidRefusal[] {
  const rows = outcomes.filter(({ refusals }) => refusals.length > 0).length;
  return rows > 0 && onError === 'REJECT_ALL' ? [{ kind: 'AidRowsRefused', rows }] : [];
}
