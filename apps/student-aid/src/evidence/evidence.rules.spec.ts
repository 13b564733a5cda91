import { nextState } from '../workflow/workflow.rules.ts';
import {
  type EvidenceLine,
  EVIDENCE_ACTS,
  EVIDENCE_LIST,
  EVIDENCE_LIST_STATES,
  lineRefusals,
  matchOf,
} from './evidence.rules.ts';

const line = (changes: Partial<EvidenceLine> = {}): EvidenceLine => ({
  name: '马小明',
  identityNumber: null,
  bornOn: null,
  category: 'RURAL_LOW_INCOME',
  validFrom: '2024-01-01',
  validTo: null,
  ...changes,
});
const category = { source: 'CIVIL_AFFAIRS', validFrom: '2020-01-01', validTo: '2024-03-02' } as const;

it.each([
  ['in force', line(), '2024-03-01', []],
  ['on the day of its withdrawal', line(), '2024-03-02', [{ kind: 'CategoryWithdrawn', validTo: '2024-03-02' }]],
  ['before it began', line(), '2019-12-31', [{ kind: 'CategoryUnknown' }]],
  ['without a name', line({ name: ' ' }), '2024-03-01', [{ kind: 'NameMissing' }]],
  ['that ends before it begins', line({ validTo: '2023-12-31' }), '2024-03-01', [{ kind: 'DaysReversed' }]],
  ['that ends as it begins', line({ validTo: '2024-01-01' }), '2024-03-01', []],
] as const)('a line of a category %s', (_, given, listedOn, refusals) => {
  expect(lineRefusals(given, 'CIVIL_AFFAIRS', category, listedOn)).toEqual(refusals);
});

it('a line of a category that another department attests, or nobody, is refused', () => {
  expect(lineRefusals(line(), 'AGRICULTURE', category, '2024-03-01')).toEqual([
    { kind: 'CategoryOfAnotherSource', source: 'CIVIL_AFFAIRS' },
  ]);
  expect(lineRefusals(line(), 'AGRICULTURE', undefined, '2024-03-01')).toEqual([{ kind: 'CategoryUnknown' }]);
});

it.each([
  ['one child by number', true, ['a'], [], { state: 'MATCHED', studentId: 'a', candidateIds: [] }],
  ['one by number, another by name', true, ['a'], ['b'], { state: 'MATCHED', studentId: 'a', candidateIds: [] }],
  ['two by number', true, ['b', 'a'], [], { state: 'DOUBTFUL', studentId: null, candidateIds: ['a', 'b'] }],
  ['one by name only', true, [], ['b'], { state: 'DOUBTFUL', studentId: null, candidateIds: ['b'] }],
  ['one by name, without a number', false, [], ['b'], { state: 'DOUBTFUL', studentId: null, candidateIds: ['b'] }],
  ['nobody', true, [], [], { state: 'UNMATCHED', studentId: null, candidateIds: [] }],
  ['nobody, without a number', false, [], [], { state: 'UNREADABLE', studentId: null, candidateIds: [] }],
] as const)('%s', (_, hasIdentity, byIdentity, byNameAndBirth, match) => {
  expect(matchOf(hasIdentity, { byIdentity: [...byIdentity], byNameAndBirth: [...byNameAndBirth] })).toEqual(match);
});

const LEADS: Record<string, string> = {
  'VALIDATED MATCH': 'MATCHED',
  'VALIDATED DISCARD': 'DISCARDED',
  'MATCHED MATCH': 'MATCHED',
  'MATCHED CLOSE_REVIEW': 'REVIEWED',
  'MATCHED DISCARD': 'DISCARDED',
  'REVIEWED APPLY': 'APPLIED',
  'REVIEWED DISCARD': 'DISCARDED',
};
it.each(EVIDENCE_LIST_STATES.flatMap((state) => EVIDENCE_ACTS.map((act) => [state, act] as const)))(
  'a list that is %s with %s',
  (state, act) => {
    expect(nextState(EVIDENCE_LIST, state, act)).toBe(LEADS[`${state} ${act}`] ?? null);
  },
);
