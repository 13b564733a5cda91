import { ROLES, type Role } from '@bureau/access';
import {
  actRefusals,
  appealRefusals,
  PARTIES,
  type Party,
  possibleActs,
  quorumRefusals,
  reasonRefusals,
  REQUEST_ACTS,
  REQUEST_STATES,
  type RequestAct,
  type RequestState,
  TRANSITIONS,
} from './assessment-request.rules.ts';
import { partiesOf } from './request-step.service.ts';

/** The regulation, restated: which act leads from where to where, and whose it is. Everything else is refused. */
const ALLOWED: [RequestState, RequestAct, RequestState, Party[]][] = [
  ['REQUESTED', 'SCHEDULE', 'SCHEDULED', ['OFFICE']],
  ['SCHEDULED', 'ASSESS', 'ASSESSED', ['OFFICE', 'EXPERT']],
  ['ASSESSED', 'ADVISE', 'ADVISED', ['OFFICE']],
  ['ADVISED', 'DECIDE', 'DECIDED', ['OFFICE']],
  ['DECIDED', 'NOTIFY', 'NOTIFIED', ['OFFICE']],
  ['NOTIFIED', 'ACCEPT', 'ACCEPTED', ['OFFICE', 'SCHOOL']],
  ['NOTIFIED', 'APPEAL', 'APPEALED', ['OFFICE', 'SCHOOL']],
  ['APPEALED', 'REASSESS', 'SCHEDULED', ['OFFICE']],
  ['APPEALED', 'UPHOLD', 'ACCEPTED', ['OFFICE']],
  ['ACCEPTED', 'EFFECT', 'EFFECTIVE', ['OFFICE']],
  ['EFFECTIVE', 'FALL_DUE', 'REVIEW_DUE', ['OFFICE']],
  ['EFFECTIVE', 'SUPERSEDE', 'SUPERSEDED', []],
  ['REVIEW_DUE', 'SUPERSEDE', 'SUPERSEDED', []],
  ...(['REQUESTED', 'SCHEDULED', 'ASSESSED', 'ADVISED'] as const).map(
    (state): [RequestState, RequestAct, RequestState, Party[]] => [state, 'WITHDRAW', 'WITHDRAWN', ['OFFICE']],
  ),
];
const PARTY: Partial<Record<Role, Party>> = {
  'special-education-office': 'OFFICE',
  'special-education-expert': 'EXPERT',
  'special-education-teacher': 'SCHOOL',
  principal: 'SCHOOL',
};

describe.each(Object.keys(ROLES) as Role[])('%s', (role) => {
  const parties = partiesOf([role]);

  it.each(REQUEST_STATES)('at %s does what is allowed and nothing else', (state) => {
    for (const act of REQUEST_ACTS) {
      const allowed = ALLOWED.find(([from, name]) => from === state && name === act);
      const party = PARTY[role];
      const isAllowed = allowed !== undefined && party !== undefined && allowed[3].includes(party);
      const refusals = actRefusals(act, { state, parties });
      expect([act, refusals.length === 0]).toEqual([act, isAllowed]);
      if (isAllowed) expect(TRANSITIONS[act].to).toBe(allowed[2]);
      expect(possibleActs(state, parties).includes(act)).toBe(isAllowed);
    }
  });
});

it('says whose act it is, or what may be done instead', () => {
  expect(actRefusals('DECIDE', { state: 'ADVISED', parties: ['SCHOOL'] })).toEqual([
    { kind: 'AssessmentActOfOthers', parties: ['OFFICE'] },
  ]);
  expect(actRefusals('DECIDE', { state: 'NOTIFIED', parties: ['OFFICE'] })).toEqual([
    { kind: 'AssessmentActNotDue', state: 'NOTIFIED', acts: ['ACCEPT', 'APPEAL'] },
  ]);
});

it('every state but the first is reached, and only the last ones lead nowhere', () => {
  const reached = new Set(REQUEST_ACTS.map((act) => TRANSITIONS[act].to));
  expect(REQUEST_STATES.filter((state) => !reached.has(state))).toEqual(['REQUESTED']);
  const everybody = [...PARTIES];
  expect(REQUEST_STATES.filter((state) => possibleActs(state, everybody).length === 0)).toEqual([
    'REVIEW_DUE',
    'SUPERSEDED',
    'WITHDRAWN',
  ]);
});

it.each(REQUEST_ACTS)('%s asks for a reason where somebody is told no', (act) => {
  const needs = ['APPEAL', 'REASSESS', 'UPHOLD', 'WITHDRAW'].includes(act);
  for (const reason of [null, undefined, '', '  '])
    expect(reasonRefusals(act, reason)).toEqual(needs ? [{ kind: 'ReasonMissing', at: 'reason' }] : []);
  expect(reasonRefusals(act, '路途过远')).toEqual([]);
});

it('counts each expert once', () => {
  const members = ['a', 'b', 'b'].map((subject) => ({ subject }));
  expect(quorumRefusals(members, 3)).toEqual([{ kind: 'CommitteeBelowQuorum', members: 2, quorum: 3 }]);
  expect(quorumRefusals([...members, { subject: 'c' }], 3)).toEqual([]);
});

it.each([
  ['2024-06-15', []],
  ['2024-06-16', [{ kind: 'AppealPeriodOver', endedOn: '2024-06-15' }]],
])('an appeal on %s: %p', (actedOn, refusals) => {
  expect(appealRefusals('2024-06-15', actedOn)).toEqual(refusals);
});
