import type { Ask } from '@bureau/testing';
import { act, rowsOf } from '../seed/act.seed.ts';
import { type Bench, openBench, TODAY } from '../seed/bench.seed.ts';
import type { SeededSchool } from '../seed/campus.seed.ts';

let bench: Bench;
let office: Ask;
let lead: Ask;
let schools: SeededSchool[] = [];
let codes: string[] = [];
beforeAll(async () => {
  bench = await openBench();
  office = bench.desk.as({ roles: ['internet-plus-office'] });
  schools = [
    await bench.seed.school('640121', { township: '101' }),
    await bench.seed.school('640121', { township: '102' }),
  ];
  lead = bench.desk.as({ roles: ['school-it-lead'], school: schools[0]?.globalId });
  const known = (await bench.database.arrange('SELECT code FROM school_roster ORDER BY code')) as { code: string }[];
  codes = known.map(({ code }) => code);
});
afterAll(() => bench.close());

const rows = () => rowsOf(bench.database.arrange, 'platform_export', 'platform_use', 'platform_section_use');
const use = (at: number, active: number, given: object = {}) => ({
  schoolCode: codes[at],
  role: 'TEACHER',
  people: 40,
  registered: 40,
  active,
  visits: active * 10,
  uploads: 1,
  ...given,
});
const month = (of: string, active: [number, number], given: object = {}) => ({
  platform: 'NATIONAL',
  month: of,
  statedMonth: of,
  replaces: false,
  dryRun: false,
  uses: [use(0, active[0]), use(1, active[1])],
  sections: [{ schoolCode: codes[0], section: '课程教学', views: 500 }],
  ...given,
});
const bring = (input: Record<string, unknown>) =>
  act(office, 'platformExportImport', { input, shown: '{ month schools version }' });

it('two months are imported, each once, and make a trend with laggards', async () => {
  expect(await bring(month('2024-10', [30, 10], { dryRun: true }))).toEqual({ record: null, refused: [] });
  expect((await bring(month('2024-10', [30, 10]))).record).toEqual({ month: '2024-10', schools: 2, version: 1 });
  expect((await bring(month('2024-11', [36, 20]))).refused).toEqual([]);
  expect((await bring(month('2024-11', [36, 20]))).refused).toEqual(['EXPORT_REPEATED month']);
  expect((await bring(month('2024-11', [36, 22]))).refused).toEqual(['EXPORT_REPEATED month']);
  expect((await bring(month('2024-11', [36, 22], { replaces: true }))).record).toMatchObject({ version: 2 });
  const { data, statements } = await office(`{
    trend: platformUseGroups(filter: { roles: [TEACHER] }, groupBy: MONTH) { key count people active visits }
    platformUses(filter: { months: ["2024-11"], belowActivePercent: 60 }) { totalCount nodes { school { id } active } }
    platformSectionUseGroups(groupBy: SECTION) { key views } }`);
  expect(data).toEqual({
    trend: [
      { key: '2024-10', count: 2, people: 80, active: 40, visits: 400 },
      { key: '2024-11', count: 2, people: 80, active: 58, visits: 580 },
    ],
    platformUses: { totalCount: 1, nodes: [{ school: { id: schools[1]?.globalId }, active: 22 }] },
    platformSectionUseGroups: [{ key: '课程教学', views: 1000 }],
  });
  expect(statements).toHaveLength(4);
});

it('of eight imports of a month at once one is done', async () => {
  const done = await Promise.all(Array.from({ length: 8 }, () => bring(month('2024-09', [1, 1]))));
  expect(done.filter(({ refused }) => refused.length === 0)).toHaveLength(1);
  expect(done.filter(({ refused }) => refused[0] === 'EXPORT_REPEATED month')).toHaveLength(7);
});

it.each<[object, string[]]>([
  [{ statedMonth: '2024-07' }, ['EXPORT_MONTH_WRONG statedMonth']],
  [{ month: '2025-01', statedMonth: '2025-01' }, ['DAY_TOO_LATE month']],
  [
    {
      uses: [{ schoolCode: '0000000000', role: 'TEACHER', people: 1, registered: 1, active: 1, visits: 1, uploads: 1 }],
    },
    ['ROWS_UNFIT uses'],
  ],
])('an export with %j is refused, and nothing changes', async (given, refused) => {
  const before = await rows();
  expect((await bring(month('2024-08', [1, 1], given))).refused).toEqual(refused);
  expect(await rows()).toEqual(before);
});

it('is forbidden to a school, which sees its own counts only', async () => {
  expect((await act(lead, 'platformExportImport', { input: month('2024-08', [1, 1]) })).refused).toEqual(['FORBIDDEN']);
  const { data } = await lead('{ platformUseGroups(groupBy: SCHOOL) { key } }');
  expect(data).toEqual({ platformUseGroups: [{ key: schools[0]?.id }] });
});

it('a pilot school finishes a task once, with evidence', async () => {
  const [first] = schools;
  if (!first) throw new Error('no school');
  const pilot = await bench.seed.pilot(first);
  const task = { pilot: `640121.${pilot}`, kind: 'MILESTONE', title: '案例上报', dueOn: '2024-11-30' };
  const { record } = await act(office, 'pilotTaskSet', { input: task, shown: '{ id pilot { batch } }' });
  expect(record).toMatchObject({ pilot: { batch: '2024年第一批' } });
  expect((await act(office, 'pilotTaskSet', { input: task })).refused).toEqual(['RECORD_EXISTS title']);
  expect((await act(office, 'pilotTaskSet', { input: { ...task, dueOn: '2024-02-29' } })).refused).toEqual([
    'DAY_TOO_EARLY dueOn',
  ]);
  const finish = (given: object) =>
    act(lead, 'pilotTaskFinish', {
      input: { pilotTask: record?.id, doneOn: TODAY, evidence: 'https://a/b', version: 1, ...given },
      shown: '{ doneOn evidence }',
    });
  expect((await finish({ evidence: 'javascript:alert(1)' })).refused).toEqual(['LINK_UNSAFE evidence']);
  expect((await finish({ doneOn: '2024-12-06' })).refused).toEqual(['DAY_TOO_LATE doneOn']);
  expect((await finish({})).record).toEqual({ doneOn: TODAY, evidence: 'https://a/b' });
  expect((await finish({ version: 2 })).refused).toEqual(['ACT_OUT_OF_ORDER']);
  const { data } = await office(
    `{ pilotTasks(filter: { lateOn: "${TODAY}" }) { totalCount } pilotTaskGroups(groupBy: DONE) { key count } }`,
  );
  expect(data).toEqual({ pilotTasks: { totalCount: 1 }, pilotTaskGroups: [{ key: 'true', count: 1 }] });
});
