import type { AttendancePlacement, RollStatus, Stage } from '@bureau/codes';

/** What the audit must know of one payment; of what the office was never told it is null, and no rule guesses. */
export interface PaymentFacts {
  paymentId: string;
  studentId: string;
  schoolId: string;
  programmeCode: string;
  kind: 'CASH' | 'WAIVER';
  amountFen: string;
  awardFen: string;
  /** The rate of the whole term, as the award was made. */
  entitledFen: string;
  /** The rate table's, of the award's term, stage and tier; null when it has none. */
  rateFen: string | null;
  stage: Stage;
  freezeOn: string;
  payBy: string;
  /** A payment of the same programme and term to the same ID number under another record of the child. */
  twinPaymentId: string | null;
  /** The county on whose list the same ID number stands for the same programme and term. */
  otherCounty: string | null;
  /** As enrollment last told; null when it never told of the child. */
  rollStatus: RollStatus | null;
  /** Since when. */
  standingSince: string | null;
  /** What the roll said on the freeze day; null of awards older than that record. */
  rollStatusAtFreeze: RollStatus | null;
  placement: AttendancePlacement | null;
  bornOn: string | null;
  hasIdentity: boolean;
  /** 就读方式: 1 day pupil, 2 boarder, 3 lodger. */
  boarding: string | null;
  /** What the programme is for; null for all. */
  boardingWanted: 'BOARDER' | 'DAY' | null;
  /** Whether the award rests on a recognition or evidence at all; null of awards older than that record. */
  hasGround: boolean | null;
  /** The first day on which none of the evidence holds that the award rests on; null while some has no end, or there is none. */
  evidenceEndsOn: string | null;
  /** Whether a fee is waived for children of the same ground, and whether it was for this one. */
  isFeeExempt: boolean;
  hasFeeWaiver: boolean;
  hasAccount: boolean;
  /** Whether the account's holder is called as the child is. */
  isOwnName: boolean;
  relation: string | null;
  hasRelationDocument: boolean;
  /** Children who are paid to the same account, this one included. */
  accountChildren: number;
  hasSiblingsDocument: boolean;
  /** Working days of the shortest public notice; null of awards that had none on record. */
  noticeWorkingDays: number | null;
  noticeEndsOn: string | null;
  openObjections: number;
  /** Who reviewed the application. */
  reviewers: string[];
}

/** What the audit must know of the payments of one programme to one school. */
export interface SchoolFacts {
  schoolId: string;
  programmeCode: string;
  count: number;
  entitledFen: string;
}

/** What the audit must know of a fund. */
export interface FundFacts {
  fundId: string;
  availableFen: string;
  /** The day of the latest receipt. */
  lastReceivedOn: string;
}

/** What the audit must know of a child with live evidence and no aid. */
export interface ChildFacts {
  studentId: string;
  schoolId: string | null;
  category: string;
  hasAward: boolean;
  hasDeclined: boolean;
}

/** What the county decides about the audit, and the moment of it. */
export interface AuditPolicy {
  today: string;
  /** Who asks to approve; null before that. */
  approver: string | null;
  noticeWorkingDays: number;
  /** From and to which age, at the freeze day, children are at a stage. */
  stageAges: Readonly<Record<Stage, readonly [number, number]>>;
  /** Of programmes with tiers, the average that each school must keep, in fen a term. */
  tierAverages: Readonly<Record<string, number>>;
  idleFundDays: number;
}

/** What is wrong, as figures, days and codes: nothing personal. */
export type Evidence = Readonly<Record<string, string | number | boolean | null>>;

export interface AuditRule<Facts> {
  /** A1 … A20 of the catalogue. */
  code: string;
  find: (facts: Facts, policy: AuditPolicy) => Evidence | null;
}
