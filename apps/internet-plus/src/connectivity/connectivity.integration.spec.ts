import type { Ask } from '@bureau/testing';
import { act, rowsOf } from '../seed/act.seed.ts';
import { type Bench, openBench, TODAY } from '../seed/bench.seed.ts';
import type { SeededSchool } from '../seed/campus.seed.ts';

let bench: Bench;
let school: SeededSchool;
let other: SeededSchool;
let office: Ask;
let lead: Ask;
beforeAll(async () => {
  bench = await openBench();
  school = await bench.seed.school('640121', { township: '101' });
  other = await bench.seed.school('640121', { township: '102' });
  office = bench.desk.as({ roles: ['internet-plus-office'] });
  lead = bench.desk.as({ roles: ['school-it-lead'], school: school.globalId });
});
afterAll(() => bench.close());

const TABLES = ['classroom', 'bandwidth_contract', 'speed_test', 'upgrade_project', 'upgrade_milestone'];
const rows = () => rowsOf(bench.database.arrange, ...TABLES);

const room = (given: object = {}) => ({
  school: school.globalId,
  name: '一(1)班',
  kind: 'CLASSROOM',
  hasMultimedia: false,
  hasWifi: false,
  ...given,
});
const line = (given: object = {}) => ({
  school: school.globalId,
  line: '主线',
  operator: '中国电信',
  mbps: 200,
  monthlyFen: '300000',
  startsOn: '2024-01-01',
  endsOn: '2024-12-31',
  ...given,
});
const test = (given: object = {}) => ({
  school: school.globalId,
  measuredAt: `${TODAY}T12:00:00+08:00`,
  downKbps: 180_000,
  upKbps: 90_000,
  latencyMs: 12,
  ...given,
});
const plan = (given: object = {}) => ({
  school: school.globalId,
  title: '换光纤',
  kind: 'ACCESS',
  budgetFen: '5000000',
  startsOn: '2024-09-01',
  dueOn: '2024-11-30',
  milestones: [{ name: '布线', dueOn: '2024-10-15' }],
  ...given,
});

it('a room is recorded once, and of the version that was read changed', async () => {
  const input = room({ name: '二(1)班' });
  const recorded = await act(lead, 'classroomRecord', { input, shown: '{ id name hasWifi version school { id } }' });
  expect(recorded.refused).toEqual([]);
  expect(recorded.record).toMatchObject({
    name: '二(1)班',
    hasWifi: false,
    version: 1,
    school: { id: school.globalId },
  });
  expect((await act(lead, 'classroomRecord', { input })).refused).toEqual(['RECORD_EXISTS name']);
  const changed = { ...input, hasWifi: true, version: 1 };
  const shown = '{ hasWifi version }';
  expect(await act(lead, 'classroomRecord', { input: changed, shown })).toEqual({
    record: { hasWifi: true, version: 2 },
    refused: [],
  });
  const stale = await act(lead, 'classroomRecord', { input: changed, shown });
  expect(stale).toEqual({ record: { hasWifi: true, version: 2 }, refused: ['RECORD_CHANGED version'] });
});

it('of eight who change a room at once one does', async () => {
  const input = room({ name: '三(1)班' });
  await act(lead, 'classroomRecord', { input });
  const asked = Array.from({ length: 8 }, () =>
    act(lead, 'classroomRecord', { input: { ...input, hasMultimedia: true, version: 1 } }),
  );
  const done = await Promise.all(asked);
  expect(done.filter(({ refused }) => refused.length === 0)).toHaveLength(1);
  expect(done.filter(({ refused }) => refused[0] === 'RECORD_CHANGED version')).toHaveLength(7);
});

it('a line of a school is one at a time; of eight at once one is written', async () => {
  const done = await Promise.all(
    Array.from({ length: 8 }, () => act(lead, 'bandwidthContractRecord', { input: line({ line: '备线' }) })),
  );
  expect(done.filter(({ refused }) => refused.length === 0)).toHaveLength(1);
  expect(done.filter(({ refused }) => refused[0] === 'RECORD_EXISTS line')).toHaveLength(7);
  const next = line({ line: '备线', startsOn: '2025-01-01', endsOn: '2025-12-31' });
  expect((await act(lead, 'bandwidthContractRecord', { input: next })).refused).toEqual([]);
});

it('measurements are listed over time, and counted by month', async () => {
  for (const measuredAt of ['2024-10-31T15:59:59Z', '2024-10-31T16:00:00Z', `${TODAY}T12:00:00+08:00`])
    expect((await act(lead, 'speedTestRecord', { input: test({ measuredAt }) })).refused).toEqual([]);
  const { data, statements } = await lead(`{
    speedTests(filter: { measuredFrom: "2024-10-31T15:59:59Z", measuredBefore: "2024-12-05T04:00:00Z" }) {
      totalCount nodes { measuredAt school { id } classroom { id } } }
    speedTestGroups(groupBy: MONTH) { key count } }`);
  const shown = { school: { id: school.globalId }, classroom: null };
  expect(data).toEqual({
    speedTests: {
      totalCount: 2,
      nodes: [
        { measuredAt: '2024-10-31T16:00:00.000Z', ...shown },
        { measuredAt: '2024-10-31T15:59:59.000Z', ...shown },
      ],
    },
    speedTestGroups: [
      { key: '2024-10', count: 1 },
      { key: '2024-11', count: 1 },
      { key: '2024-12', count: 1 },
    ],
  });
  expect(statements).toHaveLength(3);
});

it('an upgrade runs from its plan over its milestones to acceptance, late', async () => {
  const planned = await act(office, 'upgradeProjectPlan', {
    input: plan(),
    shown: '{ id state delayDays version milestones { id name doneOn version } }',
  });
  expect(planned.refused).toEqual([]);
  expect(planned.record).toMatchObject({
    state: 'PLANNED',
    delayDays: 5,
    milestones: [{ name: '布线', doneOn: null }],
  });
  const { id, milestones } = planned.record as { id: string; milestones: [{ id: string }] };
  const advance = (taken: string, version: number, on = TODAY) =>
    act(office, 'upgradeProjectAdvance', {
      input: { upgradeProject: id, act: taken, on, version },
      shown: '{ state delayDays endedOn }',
    });
  expect((await advance('ACCEPT', 1)).refused).toEqual(['ACT_OUT_OF_ORDER', 'TASKS_OPEN act']);
  expect((await advance('BEGIN', 1)).record).toMatchObject({ state: 'UNDER_WAY' });
  expect((await advance('ACCEPT', 2)).refused).toEqual(['TASKS_OPEN act']);
  const reach = { upgradeMilestone: milestones[0].id, on: '2024-10-20', version: 1 };
  expect((await act(lead, 'upgradeMilestoneReach', { input: reach })).refused).toEqual([]);
  expect((await act(lead, 'upgradeMilestoneReach', { input: { ...reach, version: 2 } })).refused).toEqual([
    'ACT_OUT_OF_ORDER',
  ]);
  expect((await advance('ACCEPT', 2, '2024-12-02')).record).toEqual({
    state: 'ACCEPTED',
    delayDays: 2,
    endedOn: '2024-12-02',
  });
  const { data } = await office(
    `{ upgradeProjects(filter: { lateOn: "${TODAY}" }) { totalCount } upgradeMilestones(filter: { lateOn: "${TODAY}" }) { totalCount }
       upgradeProjectGroups(groupBy: STATE) { key count } }`,
  );
  expect(data).toEqual({
    upgradeProjects: { totalCount: 1 },
    upgradeMilestones: { totalCount: 1 },
    upgradeProjectGroups: [{ key: 'ACCEPTED', count: 1 }],
  });
});

it.each<[string, () => Record<string, unknown>, string[]]>([
  ['classroomRecord', () => room({ school: other.globalId }), ['RECORD_NOT_FOUND school']],
  ['classroomRecord', () => room({ name: '' }), ['TEXT_UNFIT name']],
  ['classroomRecord', () => room({ installedOn: '2024-12-06' }), ['DAY_TOO_LATE installedOn']],
  ['bandwidthContractRecord', () => line({ mbps: 0 }), ['VALUE_OUT_OF_RANGE mbps']],
  ['bandwidthContractRecord', () => line({ school: other.globalId }), ['RECORD_NOT_FOUND school']],
  ['bandwidthContractRecord', () => line({ endsOn: '2023-12-31' }), ['DAY_TOO_EARLY endsOn']],
  ['speedTestRecord', () => test({ measuredAt: `${TODAY}T12:00:01+08:00` }), ['DAY_TOO_LATE measuredAt']],
  ['speedTestRecord', () => test({ downKbps: -1 }), ['VALUE_OUT_OF_RANGE downKbps']],
  ['speedTestRecord', () => test({ classroom: school.globalId }), ['RECORD_NOT_FOUND classroom']],
  ['speedTestRecord', () => test({ school: other.globalId }), ['RECORD_NOT_FOUND school']],
  ['upgradeProjectPlan', () => plan(), ['FORBIDDEN']],
])('%s is refused to a school’s IT lead (%#), and nothing changes', async (mutation, input, refused) => {
  const before = await rows();
  expect((await act(lead, mutation, { input: input() })).refused).toEqual(refused);
  expect(await rows()).toEqual(before);
});

it.each([
  [
    'upgradeProjectPlan',
    () => plan({ school: '640122.0191d5a0-0000-7000-8000-00000000000f' }),
    ['RECORD_NOT_FOUND school'],
  ],
  ['upgradeProjectPlan', () => plan({ budgetFen: '-1' }), ['VALUE_OUT_OF_RANGE budgetFen']],
  [
    'upgradeProjectPlan',
    () => plan({ milestones: [{ name: '布线', dueOn: '2025-01-01' }] }),
    ['DAY_TOO_LATE milestones.0.dueOn'],
  ],
])('%s is refused to the office (%#), and nothing changes', async (mutation, input, refused) => {
  const before = await rows();
  expect((await act(office, mutation, { input: input() })).refused).toEqual(refused);
  expect(await rows()).toEqual(before);
});

it('PostgreSQL itself refuses a measurement of the future, and one in another school’s county', async () => {
  const insert = (measuredAt: string, township = '640121101') =>
    bench.database.arrange(
      `INSERT INTO speed_test VALUES ('640121', gen_random_uuid(), $1, $2, NULL, $3, 1, 1, 1, '2024-12-05T00:00:00Z')`,
      [school.id, township, measuredAt],
    );
  await expect(insert('2024-12-05T00:00:01Z')).rejects.toThrow('speed_test_past_check');
  await expect(insert('2024-12-05T00:00:00Z', '640122101')).rejects.toThrow('speed_test_township_check');
});

it.each([
  [{ roles: ['school-it-lead'] }, () => other.globalId, 0],
  [{ roles: ['county-leader'] }, () => undefined, 2],
])('%j sees the rooms of its reach', async (claims, ofSchool, count) => {
  const at = ofSchool();
  const ask = bench.desk.as({ ...claims, ...(at && { school: at }) });
  const { data } = await ask('{ classrooms { totalCount nodes { id } } classroomGroups(groupBy: SCHOOL) { count } }');
  expect(data).toMatchObject({ classrooms: { totalCount: count } });
});

it('is forbidden to who may not read records', async () => {
  const { data, errors } = await bench.desk.as({ roles: ['enrollment-office'] })('{ classrooms { totalCount } }');
  expect([data, errors?.[0]?.extensions.code]).toEqual([{ classrooms: null }, 'FORBIDDEN']);
});
