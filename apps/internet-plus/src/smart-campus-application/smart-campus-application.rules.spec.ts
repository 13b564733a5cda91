import {
  SMART_CAMPUS_DIMENSIONS,
  SMART_CAMPUS_STATES,
  type SmartCampusState,
} from './smart-campus-application-terms.rules.ts';
import {
  decisionRefusals,
  draftRefusals,
  evidenceRefusals,
  SMART_CAMPUS_ACTS,
  smartCampusNext,
  smartCampusOrder,
  weightedTotal,
  weightRefusals,
} from './smart-campus-application.rules.ts';

const kinds = (refusals: { kind: string; field: string }[]) =>
  refusals.map(({ kind, field }) => `${field} ${kind}`.trim());

const LEADS: Record<string, SmartCampusState> = {
  'DRAFT SUBMIT': 'SUBMITTED',
  'SUBMITTED RETURN': 'DRAFT',
  'SUBMITTED REVIEW': 'REVIEWED',
  'SUBMITTED REJECT': 'REJECTED',
  'REVIEWED DEFEND': 'DEFENDED',
  'REVIEWED REJECT': 'REJECTED',
  'DEFENDED NOTICE': 'NOTICED',
  'DEFENDED REJECT': 'REJECTED',
  'NOTICED AWARD': 'AWARDED',
  'NOTICED REJECT': 'REJECTED',
  'AWARDED RECHECK': 'RECHECKED',
  'RECHECKED CONFIRM': 'AWARDED',
  'RECHECKED REVOKE': 'REVOKED',
};
it.each(SMART_CAMPUS_STATES.flatMap((state) => SMART_CAMPUS_ACTS.map((act) => [state, act] as const)))(
  '%s: %s leads on, or is refused',
  (state, act) => {
    const wanted = LEADS[`${state} ${act}`];
    expect(kinds(smartCampusOrder(state, act))).toEqual(wanted ? [] : ['ActOutOfOrder']);
    expect(smartCampusNext(state, act)).toBe(wanted ?? state);
  },
);

it.each([
  ['2024-12-05', ['act NoticeRunning']],
  ['2024-12-04', []],
])('stars are awarded the day after a notice until %s: %p', (noticeUntil, wanted) => {
  expect(kinds(decisionRefusals({ state: 'NOTICED', noticeUntil }, { act: 'AWARD' }, '2024-12-05'))).toEqual(wanted);
});

it.each([
  ['SUBMITTED', 'RETURN'],
  ['NOTICED', 'REJECT'],
  ['RECHECKED', 'REVOKE'],
] as const)('%s: %s needs a reason', (state, act) => {
  const application = { state, noticeUntil: null };
  expect(kinds(decisionRefusals(application, { act }, '2024-12-05'))).toEqual(['reason TextUnfit']);
  expect(kinds(decisionRefusals(application, { act, reason: '材料不全' }, '2024-12-05'))).toEqual([]);
});

const draft = { year: 2024, targetStars: 3, selfScores: [0, 100, 50, 50, 50, 50], evidence: [] };
it.each([
  [{}, []],
  [{ targetStars: 1 }, ['targetStars ValueOutOfRange']],
  [{ targetStars: 6 }, ['targetStars ValueOutOfRange']],
  [{ selfScores: [1, 2, 3] }, ['selfScores ValueOutOfRange']],
  [{ selfScores: [101, 0, 0, 0, 0, -1] }, ['selfScores.0 ValueOutOfRange', 'selfScores.5 ValueOutOfRange']],
  [
    { evidence: [{ dimension: 'SUPPORT' as const, title: '', link: 'javascript:x' }] },
    ['evidence.0.title TextUnfit', 'evidence.0.link LinkUnsafe'],
  ],
])('a draft with %j', (given, wanted) => {
  expect(kinds(draftRefusals({ ...draft, ...given }))).toEqual(wanted);
});

it('names the dimensions that nothing shows', () => {
  const has = SMART_CAMPUS_DIMENSIONS.slice(1).map((dimension) => ({ dimension }));
  expect(evidenceRefusals(has)).toMatchObject([{ missing: ['INFRASTRUCTURE'] }]);
  expect(evidenceRefusals([...has, { dimension: 'INFRASTRUCTURE' }])).toEqual([]);
});

it.each([
  [[20, 15, 25, 15, 15, 10], []],
  [[20, 15, 25, 15, 15, 9], ['weights WeightsUneven']],
  [
    [110, -10, 0, 0, 0, 0],
    ['weights.0 ValueOutOfRange', 'weights.1 ValueOutOfRange'],
  ],
])('the weights %p', (weights, wanted) => {
  expect(kinds(weightRefusals({ year: 2024, weights, document: '宁教电馆〔2022〕1号' }))).toEqual(wanted);
});

it('weighs exactly', () => {
  expect(weightedTotal([100, 100, 100, 100, 100, 100], [20, 15, 25, 15, 15, 10])).toBe('100.00');
  expect(weightedTotal([85, 90, 88, 70, 95, 63], [20, 15, 25, 15, 15, 10])).toBe('83.55');
});
