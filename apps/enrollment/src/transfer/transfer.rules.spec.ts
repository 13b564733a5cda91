import fc from 'fast-check';
import {
  type ActorSide,
  afterAct,
  type RouteStep,
  type SteppingTransfer,
  stepRefusals,
  TRANSFER_ACTS,
  TRANSFER_STATUSES,
  type TransferAct,
} from './transfer.rules.ts';
import { isInWindow, type RequestFacts, requestRefusals } from './transfer-request.rules.ts';
import { transferSettings } from './transfer.settings.ts';

const routes = transferSettings['transfer.routes'].fallback;
const within: RouteStep[] = routes.WITHIN_COUNTY;
const SIDES: ActorSide[] = ['IN_SCHOOL', 'OUT_SCHOOL', 'COUNTY'];
const transfer = (given: Partial<SteppingTransfer> = {}): SteppingTransfer => ({
  status: 'IN_PROGRESS',
  position: 0,
  route: within,
  movedOn: null,
  version: 1,
  ...given,
});
const codes = (standing: SteppingTransfer, act: TransferAct, sides: ActorSide[]) =>
  stepRefusals(standing, { act, version: 1, reason: '家长申请', isApplicant: sides.includes('OUT_SCHOOL') }, sides).map(
    ({ code }) => code,
  );

describe.each(TRANSFER_STATUSES)('a transfer %s', (status) => {
  const possible: Record<string, TransferAct[]> = {
    IN_PROGRESS: ['ACCEPT', 'REFUSE', 'RETURN', 'WITHDRAW'],
    RETURNED: ['RESUBMIT', 'WITHDRAW'],
  };
  it.each(TRANSFER_ACTS)('%s', (act) => {
    const isPossible = (possible[status] ?? []).includes(act);
    const found = SIDES.map((side) => codes(transfer({ status }), act, [side]));
    if (!isPossible) return expect(found).toEqual(SIDES.map(() => ['ACT_NOT_POSSIBLE']));
    const isStep = act === 'ACCEPT' || act === 'REFUSE' || act === 'RETURN';
    // The step that is next is the receiving school's; what the family does, the school before or the bureau enters.
    expect(found).toEqual(isStep ? [[], ['STEP_OF_ANOTHER'], ['STEP_OF_ANOTHER']] : [['STEP_OF_ANOTHER'], [], []]);
  });
});

it.each(within.map(({ code, side }, position) => ({ code, side, position })))(
  'step $code of a transfer within the county is taken by $side and nobody else',
  ({ side, position }) => {
    for (const one of SIDES) {
      const expected = one === side ? [] : ['STEP_OF_ANOTHER'];
      const moved = position > 3 ? '2024-08-12' : null;
      expect(codes(transfer({ position, movedOn: moved }), 'ACCEPT', [one])).toEqual(expected);
    }
  },
);

it('what another county does is recorded by the county, and by no school', () => {
  const out = transfer({ route: routes.ACROSS_PROVINCES_OUT });
  expect(codes(out, 'ACCEPT', ['COUNTY'])).toEqual([]);
  expect(codes(out, 'ACCEPT', ['OUT_SCHOOL'])).toEqual(['STEP_OF_ANOTHER']);
});

it('after the file has moved nothing is refused, returned or withdrawn any more', () => {
  const moved = transfer({ position: 4, movedOn: '2024-08-12' });
  for (const act of ['REFUSE', 'RETURN'] as const) expect(codes(moved, act, ['IN_SCHOOL'])).toEqual(['FILE_HAS_MOVED']);
  expect(codes(moved, 'WITHDRAW', ['OUT_SCHOOL'])).toEqual(['FILE_HAS_MOVED']);
  expect(codes(moved, 'ACCEPT', ['IN_SCHOOL'])).toEqual([]);
});

it.each(['REFUSE', 'RETURN', 'WITHDRAW'] as const)('%s takes a reason', (act) => {
  const sides: ActorSide[] = ['IN_SCHOOL', 'OUT_SCHOOL'];
  const asked = { act, version: 1, reason: ' ', isApplicant: true };
  expect(stepRefusals(transfer(), asked, sides)).toEqual([{ code: 'REASON_MISSING', field: 'reason' }]);
});

it('whatever the order of acts, the file moves at most once, and exactly then the child changes rolls', () => {
  const acts = fc.array(fc.constantFrom(...TRANSFER_ACTS), { maxLength: 30 });
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(routes)), acts, (route, drawn) => {
      let standing = transfer({ route });
      let moves = 0;
      for (const act of drawn) {
        const ended = standing.status !== 'IN_PROGRESS' && standing.status !== 'RETURNED';
        const asked = { act, version: 1, reason: '理由', isApplicant: true };
        const refusals = stepRefusals(standing, asked, ['IN_SCHOOL', 'OUT_SCHOOL', 'COUNTY']);
        if (ended) expect(refusals).toHaveLength(1);
        if (refusals.length > 0) continue;
        const after = afterAct(standing, act);
        if (after.moves) moves += 1;
        standing = { ...standing, ...after, movedOn: after.moves ? '2024-08-12' : standing.movedOn };
      }
      const moveAt = route.findIndex(({ code }) => code === 'FILE_MOVE');
      expect(moves).toBe(standing.position > moveAt ? 1 : 0);
      if (standing.status === 'COMPLETED') expect(moves).toBe(1);
      if (standing.status === 'REFUSED' || standing.status === 'WITHDRAWN') expect(moves).toBe(0);
    }),
  );
});

const facts = (given: Partial<RequestFacts> = {}): RequestFacts => ({
  student: { version: 1, rollStatus: 'ACTIVE', schoolId: 'A', classId: 'A1', stage: 'PRIMARY', entryYear: 2021 },
  hasOpen: false,
  isSchoolOpen: true,
  today: '2024-08-10',
  settings: {
    'transfer.windows': transferSettings['transfer.windows'].fallback,
    'transfer.blockedGrades': transferSettings['transfer.blockedGrades'].fallback,
  },
  ...given,
});
const asked = { kind: 'WITHIN_COUNTY', version: 1, toSchoolId: 'B', reason: '搬家' } as const;

it.each([
  ['in the window', {}, {}, []],
  ['on its last day', {}, { today: '2024-08-25' }, []],
  ['the day after', {}, { today: '2024-08-26' }, ['OUTSIDE_WINDOW']],
  ['to the own school', { toSchoolId: 'A' }, {}, ['OWN_SCHOOL']],
  ['to a school that has closed', {}, { isSchoolOpen: false }, ['SCHOOL_NOT_FOUND']],
  ['without a reason', { reason: ' ' }, {}, ['REASON_MISSING']],
  ['while another is open', {}, { hasOpen: true }, ['TRANSFER_OPEN']],
  ['out of the county without a school', { kind: 'ACROSS_COUNTIES_OUT' }, {}, ['OTHER_SCHOOL_MISSING']],
] as const)('a request %s is refused with the right code', (_, input, given, expected) => {
  expect(requestRefusals({ ...asked, ...input }, facts(given)).map(({ code }) => code)).toEqual(expected);
});

it.each([
  [2018, ['GRADE_BLOCKED']],
  [2019, []],
])('from the class that entered in %i, in August of its year, a transfer is refused with %j', (entryYear, expected) => {
  const student = { ...facts().student, entryYear };
  expect(requestRefusals(asked, facts({ student })).map(({ code }) => code)).toEqual(expected);
});

it.each(['SUSPENDED', 'DROPPED_OUT', 'MISSING', 'PRE_REGISTERED', 'TRANSFERRED_OUT'] as const)(
  'a child that is %s does not transfer within the county',
  (rollStatus) => {
    const student = { ...facts().student, rollStatus };
    expect(requestRefusals(asked, facts({ student })).map(({ code }) => code)).toEqual(['STUDENT_NOT_ACTIVE']);
  },
);

it.each([
  ['2024-12-31', true],
  ['2025-01-10', true],
  ['2025-01-11', false],
])('a window over New Year holds %s: %p', (day, expected) => {
  expect(isInWindow(day, [{ from: '12-20', to: '01-10' }])).toBe(expected);
});
