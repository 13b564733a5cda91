import type { Ask } from '@bureau/testing';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import type { Place, SeededStudent } from '../seed/county.seed.ts';

const REQUEST = `mutation ($input: TransferRequestInput!) {
  transferRequest(input: $input) {
    transfer { id status version stepDueOn fromSchool { name } toSchool { name } nextStep { code side } }
    userErrors { ... on RuleBroken { code field allowed } }
  }
}`;
const STEP = `mutation ($input: TransferStepInput!) {
  transferStep(input: $input) {
    transfer { id status version lastStep isInTransit nextStep { code side } steps { act code } }
    userErrors { ... on RuleBroken { code field allowed found } }
  }
}`;

const clock = { today: '2024-08-12' };
let bench: Bench;
let [from, to]: [Place, Place] = [{} as Place, {} as Place];
let student: SeededStudent;
let [office, outSchool, inSchool]: Ask[] = [];
beforeAll(async () => {
  bench = await openBench(clock);
  await bench.seed.county('640121', '永宁县');
  from = await bench.seed.school('640121', '望远小学');
  to = await bench.seed.school('640121', '闽宁小学');
  office = bench.desk.as({ roles: ['enrollment-office'] });
  outSchool = bench.desk.as({ roles: ['school-registrar'], school: `640121.${from.school}` });
  inSchool = bench.desk.as({ roles: ['school-registrar'], school: `640121.${to.school}` });
});
beforeEach(async () => {
  clock.today = '2024-08-12';
  student = await bench.seed.student(from, { startedOn: '2022-09-01' });
});
afterAll(() => bench.close());

interface Payload {
  transfer: {
    id: string;
    status: string;
    version: number;
    lastStep?: string;
    nextStep: { code: string } | null;
  } & Record<string, unknown>;
  userErrors: { code: string }[];
}
const answerOf = async (ask: Ask | undefined, query: string, input: object, name: string): Promise<Payload> => {
  if (!ask) throw new Error('nobody asks');
  const { data, errors } = await ask(query, { input });
  expect(errors).toBeUndefined();
  return data?.[name] as Payload;
};
const request = (ask: Ask | undefined = outSchool, given: object = {}) =>
  answerOf(
    ask,
    REQUEST,
    {
      student: `640121.${student.id}`,
      version: 1,
      kind: 'WITHIN_COUNTY',
      toSchool: `640121.${to.school}`,
      reason: '搬家',
      ...given,
    },
    'transferRequest',
  );
const step = (ask: Ask | undefined, { transfer }: Payload, act: string, given: object = {}) =>
  answerOf(ask, STEP, { transfer: transfer.id, version: transfer.version, act, ...given }, 'transferStep');
const seat = () => ({ toClass: `640121.${to.class}` });
const roll = async () =>
  (await bench.database.arrange(
    `SELECT school_id AS school, roll_status AS status, ended_by AS end FROM school_spell WHERE student_id = $1 ORDER BY started_on, id`,
    [student.id],
  )) as { school: string; status: string; end: string | null }[];
const kinds = async () =>
  (
    (await bench.database.arrange('SELECT kind FROM roll_movement WHERE student_id = $1', [student.id])) as {
      kind: string;
    }[]
  ).map(({ kind }) => kind);

it('goes its way: school, school, county, file, arrival; the child counts at the old school until the file moves', async () => {
  const asked = await request();
  expect(asked).toEqual({
    transfer: {
      id: expect.any(String) as string,
      status: 'IN_PROGRESS',
      version: 1,
      stepDueOn: '2024-08-26',
      fromSchool: { name: '望远小学' },
      toSchool: { name: '闽宁小学' },
      nextStep: { code: 'IN_SCHOOL_ACCEPT', side: 'IN_SCHOOL' },
    },
    userErrors: [],
  });
  const accepted = await step(inSchool, asked, 'ACCEPT', seat());
  const released = await step(outSchool, accepted, 'ACCEPT');
  const approved = await step(office, released, 'ACCEPT');
  expect(await roll()).toEqual([{ school: from.school, status: 'ACTIVE', end: null }]);
  const moved = await step(office, approved, 'ACCEPT');
  expect(moved.transfer).toMatchObject({ status: 'IN_PROGRESS', lastStep: 'FILE_MOVE', isInTransit: true });
  expect(await roll()).toEqual([
    { school: from.school, status: 'ACTIVE', end: 'TRANSFERRED_WITHIN_COUNTY' },
    { school: to.school, status: 'ACTIVE', end: null },
  ]);
  const done = await step(inSchool, moved, 'ACCEPT');
  expect(done.transfer).toMatchObject({ status: 'COMPLETED', nextStep: null, isInTransit: false });
  expect((done.transfer.steps as { act: string }[]).map(({ act }) => act)).toEqual([
    'REQUEST',
    ...Array<string>(5).fill('ACCEPT'),
  ]);
  expect(await kinds()).toEqual(['TRANSFER_WITHIN_COUNTY']);
});

it.each([
  [
    'refused by the receiving school',
    async (asked: Payload) => step(inSchool, asked, 'REFUSE', { reason: '学位已满' }),
    'REFUSED',
  ],
  [
    'refused by the school it leaves',
    async (asked: Payload) =>
      step(outSchool, await step(inSchool, asked, 'ACCEPT', seat()), 'REFUSE', { reason: '手续不全' }),
    'REFUSED',
  ],
  [
    'withdrawn at once',
    async (asked: Payload) => step(outSchool, asked, 'WITHDRAW', { reason: '家长撤回' }),
    'WITHDRAWN',
  ],
  [
    'returned, then withdrawn',
    async (asked: Payload) =>
      step(outSchool, await step(inSchool, asked, 'RETURN', { reason: '缺证明' }), 'WITHDRAW', { reason: '家长撤回' }),
    'WITHDRAWN',
  ],
  [
    'returned, handed in again, then refused by the county',
    async (asked: Payload) => {
      const again = await step(outSchool, await step(inSchool, asked, 'RETURN', { reason: '缺证明' }), 'RESUBMIT');
      const released = await step(outSchool, await step(inSchool, again, 'ACCEPT', seat()), 'ACCEPT');
      return step(office, released, 'REFUSE', { reason: '不符合条件' });
    },
    'REFUSED',
  ],
] as const)('%s, it leaves the child where it is, free for another', async (_, walk, status) => {
  const ended = await walk(await request());
  expect(ended.userErrors).toEqual([]);
  expect(ended.transfer).toMatchObject({ status, nextStep: null });
  expect(await roll()).toEqual([{ school: from.school, status: 'ACTIVE', end: null }]);
  expect(await kinds()).toEqual([]);
  expect((await request()).userErrors).toEqual([]);
});

it('of eight who decide the same step at once one does, and seven are told that it has changed', async () => {
  const asked = await request();
  const acts = Array.from({ length: 8 }, (_, at) =>
    at % 2 === 0 ? step(inSchool, asked, 'ACCEPT', seat()) : step(inSchool, asked, 'REFUSE', { reason: '学位已满' }),
  );
  const found = (await Promise.all(acts)).map(({ userErrors }) => userErrors.map(({ code }) => code));
  expect(found.filter((list) => list.length === 0)).toHaveLength(1);
  expect(found.filter(([code]) => code === 'RECORD_CHANGED')).toHaveLength(7);
  expect(
    await bench.database.arrange('SELECT 1 FROM transfer_step WHERE transfer_id = $1', [asked.transfer.id.slice(7)]),
  ).toHaveLength(2);
});

it('of eight requests at once one is taken in', async () => {
  const found = (await Promise.all(Array.from({ length: 8 }, () => request()))).map(({ userErrors }) => userErrors);
  expect(found.filter((list) => list.length === 0)).toHaveLength(1);
  expect(found.flat().map(({ code }) => code)).toEqual(Array(7).fill('TRANSFER_OPEN'));
});

it('out of the county the child leaves the roll, and comes back by a transfer in', async () => {
  let going = await request(outSchool, {
    kind: 'ACROSS_PROVINCES_OUT',
    toSchool: null,
    otherSchool: '西安市第一小学',
    otherCounty: '610102',
  });
  for (const ask of [office, office, outSchool, office, office]) going = await step(ask, going, 'ACCEPT');
  expect(going.transfer).toMatchObject({ status: 'COMPLETED', nextStep: null });
  expect(await roll()).toEqual([{ school: from.school, status: 'ACTIVE', end: 'TRANSFERRED_OUT' }]);
  clock.today = '2024-08-20';
  let coming = await request(office, { version: 2, kind: 'ACROSS_PROVINCES_IN', otherSchool: '西安市第一小学' });
  coming = await step(inSchool, coming, 'ACCEPT', seat());
  for (const ask of [office, office, office, office]) coming = await step(ask, coming, 'ACCEPT');
  expect(coming.transfer).toMatchObject({ isInTransit: true });
  expect(await kinds()).toEqual(['TRANSFER_OUT', 'TRANSFER_IN']);
  expect((await roll()).map(({ school, end }) => [school, end])).toEqual([
    [from.school, 'TRANSFERRED_OUT'],
    [to.school, null],
  ]);
});

it('a child suspended meanwhile does not move', async () => {
  const asked = await step(
    office,
    await step(outSchool, await step(inSchool, await request(), 'ACCEPT', seat()), 'ACCEPT'),
    'ACCEPT',
  );
  await bench.database.arrange(`UPDATE student SET roll_status = 'SUSPENDED' WHERE id = $1`, [student.id]);
  const { userErrors } = await step(office, asked, 'ACCEPT');
  expect(userErrors).toMatchObject([{ code: 'STUDENT_NOT_ACTIVE', found: 'SUSPENDED' }]);
  expect(await roll()).toHaveLength(1);
});

it('a special child moves once its packet is sent', async () => {
  await bench.database.arrange(`UPDATE student SET left_behind = 'BOTH_PARENTS_AWAY', name = '马留守' WHERE id = $1`, [
    student.id,
  ]);
  const asked = await step(
    office,
    await step(outSchool, await step(inSchool, await request(), 'ACCEPT', seat()), 'ACCEPT'),
    'ACCEPT',
  );
  const { userErrors } = await step(office, asked, 'ACCEPT');
  expect(userErrors).toMatchObject([{ code: 'HANDOVER_NOT_SENT', allowed: ['马留守'] }]);
  expect(await roll()).toHaveLength(1);
});

it('the school named must give a class of its own in the child’s grade', async () => {
  const asked = await request();
  expect((await step(inSchool, asked, 'ACCEPT')).userErrors).toMatchObject([{ code: 'CLASS_MISSING' }]);
  const [{ id: other } = { id: '' }] = (await bench.database.arrange(
    `INSERT INTO school_class (county_code, id, school_id, stage, entry_year, serial) VALUES ('640121', gen_random_uuid(), $1, 'PRIMARY', 2021, 7) RETURNING id`,
    [to.school],
  )) as { id: string }[];
  expect((await step(inSchool, asked, 'ACCEPT', { toClass: `640121.${other}` })).userErrors).toMatchObject([
    { code: 'GRADE_UNFIT', allowed: ['2022'] },
  ]);
  expect((await step(inSchool, asked, 'ACCEPT', { toClass: `640121.${from.class}` })).userErrors).toMatchObject([
    { code: 'CLASS_NOT_FOUND' },
  ]);
});

it('what is not decided in ten working days is overdue, in the list, the count and the groups alike', async () => {
  const { transfer } = await request();
  const overdue = async () => {
    const { data } = await (office as Ask)(
      `query ($filter: TransferFilter) {
        transfers(filter: $filter, first: 200) { totalCount nodes { id isOverdue } }
        transferGroups(filter: $filter, groupBy: STATUS) { key count }
      }`,
      { filter: { isOverdue: true } },
    );
    const { transfers, transferGroups } = data as {
      transfers: { totalCount: number; nodes: { id: string; isOverdue: boolean }[] };
      transferGroups: { count: number }[];
    };
    expect(transfers.nodes).toHaveLength(transfers.totalCount);
    expect(transferGroups.reduce((sum, { count }) => sum + count, 0)).toBe(transfers.totalCount);
    return transfers.nodes.filter(({ id }) => id === transfer.id);
  };
  clock.today = '2024-08-26';
  expect(await overdue()).toEqual([]);
  clock.today = '2024-08-27';
  expect(await overdue()).toEqual([{ id: transfer.id, isOverdue: true }]);
});

it('another school sees nothing of it, and takes no step', async () => {
  const asked = await request();
  const elsewhere = await bench.seed.school('640121', '李俊小学');
  const other = bench.desk.as({ roles: ['school-registrar'], school: `640121.${elsewhere.school}` });
  expect((await step(other, asked, 'ACCEPT', seat())).userErrors).toMatchObject([{ code: 'TRANSFER_NOT_FOUND' }]);
  const { errors } = await bench.desk.as({ roles: ['student-aid-office'] })(STEP, {
    input: { transfer: asked.transfer.id, version: 1, act: 'ACCEPT' },
  });
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', scopes: ['transfers:write'] } }]);
});
