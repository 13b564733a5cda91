import { advanceNeeds, closingNeeds, returnChecks, stageDueOn } from './dropout-needs.rules.ts';
import { DROPOUT_STAGES, type DropoutStage, isOpen } from './dropout-case.rules.ts';
import {
  CASE_SIDES,
  CASE_STEPS,
  type CaseStep,
  skipRefusals,
  stageRefusals,
  STAGE_TABLE,
  waysFrom,
} from './dropout-stage.rules.ts';

/** Where each step leads, and whose it is; the rest is refused (domain B4). */
const WAYS: Partial<Record<DropoutStage, Partial<Record<CaseStep, [DropoutStage, string]>>>> = {
  WATCH: { ADVANCE: ['SUSPECTED', 'CLASS SCHOOL'] },
  SUSPECTED: { ADVANCE: ['SCHOOL_PERSUASION', 'CLASS SCHOOL'] },
  SCHOOL_PERSUASION: { ADVANCE: ['REPORTED_TOWNSHIP', 'SCHOOL'] },
  REPORTED_TOWNSHIP: { ADVANCE: ['TRIPLE_LINKAGE', 'TOWNSHIP'] },
  TRIPLE_LINKAGE: { ADVANCE: ['NOTICE', 'TOWNSHIP BUREAU'] },
  NOTICE: { ADVANCE: ['PENALTY', 'TOWNSHIP BUREAU'] },
  PENALTY: { ADVANCE: ['DEMAND', 'TOWNSHIP BUREAU'] },
  DEMAND: { ADVANCE: ['JUDICIAL', 'TOWNSHIP BUREAU'] },
  JUDICIAL: {},
  RETURNED: { CLOSE: ['CLOSED', 'BUREAU'], REOPEN: ['SCHOOL_PERSUASION', 'SCHOOL BUREAU'] },
  OTHER_RESOLVED: { CLOSE: ['CLOSED', 'BUREAU'], REOPEN: ['SUSPECTED', 'BUREAU'] },
  CLOSED: { REOPEN: ['SCHOOL_PERSUASION', 'SCHOOL BUREAU'] },
};

function wayOf(stage: DropoutStage, step: CaseStep): [DropoutStage, string] | undefined {
  if (isOpen(stage) && step === 'RETURN') return ['RETURNED', 'CLASS SCHOOL'];
  if (isOpen(stage) && step === 'RESOLVE') return ['OTHER_RESOLVED', 'BUREAU'];
  return WAYS[stage]?.[step];
}

describe.each(DROPOUT_STAGES)('from %s', (stage) => {
  describe.each(CASE_STEPS)('the step %s', (step) => {
    const [to, sides] = wayOf(stage, step) ?? [undefined, ''];

    it.each(CASE_SIDES)('by %s is taken or refused', (side) => {
      const asked = { step, to: null, version: 4 };
      const kinds = stageRefusals({ stage, version: 4 }, asked, { sides: [side], needs: [] }).map(({ kind }) => kind);
      const isHis = sides.split(' ').includes(side);
      if (to === undefined) expect(kinds).toEqual(['DropoutStepNotPossible']);
      else expect(kinds).toEqual(isHis ? [] : ['DropoutStepNotYours']);
      expect(STAGE_TABLE[stage].find((way) => way.step === step)?.to).toBe(to);
    });
  });

  it('no step leads past a stage', () => {
    for (const to of DROPOUT_STAGES.filter(isOpen)) {
      const isNext = wayOf(stage, 'ADVANCE')?.[0] === to;
      const asked = { step: 'ADVANCE', to, version: 4 } as const;
      const refusals = stageRefusals({ stage, version: 4 }, asked, { sides: CASE_SIDES, needs: [] });
      expect(refusals.length === 0).toBe(isNext);
    }
  });
});

it('tells what is missing and that somebody changed the case, at once', () => {
  const facts = { sides: ['TOWNSHIP'] as const, needs: ['NOTICE_SERVED_AND_EXPIRED'] as const };
  expect(stageRefusals({ stage: 'NOTICE', version: 5 }, { step: 'ADVANCE', to: 'PENALTY', version: 4 }, facts)).toEqual(
    [
      { kind: 'DropoutCaseChanged', version: 5 },
      { kind: 'DropoutStepNeeds', needs: ['NOTICE_SERVED_AND_EXPIRED'] },
    ],
  );
});

describe('leaving stages out', () => {
  const asked = { to: 'NOTICE', version: 1, reason: '已外出务工' } as const;

  it('goes upward over at least one stage', () => {
    expect(skipRefusals({ stage: 'SUSPECTED', version: 1 }, asked)).toEqual([]);
    expect(skipRefusals({ stage: 'TRIPLE_LINKAGE', version: 1 }, asked)).toMatchObject([
      { kind: 'DropoutStepNotPossible' },
    ]);
    expect(skipRefusals({ stage: 'JUDICIAL', version: 1 }, asked)).toMatchObject([{ possible: [] }]);
    expect(skipRefusals({ stage: 'RETURNED', version: 1 }, asked)).toMatchObject([{ possible: [] }]);
  });

  it('needs a reason', () => {
    expect(skipRefusals({ stage: 'SUSPECTED', version: 1 }, { ...asked, reason: ' ' })).toEqual([
      { kind: 'DropoutStepNeeds', needs: ['REASON'] },
    ]);
  });
});

describe('going further needs', () => {
  const facts = { persuasions: 3, hasRegistration: true, papers: [], today: '2024-12-05', persuasionAttempts: 3 };
  const paper = (kind: string, servedOn: string | null, dueOn: string | null) => ({ kind, servedOn, dueOn });

  it('three attempts to persuade and the page for the township', () => {
    expect(advanceNeeds('REPORTED_TOWNSHIP', facts)).toEqual([]);
    expect(advanceNeeds('REPORTED_TOWNSHIP', { ...facts, persuasions: 2, hasRegistration: false })).toEqual([
      'PERSUASION_ATTEMPTS',
      'REGISTRATION_FORM',
    ]);
  });

  it.each([
    ['PENALTY', 'NOTICE', 'NOTICE_SERVED_AND_EXPIRED'],
    ['JUDICIAL', 'DEMAND', 'DEMAND_SERVED_AND_EXPIRED'],
  ] as const)('for %s a %s that was served and whose limit has passed', (to, kind, need) => {
    expect(advanceNeeds(to, facts)).toEqual([need]);
    expect(advanceNeeds(to, { ...facts, papers: [paper(kind, null, null)] })).toEqual([need]);
    expect(advanceNeeds(to, { ...facts, papers: [paper(kind, '2024-11-20', '2024-12-05')] })).toEqual([need]);
    expect(advanceNeeds(to, { ...facts, papers: [paper(kind, '2024-11-20', '2024-12-04')] })).toEqual([]);
  });

  it('for the demand a decision that was served', () => {
    expect(advanceNeeds('DEMAND', facts)).toEqual(['PENALTY_SERVED']);
    expect(advanceNeeds('DEMAND', { ...facts, papers: [paper('PENALTY_DECISION', '2024-12-05', null)] })).toEqual([]);
  });
});

describe('after a return on 2024-11-04', () => {
  const days = { checkDays: [7, 14, 21, 30], today: '2024-12-04' };
  const called = (kind: string, ...list: string[]) => list.map((day) => ({ day, kind }));
  const weekly = called('PRESENT', '2024-11-04', '2024-11-12', '2024-11-19', '2024-12-04');

  it('four checks are proven by roll-calls', () => {
    const checks = returnChecks('2024-11-04', weekly, days);
    expect(checks.map(({ state, dueOn }) => [state, dueOn])).toEqual([
      ['PROVEN', '2024-11-11'],
      ['PROVEN', '2024-11-18'],
      ['PROVEN', '2024-11-25'],
      ['PROVEN', '2024-12-04'],
    ]);
  });

  it('the last is pending until its day', () => {
    const checks = returnChecks('2024-11-04', weekly, { ...days, today: '2024-12-03' });
    expect(checks.at(-1)?.state).toBe('PENDING');
  });

  it('a day without excuse fails its check, an excused one does not, and without roll-calls nothing is proven', () => {
    const states = (facts: { day: string; kind: string }[]) =>
      returnChecks('2024-11-04', facts, days).map(({ state }) => state);
    expect(states([...weekly, ...called('UNEXCUSED', '2024-11-13')])).toEqual(['PROVEN', 'FAILED', 'PROVEN', 'PROVEN']);
    expect(states([...weekly, ...called('SICK', '2024-11-13')])).toEqual(['PROVEN', 'PROVEN', 'PROVEN', 'PROVEN']);
    expect(states([])).toEqual(['UNPROVEN', 'UNPROVEN', 'UNPROVEN', 'UNPROVEN']);
  });

  it('the case closes when all are proven, thirty days have passed, and nobody reports the child absent', () => {
    const checks = returnChecks('2024-11-04', weekly, days);
    const facts = {
      stage: 'RETURNED',
      returnedOn: '2024-11-04',
      checks,
      stableDays: 30,
      absentDays: 0,
      today: '2024-12-04',
    } as const;
    expect(closingNeeds(facts)).toEqual([]);
    expect(closingNeeds({ ...facts, today: '2024-12-03' })).toEqual(['STABLE_DAYS']);
    expect(closingNeeds({ ...facts, absentDays: 1 })).toEqual(['NO_ABSENCE_REPORTED']);
    const failed = returnChecks('2024-11-04', called('UNEXCUSED', '2024-11-13'), days);
    expect(closingNeeds({ ...facts, checks: failed })).toEqual(['CHECKS_PROVEN']);
    expect(closingNeeds({ ...facts, stage: 'OTHER_RESOLVED', returnedOn: null, checks: [], absentDays: 2 })).toEqual([
      'NO_ABSENCE_REPORTED',
    ]);
  });
});

it('a stage has the days that the county gives it', () => {
  expect(stageDueOn('SUSPECTED', '2024-12-05', { SUSPECTED: 7 })).toBe('2024-12-12');
  expect(stageDueOn('RETURNED', '2024-12-05', { SUSPECTED: 7 })).toBeNull();
});

it('offers the caller the stages that are his to reach', () => {
  expect(waysFrom('SCHOOL_PERSUASION', ['CLASS']).map(({ to }) => to)).toEqual(['RETURNED']);
  expect(waysFrom('RETURNED', ['BUREAU']).map(({ to }) => to)).toEqual(['CLOSED', 'SCHOOL_PERSUASION']);
});
