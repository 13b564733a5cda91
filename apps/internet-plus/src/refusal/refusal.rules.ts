/** What a refusal carries beside the place in the input: the values that a form needs. */
export interface RefusalValues {
  RecordNotFound: object;
  RecordChanged: { version: number };
  RecordExists: { existing: string | null };
  DayTooLate: { latest: string };
  DayTooEarly: { earliest: string };
  ValueOutOfRange: { least: string; greatest: string };
  CodeUnknown: { known: readonly string[] };
  TextUnfit: { longest: number };
  ActOutOfOrder: { state: string; acts: readonly string[] };
  HolidayChosen: { day: string; nextSchoolDay: string };
  HolidaysUnknown: { year: number };
  ReceiverIsLead: { school: string };
  PlaceTaken: { what: string; from: string; until: string };
  LinkUnsafe: { schemes: readonly string[] };
  WeightsUneven: { sum: number; wanted: number };
  EvidenceMissing: { missing: readonly string[] };
  NoticeRunning: { until: string };
  ExportMonthWrong: { expected: string; found: string };
  ExportRepeated: { importedAt: string };
  RowsUnfit: { rows: readonly number[]; reasons: readonly string[] };
  WorkUnfit: { kinds: readonly string[]; largestBytes: number };
  JudgesTooFew: { needed: number; have: number };
  JudgeConflicted: { judges: readonly string[] };
  ResultFinal: { state: string };
  ScoresMissing: { missing: number };
  BlockedInCircle: { through: readonly string[] };
  TasksOpen: { open: number };
}

export type RefusalKind = keyof RefusalValues;

/** Why a rule does not take an act: a kind, the field of the input, and its values. */
export type Refusal<Kind extends RefusalKind = RefusalKind> = {
  [K in Kind]: { kind: K; field: string } & RefusalValues[K];
}[Kind];

/** A refusal of this kind about a field of the input. */
export function refuse<Kind extends RefusalKind>(kind: Kind, field: string, values: RefusalValues[Kind]) {
  return { kind, field, ...values };
}

/** What every change of a record can be refused for: it is not there, or somebody changed it first. */
export type ChangeRefusal = Refusal<'RecordNotFound' | 'RecordChanged'>;

/** Refused when somebody changed the record after the caller had read it. */
export function staleRefusals(record: { version: number }, asked: { version: number }): Refusal<'RecordChanged'>[] {
  if (record.version === asked.version) return [];
  return [refuse('RecordChanged', 'version', { version: record.version })];
}

/** Refused when a text is empty or longer than it may be. */
export function textRefusals(text: string, field: string, longest: number): Refusal<'TextUnfit'>[] {
  if (text.trim() !== '' && [...text].length <= longest) return [];
  return [refuse('TextUnfit', field, { longest })];
}

/** Refused outside least … greatest, both allowed. */
export function rangeRefusals(
  value: number,
  field: string,
  { least, greatest }: { least: number; greatest: number },
): Refusal<'ValueOutOfRange'>[] {
  if (value >= least && value <= greatest) return [];
  return [refuse('ValueOutOfRange', field, { least: String(least), greatest: String(greatest) })];
}

/** Refused after the latest day allowed. */
export function latestRefusals(day: string, field: string, latest: string): Refusal<'DayTooLate'>[] {
  return day > latest ? [refuse('DayTooLate', field, { latest })] : [];
}

/** Refused before the earliest day allowed. */
export function earliestRefusals(day: string, field: string, earliest: string): Refusal<'DayTooEarly'>[] {
  return day < earliest ? [refuse('DayTooEarly', field, { earliest })] : [];
}

/** Refused unless the table leads on from the state by this act. */
export function orderRefusals<State extends string, Act extends string>(
  transitions: Readonly<Record<State, Readonly<Partial<Record<Act, State>>>>>,
  state: State,
  act: Act,
): Refusal<'ActOutOfOrder'>[] {
  const acts: Readonly<Partial<Record<Act, State>>> = transitions[state];
  return acts[act] === undefined ? [refuse('ActOutOfOrder', '', { state, acts: Object.keys(acts) })] : [];
}

const LINK = /^https?:\/\/[^\s/]\S*$/i;

/** Refused unless the link is one of the web: no other scheme runs anything in a reader's browser. */
export function linkRefusals(link: string, field: string): Refusal<'LinkUnsafe'>[] {
  return LINK.test(link) ? [] : [refuse('LinkUnsafe', field, { schemes: ['https://', 'http://'] })];
}
