import { type Refusal, refuse } from '../refusal/refusal.rules.ts';
import type { PlatformRole } from './platform-use-terms.rules.ts';

export interface UseRow {
  schoolCode: string;
  role: PlatformRole;
  people: number;
  registered: number;
  active: number;
  visits: number;
  uploads: number;
}

export interface SectionRow {
  schoolCode: string;
  section: string;
  views: number;
}

export interface ExportAsked {
  month: string;
  statedMonth: string;
  replaces: boolean;
  uses: readonly UseRow[];
  sections: readonly SectionRow[];
}

export interface ExportFacts {
  thisMonth: string;
  schoolCodes: ReadonlySet<string>;
  /** What was imported for the month before. */
  known: { contentHash: string; importedAt: string } | null;
  contentHash: string;
}

/** Why a row does not count; the reasons are closed, so that a file can say them by column. */
export type RowFault =
  'SCHOOL_UNKNOWN' | 'ROW_REPEATED' | 'REGISTERED_OVER_PEOPLE' | 'ACTIVE_OVER_REGISTERED' | 'NEGATIVE';

const isNegative = (...counts: number[]) => counts.some((count) => count < 0);

export function useRowFault(row: UseRow, schoolCodes: ReadonlySet<string>): RowFault | null {
  if (!schoolCodes.has(row.schoolCode)) return 'SCHOOL_UNKNOWN';
  if (isNegative(row.people, row.registered, row.active, row.visits, row.uploads)) return 'NEGATIVE';
  if (row.registered > row.people) return 'REGISTERED_OVER_PEOPLE';
  return row.active > row.registered ? 'ACTIVE_OVER_REGISTERED' : null;
}

export function sectionRowFault(row: SectionRow, schoolCodes: ReadonlySet<string>): RowFault | null {
  if (!schoolCodes.has(row.schoolCode)) return 'SCHOOL_UNKNOWN';
  return isNegative(row.views) ? 'NEGATIVE' : null;
}

/** Whether an export may be imported: of the month that was asked for, once, every row of it sound. */
export function exportRefusals(
  asked: ExportAsked,
  facts: ExportFacts,
): Refusal<'ExportMonthWrong' | 'ExportRepeated' | 'RowsUnfit' | 'DayTooLate'>[] {
  const { month, statedMonth, replaces } = asked;
  const { thisMonth, known, contentHash } = facts;
  const isRepeated = known !== null && (!replaces || known.contentHash === contentHash);
  return [
    ...(statedMonth === month
      ? []
      : [refuse('ExportMonthWrong', 'statedMonth', { expected: month, found: statedMonth })]),
    ...(month > thisMonth ? [refuse('DayTooLate', 'month', { latest: `${thisMonth}-01` })] : []),
    ...(isRepeated ? [refuse('ExportRepeated', 'month', { importedAt: known.importedAt })] : []),
    ...rowRefusals('uses', asked.uses, {
      keyOf: ({ schoolCode, role }) => `${schoolCode} ${role}`,
      faultOf: (row) => useRowFault(row, facts.schoolCodes),
    }),
    ...rowRefusals('sections', asked.sections, {
      keyOf: ({ schoolCode, section }) => `${schoolCode} ${section}`,
      faultOf: (row) => sectionRowFault(row, facts.schoolCodes),
    }),
  ];
}

function rowRefusals<Row>(
  field: string,
  rows: readonly Row[],
  { keyOf, faultOf }: { keyOf: (row: Row) => string; faultOf: (row: Row) => RowFault | null },
): Refusal<'RowsUnfit'>[] {
  const seen = new Set<string>();
  const faults = rows.flatMap((row, at) => {
    const isRepeated = seen.has(keyOf(row));
    seen.add(keyOf(row));
    const reason = faultOf(row) ?? (isRepeated ? 'ROW_REPEATED' : null);
    return reason === null ? [] : [{ row: at + 1, reason }];
  });
  if (faults.length === 0) return [];
  return [
    refuse('RowsUnfit', field, { rows: faults.map(({ row }) => row), reasons: faults.map(({ reason }) => reason) }),
  ];
}
