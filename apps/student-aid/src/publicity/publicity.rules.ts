export type NoticeSubject = 'HARDSHIP' | 'APPLICATION';
export type NoticeLevel = 'SCHOOL' | 'BUREAU';

export const OBJECTION_STATES = ['OPEN', 'INVESTIGATED', 'UPHELD', 'OVERRULED'] as const;
export type ObjectionState = (typeof OBJECTION_STATES)[number];
export const OBJECTION_ACTS = ['INVESTIGATE', 'UPHOLD', 'OVERRULE'] as const;
export type ObjectionAct = (typeof OBJECTION_ACTS)[number];

/** 异议 → 核查 → 成立或不成立. */
export const OBJECTION: Readonly<Record<ObjectionState, Readonly<Partial<Record<ObjectionAct, ObjectionState>>>>> = {
  OPEN: { INVESTIGATE: 'INVESTIGATED' },
  INVESTIGATED: { UPHOLD: 'UPHELD', OVERRULE: 'OVERRULED' },
  UPHELD: {},
  OVERRULED: {},
};

/** What must not hang on a notice board, whoever the child is (docs/rules/student-aid.md#public-notices). */
export type ForbiddenDetail = 'IDENTITY_NUMBER' | 'PHONE' | 'ACCOUNT' | 'FAMILY_WORD';

const PATTERNS: [ForbiddenDetail, RegExp][] = [
  ['IDENTITY_NUMBER', /(?<!\d)(\d{17}[\dXx]|\d{15})(?!\d)/],
  ['PHONE', /(?<!\d)(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)/],
  ['ACCOUNT', /(?<!\d)\d{16,17}(?![\dXx])|(?<!\d)\d{19}(?!\d)/],
];

/** The forbidden details that a text holds, written with full-width digits or blanks as well; empty when it may hang. */
export function forbiddenDetails(text: string, familyWords: readonly string[]): ForbiddenDetail[] {
  const plain = text.normalize('NFKC').replace(/(?<=\d)[\s-](?=\d)/g, '');
  const found = PATTERNS.flatMap(([detail, pattern]) => (pattern.test(plain) ? [detail] : []));
  return familyWords.some((word) => plain.includes(word)) ? [...found, 'FAMILY_WORD'] : found;
}
