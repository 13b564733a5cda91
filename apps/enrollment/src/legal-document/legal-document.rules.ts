import { addDays, type Day } from '@bureau/calendar';
import { DROPOUT_STAGES, type DropoutStage, isOpen } from '../dropout-case/dropout-case.rules.ts';

/** The papers of a case, in the order in which they follow one another (法律文书). */
export const DOCUMENT_KINDS = [
  'NOTICE',
  'PENALTY_PRENOTICE',
  'PENALTY_DECISION',
  'DEMAND',
  'ENFORCEMENT_APPLICATION',
  'CIVIL_COMPLAINT',
  'COURT_RULING',
  'MEDIATION_AGREEMENT',
  'FAMILY_EDUCATION_ORDER',
  'GUARDIAN_CONTRACT',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const ISSUERS = ['TOWNSHIP', 'BUREAU', 'COURT'] as const;
export type Issuer = (typeof ISSUERS)[number];

export const SERVICE_WAYS = ['IN_PERSON', 'LEFT_AT_HOME', 'MAIL', 'ENTRUSTED', 'PUBLIC_NOTICE'] as const;
export type ServiceWay = (typeof SERVICE_WAYS)[number];

/** Which paper must have been served before another may be issued (西盟、宁蒗 cases, domain B4). */
const BEFORE: Partial<Record<DocumentKind, DocumentKind>> = {
  PENALTY_PRENOTICE: 'NOTICE',
  PENALTY_DECISION: 'PENALTY_PRENOTICE',
  DEMAND: 'PENALTY_DECISION',
  ENFORCEMENT_APPLICATION: 'DEMAND',
};

/** The stage from which on a paper may be issued. */
const FROM_STAGE: Record<DocumentKind, DropoutStage> = {
  NOTICE: 'TRIPLE_LINKAGE',
  PENALTY_PRENOTICE: 'NOTICE',
  PENALTY_DECISION: 'NOTICE',
  DEMAND: 'PENALTY',
  ENFORCEMENT_APPLICATION: 'DEMAND',
  CIVIL_COMPLAINT: 'DEMAND',
  COURT_RULING: 'JUDICIAL',
  MEDIATION_AGREEMENT: 'JUDICIAL',
  FAMILY_EDUCATION_ORDER: 'JUDICIAL',
  GUARDIAN_CONTRACT: 'TRIPLE_LINKAGE',
};

const BY_COURT: readonly DocumentKind[] = ['COURT_RULING', 'MEDIATION_AGREEMENT', 'FAMILY_EDUCATION_ORDER'];

export interface IssuedPaper {
  kind: DocumentKind;
  servedOn: Day | null;
  dueOn: Day | null;
}

export interface IssueFacts {
  stage: DropoutStage;
  papers: readonly IssuedPaper[];
}

export interface IssueAsked {
  kind: DocumentKind;
  issuer: Issuer;
  legalBasis: string;
  limitDays: number | null;
  amountFen: number | null;
}

export type IssueRefusal =
  | { kind: 'DropoutCaseNotFound' }
  | { kind: 'DocumentTooEarly'; stage: DropoutStage; servedBefore: DocumentKind | null }
  | { kind: 'DocumentIssuerUnfit'; issuers: readonly Issuer[] }
  | { kind: 'DocumentIncomplete'; missing: readonly string[] }
  | { kind: 'DocumentLimitUnfit'; least: number; most: number };

const LIMIT = { least: 3, most: 15 };

/** Every reason not to issue a paper; empty when it may be (docs/rules/enrollment.md#legal-documents). */
export function issueRefusals(asked: IssueAsked, facts: IssueFacts): IssueRefusal[] {
  const { kind, issuer, legalBasis, limitDays, amountFen } = asked;
  const refusals: IssueRefusal[] = [];
  const before = BEFORE[kind] ?? null;
  const isServed = before === null || facts.papers.some((paper) => paper.kind === before && paper.servedOn !== null);
  const stage = FROM_STAGE[kind];
  const isTooEarly = DROPOUT_STAGES.indexOf(facts.stage) < DROPOUT_STAGES.indexOf(stage);
  if (!isOpen(facts.stage) || isTooEarly || !isServed)
    refusals.push({ kind: 'DocumentTooEarly', stage, servedBefore: before });
  const issuers: readonly Issuer[] = BY_COURT.includes(kind) ? ['COURT'] : ['TOWNSHIP', 'BUREAU'];
  if (!issuers.includes(issuer)) refusals.push({ kind: 'DocumentIssuerUnfit', issuers });
  const missing: string[] = [];
  if (legalBasis.trim() === '') missing.push('legalBasis');
  if (kind === 'PENALTY_DECISION' && !amountFen) missing.push('amount');
  if (missing.length > 0) refusals.push({ kind: 'DocumentIncomplete', missing });
  if (kind === 'NOTICE' && limitDays !== null && (limitDays < LIMIT.least || limitDays > LIMIT.most))
    refusals.push({ kind: 'DocumentLimitUnfit', ...LIMIT });
  return refusals;
}

/** The day until which the guardian has time, counted from the service; null for papers without a limit. */
export function limitEndsOn(
  kind: DocumentKind,
  servedOn: Day,
  days: { asked: number | null; limitDays: number; demandDays: number },
): Day | null {
  if (kind === 'NOTICE') return addDays(servedOn, days.asked ?? days.limitDays);
  if (kind === 'DEMAND') return addDays(servedOn, days.asked ?? days.demandDays);
  return days.asked === null ? null : addDays(servedOn, days.asked);
}

export type ServiceRefusal =
  | { kind: 'DocumentNotFound' }
  | { kind: 'DocumentChanged'; version: number }
  | { kind: 'DocumentServed'; servedOn: Day }
  | { kind: 'DayInFuture'; today: Day }
  | { kind: 'DayBeforeIssue'; issuedOn: Day };

/** Every reason not to record a service; empty when it may be. */
export function serviceRefusals(
  paper: { issuedOn: Day; servedOn: Day | null; version: number },
  asked: { servedOn: Day; version: number },
  today: Day,
): ServiceRefusal[] {
  const refusals: ServiceRefusal[] = [];
  if (asked.version !== paper.version) refusals.push({ kind: 'DocumentChanged', version: paper.version });
  if (paper.servedOn !== null) refusals.push({ kind: 'DocumentServed', servedOn: paper.servedOn });
  if (asked.servedOn > today) refusals.push({ kind: 'DayInFuture', today });
  if (asked.servedOn < paper.issuedOn) refusals.push({ kind: 'DayBeforeIssue', issuedOn: paper.issuedOn });
  return refusals;
}
