import type { Ask } from '@bureau/testing';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import type { Place, SeededStudent } from '../seed/county.seed.ts';

const PREPARE = `mutation ($input: HandoverPrepareInput!) { handoverPrepare(input: $input) {
  handover { id dueOn items { totalCount nodes { id version state studentName categories toSchool { name } } } }
  userErrors { __typename ... on UserError { code field } }
} }`;
const stepOf = (
  name: string,
) => `mutation ($input: ${name === 'Send' || name === 'Assign' ? 'HandoverSendInput' : 'HandoverStepInput'}!) {
  handoverItems${name}(input: $input) { rows {
    item { id state version isOverdue viewerMay toSchool { name } responsibleSchool { name } student { id } studentName summary }
    userErrors { __typename ... on UserError { code field } ... on HandoverStepNotPossible { state possible } ... on HandoverStepNotYours { side } }
  } }
}`;

interface Row {
  item: { id: string; state: string; version: number; viewerMay: string[]; responsibleSchool: { name: string } } | null;
  userErrors: { code: string }[];
}

let bench: Bench;
let primary: Place;
let junior: Place;
let child: SeededStudent;
let sender: Ask;
let receiver: Ask;
let office: Ask;
beforeAll(async () => {
  bench = await openBench();
  await bench.seed.county('640121', '永宁县');
  office = bench.desk.as({ roles: ['enrollment-office'] });
});
beforeEach(async () => {
  primary = await bench.seed.school('640121', '望远小学');
  junior = await bench.seed.school('640121', '望远中学', { stage: 'JUNIOR_SECONDARY' });
  child = await bench.seed.student(primary, { name: '王小明', attendancePlacement: 'HOME_TEACHING' });
  await bench.seed.student(primary, { name: '不特殊' });
  sender = bench.desk.as({ roles: ['school-registrar'], school: globalId(primary.school) });
  receiver = bench.desk.as({ roles: ['principal'], school: globalId(junior.school) });
});
afterAll(() => bench.close());

const globalId = (id: string) => `640121.${id}`;

async function prepared(): Promise<{ id: string; version: number }> {
  const input = { kind: 'MERGER', fromSchool: globalId(primary.school) };
  const { data, errors } = await sender(PREPARE, { input });
  expect(errors).toBeUndefined();
  const { handover } = data?.handoverPrepare as { handover: { items: { nodes: { id: string; version: number }[] } } };
  const [item] = handover.items.nodes;
  if (!item) throw new Error('no item');
  return { id: item.id, version: item.version };
}

async function take(ask: Ask, name: string, item: { id: string; version: number }, more: object = {}): Promise<Row> {
  const { data, errors } = await ask(stepOf(name), { input: { items: [{ ...item }], ...more } });
  expect(errors).toBeUndefined();
  const [row] = (data?.[`handoverItems${name}`] as { rows: Row[] }).rows;
  if (!row) throw new Error('no row');
  return row;
}

const states = () =>
  bench.database.arrange('SELECT state, version FROM handover_item WHERE student_id = $1', [child.id]);
const toJunior = () => ({ toSchool: globalId(junior.school) });

it('lists the special children who leave, and only them', async () => {
  const input = { kind: 'MERGER', fromSchool: globalId(primary.school) };
  const { data, errors } = await sender(PREPARE, { input });
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    handoverPrepare: {
      handover: {
        dueOn: '2025-07-31',
        items: {
          totalCount: 1,
          nodes: [{ state: 'DRAFT', studentName: '王小明', categories: ['HOME_TEACHING'], toSchool: null }],
        },
      },
      userErrors: [],
    },
  });
  const again = await sender(PREPARE, { input });
  expect(again.data).toMatchObject({ handoverPrepare: { handover: { items: { totalCount: 0 } } } });
});

it('goes from school to school, and the answer for the child passes with the acknowledgement', async () => {
  const item = await prepared();
  const sent = await take(sender, 'Send', { ...item, summary: '每周送教两次' } as typeof item, toJunior());
  expect(sent).toMatchObject({
    item: {
      state: 'SENT',
      version: 2,
      viewerMay: [],
      toSchool: { name: '望远中学' },
      responsibleSchool: { name: '望远小学' },
    },
    userErrors: [],
  });
  const received = await take(receiver, 'Receive', { id: item.id, version: 2 });
  expect(received).toMatchObject({
    item: {
      state: 'RECEIVED',
      viewerMay: ['ACKNOWLEDGE', 'RETURN'],
      student: null,
      studentName: '王小明',
      summary: '每周送教两次',
    },
  });
  const acknowledged = await take(receiver, 'Acknowledge', { id: item.id, version: 3 });
  expect(acknowledged).toMatchObject({ item: { state: 'ACKNOWLEDGED', responsibleSchool: { name: '望远中学' } } });
  const { data } = await office(
    'query ($id: ID!) { student(id: $id) { responsibleSchool { name } handoverItem { steps { act toState } } } }',
    {
      id: globalId(child.id),
    },
  );
  expect(data).toEqual({
    student: {
      responsibleSchool: { name: '望远中学' },
      handoverItem: {
        steps: [
          { act: 'SEND', toState: 'SENT' },
          { act: 'RECEIVE', toState: 'RECEIVED' },
          { act: 'ACKNOWLEDGE', toState: 'ACKNOWLEDGED' },
        ],
      },
    },
  });
  const told = (await bench.database.arrange(
    `SELECT data->>'state' AS state, data->>'responsibleSchoolId' AS school FROM outbox_event WHERE subject = $1 ORDER BY recorded_order`,
    [item.id],
  )) as { state: string; school: string }[];
  expect(told).toEqual([
    { state: 'SENT', school: primary.school },
    { state: 'RECEIVED', school: primary.school },
    { state: 'ACKNOWLEDGED', school: junior.school },
  ]);
});

it('comes back from a wrong school with a reason, and goes to the pool, whence the bureau assigns it', async () => {
  const item = await prepared();
  await take(sender, 'Send', item, toJunior());
  expect((await take(receiver, 'Return', { id: item.id, version: 2 })).userErrors).toMatchObject([
    { code: 'HANDOVER_NOTE_MISSING' },
  ]);
  await take(receiver, 'Return', { id: item.id, version: 2 }, { note: '不在本校招生范围' });
  expect(await take(sender, 'Send', { id: item.id, version: 3 })).toMatchObject({
    item: { state: 'SENT', toSchool: null },
  });
  const pool = await office(
    '{ handoverItems(filter: { isInPool: true }, first: 200) { nodes { id } } handoverItemGroups(filter: { isInPool: true }, groupBy: STATE) { key count } }',
  );
  expect(pool.data).toEqual({
    handoverItems: { nodes: [{ id: item.id }] },
    handoverItemGroups: [{ key: 'SENT', count: 1 }],
  });
  const assigned = await take(office, 'Assign', { id: item.id, version: 4 }, toJunior());
  expect(assigned).toMatchObject({ item: { state: 'SENT', toSchool: { name: '望远中学' } }, userErrors: [] });
});

it.each([
  ['the receiver', () => receiver, 'HANDOVER_ITEM_NOT_FOUND'],
  ['the bureau', () => office, 'HANDOVER_STEP_NOT_YOURS'],
])('a draft is not %s to send, and nothing changes', async (_, ask, code) => {
  const item = await prepared();
  expect((await take(ask(), 'Send', item, toJunior())).userErrors).toMatchObject([{ code }]);
  expect(await states()).toEqual([{ state: 'DRAFT', version: 1 }]);
});

it('a third school sees nothing of it', async () => {
  const item = await prepared();
  await take(sender, 'Send', item, toJunior());
  const third = await bench.seed.school('640121', '胜利小学');
  const ask = bench.desk.as({ roles: ['principal'], school: globalId(third.school) });
  const { data } = await ask('{ handovers { totalCount } handoverItems { totalCount } }');
  expect(data).toEqual({ handovers: { totalCount: 0 }, handoverItems: { totalCount: 0 } });
});

it('is forbidden to a homeroom teacher, who may read it', async () => {
  const item = await prepared();
  const teacher = bench.desk.as({
    roles: ['homeroom-teacher'],
    school: globalId(primary.school),
    class: globalId(primary.class),
  });
  const { errors } = await teacher(stepOf('Send'), { input: { items: [item] } });
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  const { data } = await teacher('{ handoverItems { nodes { id } } }');
  expect(data).toEqual({ handoverItems: { nodes: [{ id: item.id }] } });
});

it('all or nothing, or those that can; a dry run changes nothing', async () => {
  const item = await prepared();
  const unknown = { id: globalId(crypto.randomUUID()), version: 1 };
  const bulk = async (more: object) => {
    const { data } = await sender(stepOf('Send'), { input: { items: [item, unknown], ...toJunior(), ...more } });
    return (data?.handoverItemsSend as { rows: Row[] }).rows.map(({ userErrors }) =>
      userErrors.map(({ code }) => code),
    );
  };
  const told = [[], ['HANDOVER_ITEM_NOT_FOUND']];
  expect(await bulk({})).toEqual(told);
  expect(await bulk({ onError: 'SKIP_INVALID', dryRun: true })).toEqual(told);
  expect(await states()).toEqual([{ state: 'DRAFT', version: 1 }]);
  expect(await bulk({ onError: 'SKIP_INVALID' })).toEqual(told);
  expect(await states()).toEqual([{ state: 'SENT', version: 2 }]);
});

it('of eight acknowledgements at once one is taken', async () => {
  const item = await prepared();
  await take(sender, 'Send', item, toJunior());
  await take(receiver, 'Receive', { id: item.id, version: 2 });
  const rows = await Promise.all(
    Array.from({ length: 8 }, () => take(receiver, 'Acknowledge', { id: item.id, version: 3 })),
  );
  expect(rows.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  expect(await states()).toEqual([{ state: 'ACKNOWLEDGED', version: 4 }]);
});

it('PostgreSQL itself refuses a second open item about a child', async () => {
  await prepared();
  const copy = bench.database.arrange(
    `INSERT INTO handover_item (county_code, id, handover_id, kind, student_id, student_name, from_school_id, from_class_id, township_code, categories, state, due_on)
     SELECT county_code, gen_random_uuid(), handover_id, kind, student_id, student_name, from_school_id, from_class_id, township_code, categories, state, due_on
     FROM handover_item WHERE student_id = $1`,
    [child.id],
  );
  await expect(copy).rejects.toThrow('handover_item_open_key');
});

it.each([2, 20])('a step with %i items takes the same statements', async (size) => {
  for (let at = 1; at < size; at += 1) await bench.seed.student(primary, { attendancePlacement: 'HOME_TEACHING' });
  const { data } = await sender(PREPARE, { input: { kind: 'MERGER', fromSchool: globalId(primary.school) } });
  const { handover } = data?.handoverPrepare as { handover: { items: { nodes: { id: string; version: number }[] } } };
  const items = handover.items.nodes.map(({ id, version }) => ({ id, version }));
  expect(items).toHaveLength(size);
  const { statements } = await sender(
    `mutation ($input: HandoverSendInput!) { handoverItemsSend(input: $input) { rows { item { state } } } }`,
    { input: { items, ...toJunior() } },
  );
  expect(statements.filter((sql) => sql !== 'COMMIT')).toHaveLength(8);
});

describe('a flag of the school', () => {
  const FLAG = `mutation ($input: SpecialFlagRecordInput!) { specialFlagRecord(input: $input) { student { specialCategories } userErrors { ... on UserError { code } } } }`;

  it('is recorded once, and not for what others say', async () => {
    const flag = (category: string) => sender(FLAG, { input: { student: globalId(child.id), category } });
    expect((await flag('PSYCHOLOGICAL')).data).toEqual({
      specialFlagRecord: { student: { specialCategories: ['HOME_TEACHING', 'PSYCHOLOGICAL'] }, userErrors: [] },
    });
    expect((await flag('PSYCHOLOGICAL')).data).toMatchObject({
      specialFlagRecord: { userErrors: [{ code: 'SPECIAL_FLAG_STANDS' }] },
    });
    expect((await flag('DISABILITY')).data).toMatchObject({
      specialFlagRecord: { userErrors: [{ code: 'SPECIAL_CATEGORY_NOT_THE_SCHOOLS' }] },
    });
  });
});
