import type { Ask } from '@bureau/testing';
import { act, rowsOf } from '../seed/act.seed.ts';
import { type Bench, openBench, TODAY } from '../seed/bench.seed.ts';
import type { SeededSchool } from '../seed/campus.seed.ts';

let bench: Bench;
let office: Ask;
let lead: Ask;
let school: SeededSchool;
beforeAll(async () => {
  bench = await openBench();
  office = bench.desk.as({ roles: ['internet-plus-office'] });
  school = await bench.seed.school('640121');
  lead = bench.desk.as({ roles: ['school-it-lead'], school: school.globalId });
});
afterAll(() => bench.close());

const rows = () =>
  rowsOf(
    bench.database.arrange,
    'expert_engagement',
    'engagement_follow_up',
    'board_task',
    'board_block',
    'security_system',
    'security_incident',
  );
const set = async (title: string, blockedBy: string[] = []): Promise<string> =>
  String(
    (await act(office, 'boardTaskSet', { input: { title, owner: '张主任', dueOn: TODAY, blockedBy } })).record?.id,
  );
const report = (boardTask: string, version: number, progress: number, issue?: string) =>
  act(office, 'boardTaskReport', {
    input: { boardTask, version, progress, issue },
    shown: '{ state progress closedOn version }',
  });

it('a task waits for what comes first, and the week’s numbers are those of their lists', async () => {
  const first = await set('招标');
  const second = await set('安装', [first]);
  expect((await report(second, 1, 100)).refused).toEqual(['TASKS_OPEN progress']);
  expect((await report(second, 1, 50, '等待到货')).record).toMatchObject({ state: 'OPEN', progress: 50, version: 2 });
  const circle = { boardTask: first, blocker: second, version: 1 };
  expect((await act(office, 'boardTaskBlock', { input: circle })).refused).toEqual(['BLOCKED_IN_CIRCLE blocker']);
  await bench.database.arrange(`UPDATE board_task SET due_on = '2024-12-04' WHERE id = $1`, [second.split('.')[1]]);
  const REPORT = `{ boardWeeklyReport(week: "${TODAY}") { from until closed open late blocked }
    late: boardTasks(filter: { lateOn: "${TODAY}" }) { totalCount } blocked: boardTasks(filter: { isBlocked: true }) { totalCount nodes { waitsFor { blocker { title } } } } }`;
  expect((await office(REPORT)).data).toEqual({
    boardWeeklyReport: { from: '2024-12-02', until: '2024-12-08', closed: 0, open: 2, late: 1, blocked: 1 },
    late: { totalCount: 1 },
    blocked: { totalCount: 1, nodes: [{ waitsFor: [{ blocker: { title: '招标' } }] }] },
  });
  expect((await report(first, 1, 100)).record).toMatchObject({ state: 'DONE', closedOn: TODAY });
  expect((await report(second, 2, 100)).refused).toEqual([]);
  expect((await office(REPORT)).data).toMatchObject({ boardWeeklyReport: { closed: 2, open: 0, late: 0, blocked: 0 } });
});

it('of eight who would close a circle from both sides none does', async () => {
  const [a, b] = [await set('甲'), await set('乙')];
  const done = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      act(office, 'boardTaskBlock', {
        input: { boardTask: at % 2 ? a : b, blocker: at % 2 ? b : a, version: 1 },
      }).catch(() => ({ refused: ['FAULT'] })),
    ),
  );
  expect(done.filter(({ refused }) => refused.length === 0).length).toBeLessThanOrEqual(1);
  const blocks = await bench.database.arrange('SELECT 1 FROM board_block WHERE task_id = ANY($1)', [
    [a, b].map((id) => id.split('.')[1]),
  ]);
  expect(blocks.length).toBeLessThanOrEqual(1);
});

it('a visit is recorded with its follow-ups', async () => {
  const visit = {
    kind: 'GUIDANCE',
    institution: '华中师范大学',
    experts: '教授三人',
    topic: '智慧课堂',
    heldOn: '2024-11-20',
    hours: 6,
    participants: 40,
    schools: [school.globalId],
    outputs: '',
    followUps: [{ what: '整改方案', owner: '电教中心', dueOn: '2024-11-30' }],
  };
  const { record } = await act(office, 'expertEngagementRecord', { input: visit, shown: '{ followUps { id } }' });
  const { followUps } = record as { followUps: [{ id: string }] };
  const finish = (version: number) =>
    act(office, 'engagementFollowUpFinish', { input: { engagementFollowUp: followUps[0].id, doneOn: TODAY, version } });
  expect((await finish(1)).refused).toEqual([]);
  expect((await finish(2)).refused).toEqual(['ACT_OUT_OF_ORDER']);
  const { data } = await office(
    `query ($s: [ID!]) { expertEngagementGroups(filter: { schools: $s }, groupBy: KIND) { key count hours } engagementFollowUps(filter: { lateOn: "${TODAY}" }) { totalCount } }`,
    { s: [school.globalId] },
  );
  expect(data).toEqual({
    expertEngagementGroups: [{ key: 'GUIDANCE', count: 1, hours: 6 }],
    engagementFollowUps: { totalCount: 1 },
  });
  const before = await rows();
  expect(
    (await act(office, 'expertEngagementRecord', { input: { ...visit, heldOn: '2024-12-06', hours: 0 } })).refused,
  ).toEqual(['DAY_TOO_LATE heldOn', 'VALUE_OUT_OF_RANGE hours', 'DAY_TOO_EARLY followUps.0.dueOn']);
  expect(await rows()).toEqual(before);
});

it('the register is seen by those who run a system, and by who may', async () => {
  const system = { name: '校园平台', school: school.globalId, level: 2, filingNumber: '宁公网备1', filedOn: TODAY };
  const { record, refused } = await act(office, 'securitySystemRegister', { input: system });
  expect(refused).toEqual([]);
  await act(office, 'securitySystemRegister', { input: { name: '教育云', level: 3 } });
  expect((await act(office, 'securitySystemRegister', { input: system })).refused).toEqual(['RECORD_EXISTS name']);
  expect(
    (await act(office, 'securitySystemRegister', { input: { ...system, name: 'x', level: 6, filedOn: null } })).refused,
  ).toEqual(['VALUE_OUT_OF_RANGE level', 'EVIDENCE_MISSING filedOn']);
  const incident = { system: record?.id, happenedAt: `${TODAY}T11:00:00+08:00`, severity: 'MINOR', summary: '弱口令' };
  const reported = await act(lead, 'securityIncidentReport', { input: incident });
  expect(reported.refused).toEqual([]);
  const future = { ...incident, happenedAt: `${TODAY}T13:00:00+08:00` };
  expect((await act(lead, 'securityIncidentReport', { input: future })).refused).toEqual(['DAY_TOO_LATE happenedAt']);
  const handling = { securityIncident: reported.record?.id, handledOn: TODAY, version: 1 };
  expect((await act(office, 'securityIncidentHandle', { input: handling })).refused).toEqual([]);
  const COUNT = '{ securitySystems { totalCount } securityIncidents { totalCount } }';
  expect((await lead(COUNT)).data).toEqual({
    securitySystems: { totalCount: 1 },
    securityIncidents: { totalCount: 1 },
  });
  expect((await office(COUNT)).data).toEqual({
    securitySystems: { totalCount: 2 },
    securityIncidents: { totalCount: 1 },
  });
  const { errors } = await bench.desk.as({ roles: ['enrollment-office'] })(COUNT);
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
});

it('a school sets no tasks', async () => {
  const input = { title: 'x', owner: 'y', dueOn: TODAY, blockedBy: [] };
  expect((await act(lead, 'boardTaskSet', { input })).refused).toEqual(['FORBIDDEN']);
});
