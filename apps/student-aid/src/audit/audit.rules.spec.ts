import { ROLL_STATUSES } from '@bureau/codes';
import {
  answerRefusals,
  CHILD_RULES,
  findingsOf,
  type FindingState,
  FUND_RULES,
  isBlocking,
  PAYMENT_RULES,
  SCHOOL_RULES,
  type Severity,
} from './catalogue.rules.ts';
import type { AuditPolicy, ChildFacts, Evidence, FundFacts, PaymentFacts, SchoolFacts } from './facts.rules.ts';

const policy: AuditPolicy = {
  today: '2024-06-15',
  approver: null,
  noticeWorkingDays: 5,
  stageAges: {
    PRE_SCHOOL: [2, 7],
    PRIMARY: [5, 14],
    JUNIOR_SECONDARY: [10, 18],
    SENIOR_SECONDARY: [13, 22],
    VOCATIONAL: [13, 25],
  },
  tierAverages: { HS_GRANT: 100_000 },
  idleFundDays: 365,
};

/** A boarder of a primary school about whom there is nothing to say. */
const payment: PaymentFacts = {
  paymentId: 'p',
  studentId: 's',
  schoolId: 'c',
  programmeCode: 'CE_LIVING_B',
  kind: 'CASH',
  amountFen: '62500',
  awardFen: '62500',
  entitledFen: '62500',
  rateFen: '62500',
  stage: 'PRIMARY',
  freezeOn: '2024-04-15',
  payBy: '2024-06-30',
  twinPaymentId: null,
  otherCounty: null,
  rollStatus: 'ACTIVE',
  standingSince: '2022-09-01',
  rollStatusAtFreeze: 'ACTIVE',
  placement: 'IN_SCHOOL',
  bornOn: '2015-03-01',
  hasIdentity: true,
  boarding: '2',
  boardingWanted: 'BOARDER',
  hasGround: true,
  evidenceEndsOn: '2024-12-31',
  isFeeExempt: false,
  hasFeeWaiver: false,
  hasAccount: true,
  isOwnName: true,
  relation: 'SELF',
  hasRelationDocument: false,
  accountChildren: 1,
  hasSiblingsDocument: false,
  noticeWorkingDays: 5,
  noticeEndsOn: '2024-06-14',
  openObjections: 0,
  reviewers: ['clerk'],
};

type Case = [
  rule: string,
  what: string,
  facts: Partial<PaymentFacts>,
  evidence: Evidence | null,
  policy?: Partial<AuditPolicy>,
];

const CASES: Case[] = [
  ['A1', 'a twin under another record', { twinPaymentId: 't' }, { twinPayment: 't' }],
  ['A1', 'no twin', {}, null],
  [
    'A2',
    'gone on the freeze day',
    { rollStatus: 'TRANSFERRED_OUT', standingSince: '2024-04-15' },
    { rollStatus: 'TRANSFERRED_OUT', since: '2024-04-15', freezeOn: '2024-04-15' },
  ],
  ['A2', 'gone the day after', { rollStatus: 'TRANSFERRED_OUT', standingSince: '2024-04-16' }, null],
  [
    'A2',
    'graduated before',
    { rollStatus: 'GRADUATED', standingSince: '2023-07-01' },
    { rollStatus: 'GRADUATED', since: '2023-07-01', freezeOn: '2024-04-15' },
  ],
  [
    'A3',
    'died, even after the freeze day',
    { rollStatus: 'DECEASED', standingSince: '2024-06-14' },
    { since: '2024-06-14' },
  ],
  ['A3', 'alive', {}, null],
  [
    'A4',
    'suspended on the freeze day',
    { rollStatusAtFreeze: 'SUSPENDED' },
    { rollStatus: 'SUSPENDED', freezeOn: '2024-04-15' },
  ],
  ['A4', 'an old award of a known child', { rollStatusAtFreeze: null }, null],
  [
    'A4',
    'an old award of a child nobody knows',
    { rollStatusAtFreeze: null, rollStatus: null },
    { rollStatus: null, freezeOn: '2024-04-15' },
  ],
  ['A5', 'a day pupil with a boarder’s amount', { boarding: '1' }, { boarding: '1', boardingWanted: 'BOARDER' }],
  ['A5', 'a boarder with a day pupil’s amount', { boardingWanted: 'DAY' }, { boarding: '2', boardingWanted: 'DAY' }],
  ['A5', 'a lodger with a day pupil’s amount', { boarding: '3', boardingWanted: 'DAY' }, null],
  ['A5', 'a programme for all', { boarding: '1', boardingWanted: null }, null],
  ['A5', 'a child whose boarding is not known', { boarding: null }, null],
  [
    'A6',
    'a rate that changed',
    { rateFen: '62501' },
    { amountFen: '62500', awardFen: '62500', entitledFen: '62500', rateFen: '62501' },
  ],
  ['A6', 'no rate', { rateFen: null }, { amountFen: '62500', awardFen: '62500', entitledFen: '62500', rateFen: null }],
  ['A6', 'a part of the term', { amountFen: '31250', awardFen: '31250' }, null],
  [
    'A6',
    'a payment that is not of its award',
    { amountFen: '31250' },
    { amountFen: '31250', awardFen: '62500', entitledFen: '62500', rateFen: '62500' },
  ],
  ['A7', 'evidence that holds no longer', { evidenceEndsOn: '2024-06-15' }, { evidenceEndsOn: '2024-06-15' }],
  ['A7', 'evidence that still holds today', { evidenceEndsOn: '2024-06-16' }, null],
  ['A7', 'no ground', { hasGround: false }, { hasGround: false }],
  ['A7', 'an award older than the record', { hasGround: null, evidenceEndsOn: null }, null],
  ['A8', 'exempt and not waived', { isFeeExempt: true }, { programmeCode: 'CE_LIVING_B' }],
  ['A8', 'exempt and waived', { isFeeExempt: true, hasFeeWaiver: true }, null],
  ['A9', 'no account', { hasAccount: false }, { hasAccount: false }],
  [
    'A9',
    'the own account under another name',
    { isOwnName: false },
    { relation: 'SELF', isOwnName: false, hasRelationDocument: false },
  ],
  [
    'A9',
    'a father without a document',
    { relation: 'FATHER', isOwnName: false },
    { relation: 'FATHER', isOwnName: false, hasRelationDocument: false },
  ],
  ['A9', 'a father with one', { relation: 'FATHER', isOwnName: false, hasRelationDocument: true }, null],
  ['A9', 'a waiver, which needs no account', { kind: 'WAIVER', hasAccount: false }, null],
  ['A10', 'two children on one account', { accountChildren: 2 }, { accountChildren: 2 }],
  ['A10', 'siblings on one account', { accountChildren: 2, hasSiblingsDocument: true }, null],
  ['A12', 'no ID number', { hasIdentity: false }, { hasIdentity: false }],
  ['A12', 'a child nobody knows, which is A4’s', { hasIdentity: false, rollStatus: null }, null],
  ['A13', 'turns 15 the day after the freeze', { bornOn: '2009-04-16' }, null],
  ['A13', 'is 15 on the freeze day', { bornOn: '2009-04-15' }, { age: 15, stage: 'PRIMARY' }],
  ['A13', 'is 4', { bornOn: '2019-04-16' }, { age: 4, stage: 'PRIMARY' }],
  ['A14', 'on the list of another county', { otherCounty: '640122' }, { otherCounty: '640122' }],
  ['A15', 'on the last day', {}, null, { today: '2024-06-30' }],
  ['A15', 'the day after', {}, { payBy: '2024-06-30' }, { today: '2024-07-01' }],
  [
    'A16',
    'four working days',
    { noticeWorkingDays: 4 },
    { noticeWorkingDays: 4, noticeEndsOn: '2024-06-14', openObjections: 0 },
  ],
  [
    'A16',
    'the last day of the notice',
    { noticeEndsOn: '2024-06-15' },
    { noticeWorkingDays: 5, noticeEndsOn: '2024-06-15', openObjections: 0 },
  ],
  [
    'A16',
    'an objection',
    { openObjections: 1 },
    { noticeWorkingDays: 5, noticeEndsOn: '2024-06-14', openObjections: 1 },
  ],
  ['A16', 'no notice on record', { noticeWorkingDays: null, noticeEndsOn: null }, null],
  ['A17', 'the approver reviewed it', {}, { approverReviewed: true }, { approver: 'clerk' }],
  ['A17', 'somebody else approves', {}, null, { approver: 'leader' }],
  ['A20', 'suspected of having dropped out', { placement: 'SUSPECTED_DROPOUT' }, { placement: 'SUSPECTED_DROPOUT' }],
];

it.each(CASES)('%s: %s', (...[rule, _, facts, evidence, given]) => {
  const found = findingsOf(PAYMENT_RULES, { ...payment, ...facts }, { ...policy, ...given });
  expect(found.filter((one) => one.rule === rule)).toEqual(evidence === null ? [] : [{ rule, evidence }]);
});

it('nothing is found about a payment that is in order', () => {
  expect(findingsOf(PAYMENT_RULES, payment, policy)).toEqual([]);
});

it('every roll status is either in order, gone, dead, or caught on the freeze day', () => {
  const inOrder = ROLL_STATUSES.filter(
    (rollStatus) =>
      findingsOf(PAYMENT_RULES, { ...payment, rollStatus, standingSince: '2024-04-15' }, policy).length === 0,
  );
  expect(inOrder).toEqual(['PRE_REGISTERED', 'ACTIVE', 'SUSPENDED']);
});

it.each<[string, Partial<SchoolFacts>, Evidence | null]>([
  ['the mean is the average', {}, null],
  [
    'a fen too much',
    { entitledFen: '300001' },
    { programmeCode: 'HS_GRANT', count: 3, entitledFen: '300001', averageFen: 100_000 },
  ],
  ['a programme without tiers', { programmeCode: 'HS_FEE', entitledFen: '1' }, null],
])('A11: %s', (_, given, evidence) => {
  const facts = { schoolId: 'c', programmeCode: 'HS_GRANT', count: 3, entitledFen: '300000', ...given };
  expect(findingsOf(SCHOOL_RULES, facts, policy)).toEqual(evidence === null ? [] : [{ rule: 'A11', evidence }]);
});

it.each<[string, Partial<ChildFacts>, Evidence | null]>([
  ['neither aided nor declined', {}, { category: 'RURAL_LOW_INCOME' }],
  ['aided', { hasAward: true }, null],
  ['declined', { hasDeclined: true }, null],
])('A18: %s', (_, given, evidence) => {
  const facts = {
    studentId: 's',
    schoolId: 'c',
    category: 'RURAL_LOW_INCOME',
    hasAward: false,
    hasDeclined: false,
    ...given,
  };
  expect(findingsOf(CHILD_RULES, facts, policy)).toEqual(evidence === null ? [] : [{ rule: 'A18', evidence }]);
});

it.each<[string, Partial<FundFacts>, Evidence | null]>([
  ['a year ago', {}, null],
  ['a day more', { lastReceivedOn: '2023-06-15' }, { availableFen: '1', lastReceivedOn: '2023-06-15' }],
  ['all spent', { lastReceivedOn: '2020-01-01', availableFen: '0' }, null],
])('A19: %s', (_, given, evidence) => {
  const facts = { fundId: 'f', availableFen: '1', lastReceivedOn: '2023-06-16', ...given };
  expect(findingsOf(FUND_RULES, facts, policy)).toEqual(evidence === null ? [] : [{ rule: 'A19', evidence }]);
});

it.each<[Severity, FindingState, boolean]>([
  ['BLOCK', 'OPEN', true],
  ['BLOCK', 'EXPLAINED', true],
  ['BLOCK', 'FIXED', false],
  ['BLOCK', 'ACCEPTED', false],
  ['WARN', 'OPEN', false],
  ['WARN', 'EXPLAINED', false],
  ['WARN', 'FIXED', false],
  ['WARN', 'ACCEPTED', false],
])('%s that is %s: stops the batch %p', (severity, state, stops) => {
  expect(isBlocking({ severity, state })).toBe(stops);
});

it.each([
  [{ version: 1, reason: 'seen' }, []],
  [{ version: 0, reason: 'seen' }, [{ kind: 'AuditFindingChanged', version: 1 }]],
  [{ version: 1, reason: ' ' }, [{ kind: 'AuditReasonMissing' }]],
])('an answer %p', (asked, refusals) => {
  expect(answerRefusals({ state: 'OPEN', version: 1 }, asked)).toEqual(refusals);
});

it('what is fixed needs no answer', () => {
  expect(answerRefusals({ state: 'FIXED', version: 1 }, { version: 1, reason: 'seen' })).toEqual([
    { kind: 'AuditFindingFixed' },
  ]);
});
