import { UPGRADE_STATES, type UpgradeState } from './connectivity-terms.rules.ts';
import {
  advanceRefusals,
  classroomRefusals,
  contractRefusals,
  delayDays,
  nextState,
  speedRefusals,
  UPGRADE_ACTS,
  type UpgradeAct,
  upgradeRefusals,
} from './connectivity.rules.ts';

const TODAY = '2024-12-05';
const kinds = (refusals: { kind: string; field: string }[]) => refusals.map(({ kind, field }) => `${field} ${kind}`);

describe('an upgrade', () => {
  const LEADS: Record<string, UpgradeState> = {
    'PLANNED BEGIN': 'UNDER_WAY',
    'PLANNED ABANDON': 'ABANDONED',
    'UNDER_WAY ACCEPT': 'ACCEPTED',
    'UNDER_WAY ABANDON': 'ABANDONED',
  };
  const every = UPGRADE_STATES.flatMap((state) => UPGRADE_ACTS.map((act) => [state, act] as const));

  it.each(every)('%s: %s leads on, or is refused', (state, act) => {
    const asked = { act, on: TODAY, version: 1 };
    const refusals = advanceRefusals({ state, startsOn: '2024-01-01', version: 1 }, asked, { open: 0, today: TODAY });
    const wanted = LEADS[`${state} ${act}`];
    expect(kinds(refusals)).toEqual(wanted ? [] : [' ActOutOfOrder']);
    expect(nextState(state, act)).toBe(wanted ?? state);
  });

  it.each<[string, UpgradeAct, { on?: string; version?: number; open?: number }, string[]]>([
    ['on the planned first day', 'ACCEPT', { on: '2024-10-01' }, []],
    ['the day before it', 'ACCEPT', { on: '2024-09-30' }, ['on DayTooEarly']],
    ['abandoned before it', 'ABANDON', { on: '2024-09-30' }, []],
    ['tomorrow', 'ACCEPT', { on: '2024-12-06' }, ['on DayTooLate']],
    ['read at another version', 'ACCEPT', { version: 2 }, ['version RecordChanged']],
    ['with a milestone open', 'ACCEPT', { open: 1 }, ['act TasksOpen']],
    ['abandoned with a milestone open', 'ABANDON', { open: 1 }, []],
  ])('%s', (_, act, { on = TODAY, version = 1, open = 0 }, wanted) => {
    const project = { state: 'UNDER_WAY', startsOn: '2024-10-01', version: 1 } as const;
    expect(kinds(advanceRefusals(project, { act, on, version }, { open, today: TODAY }))).toEqual(wanted);
  });

  it.each<[UpgradeState, string, string | null, number]>([
    ['UNDER_WAY', '2024-12-05', null, 0],
    ['UNDER_WAY', '2024-12-04', null, 1],
    ['PLANNED', '2024-12-10', null, 0],
    ['ACCEPTED', '2024-11-01', '2024-11-01', 0],
    ['ACCEPTED', '2024-11-01', '2024-11-03', 2],
    ['ABANDONED', '2024-11-01', '2024-12-01', 0],
  ])('%s, due on %s and ended on %s, is %i days late', (state, dueOn, endedOn, days) => {
    expect(delayDays({ state, dueOn, endedOn }, TODAY)).toBe(days);
  });

  const plan = { title: '换光纤', budgetFen: '0', startsOn: '2024-10-01', dueOn: '2024-12-31', milestones: [] };
  it.each([
    [plan, []],
    [{ ...plan, title: '' }, ['title TextUnfit']],
    [{ ...plan, budgetFen: '-1' }, ['budgetFen ValueOutOfRange']],
    [{ ...plan, dueOn: '2024-09-30' }, ['dueOn DayTooEarly']],
    [{ ...plan, dueOn: '2024-10-01' }, []],
    [
      {
        ...plan,
        milestones: [
          { name: '布线', dueOn: '2024-10-01' },
          { name: '测试', dueOn: '2024-12-31' },
        ],
      },
      [],
    ],
    [{ ...plan, milestones: [{ name: '布线', dueOn: '2024-09-30' }] }, ['milestones.0.dueOn DayTooEarly']],
    [{ ...plan, milestones: [{ name: '布线', dueOn: '2025-01-01' }] }, ['milestones.0.dueOn DayTooLate']],
    [
      {
        ...plan,
        milestones: [
          { name: '布线', dueOn: '2024-11-01' },
          { name: '布线', dueOn: '2024-11-02' },
        ],
      },
      ['milestones.1.name RecordExists'],
    ],
  ])('planned as %j', (asked, wanted) => {
    expect(kinds(upgradeRefusals(asked))).toEqual(wanted);
  });
});

it.each([
  [{ downKbps: 0, upKbps: 0, latencyMs: 0 }, false, []],
  [{ downKbps: 1_000_000_000, upKbps: 1_000_000_000, latencyMs: 600_000 }, false, []],
  [{ downKbps: -1, upKbps: 1, latencyMs: 1 }, false, ['downKbps ValueOutOfRange']],
  [{ downKbps: 1, upKbps: 1_000_000_001, latencyMs: 1 }, false, ['upKbps ValueOutOfRange']],
  [{ downKbps: 1, upKbps: 1, latencyMs: 600_001 }, false, ['latencyMs ValueOutOfRange']],
  [{ downKbps: 1, upKbps: 1, latencyMs: 1 }, true, ['measuredAt DayTooLate']],
])('a measurement of %j, in the future: %p', (asked, isFuture, wanted) => {
  expect(kinds(speedRefusals(asked, { isFuture, today: TODAY }))).toEqual(wanted);
});

it.each([
  [{}, []],
  [{ line: ' ' }, ['line TextUnfit']],
  [{ operator: '' }, ['operator TextUnfit']],
  [{ mbps: 0 }, ['mbps ValueOutOfRange']],
  [{ monthlyFen: '-1' }, ['monthlyFen ValueOutOfRange']],
  [{ endsOn: '2023-12-31' }, ['endsOn DayTooEarly']],
])('a line with %j', (given, wanted) => {
  const line = { line: '主线', operator: '中国电信', mbps: 200, monthlyFen: '0' };
  expect(kinds(contractRefusals({ ...line, startsOn: '2024-01-01', endsOn: '2024-01-01', ...given }))).toEqual(wanted);
});

it.each([
  [{ name: '一(1)班', installedOn: TODAY }, []],
  [{ name: '', installedOn: null }, ['name TextUnfit']],
  [{ name: '一(1)班', installedOn: '2024-12-06' }, ['installedOn DayTooLate']],
])('a room as %j', (asked, wanted) => {
  expect(kinds(classroomRefusals(asked, TODAY))).toEqual(wanted);
});
