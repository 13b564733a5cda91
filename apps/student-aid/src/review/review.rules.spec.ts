import { ROLES, type Scope } from '@bureau/access';
import {
  ACT_SCOPES,
  noticeBefore,
  REVIEW_ACTS,
  REVIEW_STATES,
  type ReviewAct,
  reviewActs,
  reviewAfter,
  type ReviewState,
  reviewRefusals,
} from './review.rules.ts';

/** The regulation, restated: state by act; what is not here does not happen. */
const LEADS: Partial<Record<`${ReviewState} ${ReviewAct}`, ReviewState>> = {
  'DRAFT SUBMIT': 'SUBMITTED',
  'DRAFT WITHDRAW': 'WITHDRAWN',
  'SUBMITTED CLASS_PASS': 'CLASS_REVIEWED',
  'SUBMITTED CLASS_REJECT': 'REJECTED',
  'SUBMITTED WITHDRAW': 'WITHDRAWN',
  'CLASS_REVIEWED SCHOOL_PASS': 'SCHOOL_REVIEWED',
  'CLASS_REVIEWED SCHOOL_REJECT': 'REJECTED',
  'CLASS_REVIEWED WITHDRAW': 'WITHDRAWN',
  'SCHOOL_REVIEWED SCHOOL_PUBLICISE': 'PUBLICISED',
  'SCHOOL_REVIEWED SCHOOL_REJECT': 'REJECTED',
  'SCHOOL_REVIEWED WITHDRAW': 'WITHDRAWN',
  'PUBLICISED SCHOOL_APPROVE': 'SCHOOL_APPROVED',
  'PUBLICISED SCHOOL_REJECT': 'REJECTED',
  'PUBLICISED WITHDRAW': 'WITHDRAWN',
  'SCHOOL_APPROVED BUREAU_PASS': 'BUREAU_REVIEWED',
  'SCHOOL_APPROVED BUREAU_REJECT': 'REJECTED',
  'SCHOOL_APPROVED WITHDRAW': 'WITHDRAWN',
  'BUREAU_REVIEWED BUREAU_PUBLICISE': 'BUREAU_PUBLICISED',
  'BUREAU_REVIEWED BUREAU_REJECT': 'REJECTED',
  'BUREAU_REVIEWED WITHDRAW': 'WITHDRAWN',
  'BUREAU_PUBLICISED APPROVE': 'APPROVED',
  'BUREAU_PUBLICISED BUREAU_REJECT': 'REJECTED',
  'BUREAU_PUBLICISED WITHDRAW': 'WITHDRAWN',
  'APPROVED AWARD': 'AWARDED',
  'APPROVED WITHDRAW': 'WITHDRAWN',
};
const PAIRS = REVIEW_STATES.flatMap((state) => REVIEW_ACTS.map((act) => [state, act] as const));
const NOTICE_OVER = { noticeEndsOn: '2024-03-08', objections: 0 };

it.each(PAIRS)('%s with %s leads where the regulation says, and nowhere else', (state, act) => {
  const expected = LEADS[`${state} ${act}`] ?? null;
  expect(reviewAfter(state, act)).toBe(expected);
  const refusals = reviewRefusals(
    { state, version: 3 },
    { act, version: 3, note: '不符合' },
    NOTICE_OVER,
    '2024-03-11',
  );
  expect(refusals).toEqual(expected ? [] : [{ kind: 'AidStepNotOpen', state, steps: reviewActs(state) }]);
});

/** Who takes which steps: the least that each role needs. */
const FILES: ReviewAct[] = ['SUBMIT', 'WITHDRAW'];
const CLASS: ReviewAct[] = ['CLASS_PASS', 'CLASS_REJECT'];
const SCHOOL: ReviewAct[] = ['SCHOOL_PASS', 'SCHOOL_PUBLICISE', 'SCHOOL_APPROVE', 'SCHOOL_REJECT'];
const BUREAU: ReviewAct[] = ['BUREAU_PASS', 'BUREAU_PUBLICISE', 'APPROVE', 'BUREAU_REJECT', 'AWARD'];
const TAKERS: Partial<Record<string, ReviewAct[]>> = {
  'homeroom-teacher': [...FILES, ...CLASS],
  'school-aid-clerk': [...FILES, ...SCHOOL],
  principal: SCHOOL,
  'student-aid-office': [...FILES, ...BUREAU],
};

it.each(Object.entries(ROLES))('%s takes its own steps and no others', (role, { scopes }) => {
  const held: readonly Scope[] = scopes;
  const taken = REVIEW_ACTS.filter((act) => held.includes(ACT_SCOPES[act]));
  expect(taken.toSorted()).toEqual((TAKERS[role] ?? []).toSorted());
});

it.each([
  ['before the notice was posted', null, '2024-03-11', null],
  ['on its last day', '2024-03-11', '2024-03-11', '2024-03-11'],
] as const)('no approval %s', (_, noticeEndsOn, today, endsOn) => {
  for (const [state, act] of [
    ['PUBLICISED', 'SCHOOL_APPROVE'],
    ['BUREAU_PUBLICISED', 'APPROVE'],
  ] as const) {
    const step = { act, version: 1, note: null };
    const refusals = reviewRefusals({ state, version: 1 }, step, { noticeEndsOn, objections: 0 }, today);
    expect(refusals).toEqual([{ kind: 'AidPublicityNotOver', endsOn }]);
  }
});

it('no approval while an objection stands; approval the day after the notice once it does not', () => {
  const row = { state: 'PUBLICISED', version: 1 } as const;
  const step = { act: 'SCHOOL_APPROVE', version: 1, note: null } as const;
  const facts = { noticeEndsOn: '2024-03-11', objections: 1 };
  expect(reviewRefusals(row, step, facts, '2024-03-12')).toEqual([{ kind: 'AidObjectionStands', objections: 1 }]);
  expect(reviewRefusals(row, step, { ...facts, objections: 0 }, '2024-03-12')).toEqual([]);
});

it('a rejection says why, and a stale version is told all the same', () => {
  const step = { act: 'CLASS_REJECT', version: 1, note: ' ' } as const;
  expect(reviewRefusals({ state: 'SUBMITTED', version: 2 }, step, NOTICE_OVER, '2024-03-11')).toEqual([
    { kind: 'AidSubjectChanged', version: 2 },
    { kind: 'AidNoteMissing' },
  ]);
});

it.each(REVIEW_ACTS)('%s waits for the notice of its own level only', (act) => {
  const level = { SCHOOL_APPROVE: 'SCHOOL', APPROVE: 'BUREAU' }[act as string] ?? null;
  expect(noticeBefore(act)).toBe(level);
});
