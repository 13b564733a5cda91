import {
  actsFrom,
  nextState,
  type Step,
  type StepRefusal,
  stepRefusals,
  type Transitions,
} from '../workflow/workflow.rules.ts';

export const REVIEW_STATES = [
  'DRAFT',
  'SUBMITTED',
  'CLASS_REVIEWED',
  'SCHOOL_REVIEWED',
  'PUBLICISED',
  'SCHOOL_APPROVED',
  'BUREAU_REVIEWED',
  'BUREAU_PUBLICISED',
  'APPROVED',
  'AWARDED',
  'REJECTED',
  'WITHDRAWN',
] as const;

/** How far a recognition or an application has come (docs/rules/student-aid.md#reviews). */
export type ReviewState = (typeof REVIEW_STATES)[number];

export const REVIEW_ACTS = [
  'SUBMIT',
  'CLASS_PASS',
  'CLASS_REJECT',
  'SCHOOL_PASS',
  'SCHOOL_PUBLICISE',
  'SCHOOL_APPROVE',
  'SCHOOL_REJECT',
  'BUREAU_PASS',
  'BUREAU_PUBLICISE',
  'APPROVE',
  'BUREAU_REJECT',
  'AWARD',
  'WITHDRAW',
] as const;
export type ReviewAct = (typeof REVIEW_ACTS)[number];

/** 班级评议 → 学校认定 → 公示 → 学校审定 → 资助中心审核 → 公示 → 批准. */
export const REVIEW: Transitions<ReviewState, ReviewAct> = {
  DRAFT: { SUBMIT: 'SUBMITTED', WITHDRAW: 'WITHDRAWN' },
  SUBMITTED: { CLASS_PASS: 'CLASS_REVIEWED', CLASS_REJECT: 'REJECTED', WITHDRAW: 'WITHDRAWN' },
  CLASS_REVIEWED: { SCHOOL_PASS: 'SCHOOL_REVIEWED', SCHOOL_REJECT: 'REJECTED', WITHDRAW: 'WITHDRAWN' },
  SCHOOL_REVIEWED: { SCHOOL_PUBLICISE: 'PUBLICISED', SCHOOL_REJECT: 'REJECTED', WITHDRAW: 'WITHDRAWN' },
  PUBLICISED: { SCHOOL_APPROVE: 'SCHOOL_APPROVED', SCHOOL_REJECT: 'REJECTED', WITHDRAW: 'WITHDRAWN' },
  SCHOOL_APPROVED: { BUREAU_PASS: 'BUREAU_REVIEWED', BUREAU_REJECT: 'REJECTED', WITHDRAW: 'WITHDRAWN' },
  BUREAU_REVIEWED: { BUREAU_PUBLICISE: 'BUREAU_PUBLICISED', BUREAU_REJECT: 'REJECTED', WITHDRAW: 'WITHDRAWN' },
  BUREAU_PUBLICISED: { APPROVE: 'APPROVED', BUREAU_REJECT: 'REJECTED', WITHDRAW: 'WITHDRAWN' },
  APPROVED: { AWARD: 'AWARDED', WITHDRAW: 'WITHDRAWN' },
  AWARDED: {},
  REJECTED: {},
  WITHDRAWN: {},
};

/** Acts that refuse, and must say why. */
export const REJECTIONS = ['CLASS_REJECT', 'SCHOOL_REJECT', 'BUREAU_REJECT'] as const satisfies readonly ReviewAct[];

/** What an actor must be allowed for each act; the homeroom teacher, the school and the bureau review one after another. */
export const ACT_SCOPES = {
  SUBMIT: 'aid-applications:write',
  WITHDRAW: 'aid-applications:write',
  CLASS_PASS: 'aid-applications:class-review',
  CLASS_REJECT: 'aid-applications:class-review',
  SCHOOL_PASS: 'aid-applications:school-review',
  SCHOOL_PUBLICISE: 'aid-applications:school-review',
  SCHOOL_APPROVE: 'aid-applications:school-review',
  SCHOOL_REJECT: 'aid-applications:school-review',
  BUREAU_PASS: 'aid-applications:bureau-review',
  BUREAU_PUBLICISE: 'aid-applications:bureau-review',
  APPROVE: 'aid-applications:bureau-review',
  BUREAU_REJECT: 'aid-applications:bureau-review',
  AWARD: 'aid-awards:write',
} as const satisfies Record<ReviewAct, string>;

/** States in which a subject stands: another may not be filed beside it. */
export const ENDED: readonly ReviewState[] = ['REJECTED', 'WITHDRAWN'];

/** What the notices say about a subject. */
export interface NoticeFacts {
  /** The last day of the latest notice of the level that the act needs; null when there was none. */
  noticeEndsOn: string | null;
  /** Objections that are undecided or upheld. */
  objections: number;
}

export type ReviewRefusal =
  | StepRefusal
  | { kind: 'AidPublicityNotOver'; endsOn: string | null }
  | { kind: 'AidObjectionStands'; objections: number };

/** The level of the notice that must be over before the act; null when it needs none. */
export function noticeBefore(act: ReviewAct): 'SCHOOL' | 'BUREAU' | null {
  if (act === 'SCHOOL_APPROVE') return 'SCHOOL';
  return act === 'APPROVE' ? 'BUREAU' : null;
}

/** Every reason why the step is not taken today; empty when it is (docs/rules/student-aid.md#reviews). */
export function reviewRefusals(
  row: { state: ReviewState; version: number },
  step: Step<ReviewAct>,
  { noticeEndsOn, objections }: NoticeFacts,
  today: string,
): ReviewRefusal[] {
  const refusals: ReviewRefusal[] = stepRefusals(REVIEW, REJECTIONS, row, step);
  if (noticeBefore(step.act) === null) return refusals;
  if (noticeEndsOn === null || today <= noticeEndsOn)
    refusals.push({ kind: 'AidPublicityNotOver', endsOn: noticeEndsOn });
  if (objections > 0) refusals.push({ kind: 'AidObjectionStands', objections });
  return refusals;
}

export const reviewAfter = (state: ReviewState, act: ReviewAct): ReviewState | null => nextState(REVIEW, state, act);
export const reviewActs = (state: ReviewState): string[] => actsFrom(REVIEW, state);
