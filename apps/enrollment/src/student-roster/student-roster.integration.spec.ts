import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { composeResidentNumber } from '@bureau/resident-id';
import { rawRows, type RawRow, writeWorkbook } from '@bureau/spreadsheet';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import type { Place } from '../seed/county.seed.ts';
import { type FilesDesk, openFiles } from '../seed/files.seed.ts';

let bench: Bench;
let files: FilesDesk;
let place: Place;
beforeAll(async () => {
  bench = await openBench();
  files = await openFiles(bench);
  await bench.seed.county('640121', '永宁县');
  place = await bench.seed.school('640121', '李俊小学');
});
afterAll(async () => {
  await files.close();
  await bench.close();
});

type Given = Record<string, string>;
let serial = 0;

/** A girl of the third grade whom no other test has. */
function child(given: Given = {}): Given {
  serial += 1;
  const bornOn = '2015-03-11';
  return {
    姓名: `学生${serial}`,
    性别: '女',
    出生日期: bornOn,
    民族: '回族',
    身份证件类型: '居民身份证',
    身份证件号: composeResidentNumber('640121', bornOn, serial * 2),
    班号: '三年级(1)班',
    入学年月: '2022-09',
    就读方式: '走读',
    现住址: '永宁县李俊镇一村',
    联系电话: '13912345678',
    成员1姓名: '林某',
    成员1关系: '父亲',
    成员1联系电话: '13987654321',
    成员1是否监护人: '是',
    ...given,
  };
}

const registrar = () => files.as({ roles: ['school-registrar'], school: `640121.${place.school}` });

interface Run {
  id: string;
  state: string;
  rowsCreated: number;
  rowsUnchanged: number;
  rowsFaulty: number;
  fault: unknown;
}

async function send(rows: Given[], query = ''): Promise<Run> {
  const titles = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = titles.map((title) => ({ title, value: (row: Given) => row[title] ?? null }));
  const body = new Uint8Array(await buffer(writeWorkbook(rows, { name: '名单', columns })));
  const call = registrar();
  const response = await call(`/files/imports/student-roster?${query}`, { method: 'POST', body });
  let run = (await response.json()) as Run;
  while (['RECEIVED', 'RUNNING'].includes(run.state)) {
    await sleep(40);
    run = (await (await call(`/files/imports/${run.id}`)).json()) as Run;
  }
  return run;
}

async function faultsOf({ id }: Run): Promise<unknown[]> {
  const response = await registrar()(`/files/imports/${id}/faults.xlsx`);
  const lines: RawRow[] = [];
  for await (const batch of rawRows(new Uint8Array(await response.arrayBuffer()))) lines.push(...batch);
  return lines.slice(1).map(({ cells }) => [cells[0], cells[1], cells[4]]);
}

const count = async (table: string) =>
  ((await bench.database.arrange(`SELECT count(*)::int AS count FROM ${table}`)) as { count: number }[])[0]?.count;

it('brings children in with their record, their family, their spell and the news of them, sealed', async () => {
  const girl = child({ 姓名: '林晓', 学籍辅号: 'F1', 是否孤儿: '否', 上下学距离: '2.5' });
  expect(await send([girl])).toMatchObject({ state: 'DONE', rowsCreated: 1, rowsFaulty: 0, fault: null });

  const ask = bench.desk.as({ roles: ['enrollment-office'] });
  const { data, errors } = await ask(`{ students(filter: { nameContains: "林晓" }) {
    nodes { name sex bornIn identityNumberMasked school { name } schoolClass { name(schoolYear: 2024) } spells { startedOn } } } }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    students: {
      nodes: [
        {
          name: '林晓',
          sex: '2',
          bornIn: '2015-03',
          identityNumberMasked: `640121********${girl['身份证件号']?.slice(-4) ?? ''}`,
          school: { name: '李俊小学' },
          schoolClass: { name: '三年级(1)班' },
          spells: [{ startedOn: '2022-09-01' }],
        },
      ],
    },
  });
  const [row] = (await bench.database.arrange(
    `SELECT s.id, r.living_address AS address, r.phone, r.commute_km, g.name AS guardian, g.phone AS guardian_phone,
            g.id AS guardian_id, o.data->>'version' AS version
     FROM student s JOIN student_record r ON r.student_id = s.id JOIN guardian g ON g.student_id = s.id
     JOIN outbox_event o ON o.data->>'id' = s.id::text WHERE s.name = '林晓'`,
  )) as (Record<'address' | 'phone' | 'guardian_phone', Buffer> & Record<'id' | 'guardian_id', string>)[];
  if (!row) throw new Error('the child is not there');
  const { id, address, phone, guardian_phone: guardianPhone, guardian_id: guardianId, ...rest } = row;
  expect(rest).toEqual({ commute_km: 3, guardian: '林某', version: '1' });
  const { sealer } = bench;
  expect(sealer.open(address, `student_record.living_address:${id}`)).toBe('永宁县李俊镇一村');
  expect(sealer.open(phone, `student_record.phone:${id}`)).toBe('13912345678');
  expect(sealer.open(guardianPhone, `guardian.phone:${guardianId}`)).toBe('13987654321');
});

it('tells every row that it does not take, and takes none', async () => {
  const before = await count('student');
  const [twice, known] = [child(), child()];
  expect((await send([known])).state).toBe('DONE');
  await bench.database.arrange(`UPDATE student SET name = '别人' WHERE name = $1`, [known['姓名']]);
  const run = await send([
    twice,
    twice,
    child({ 身份证件号: '640121201503110011' }),
    child({ 出生日期: '2015-03-12' }),
    child({ 性别: '男' }),
    child({ 班号: '六年级(1)班' }),
    child({ 班号: '三年级(7)班' }),
    known,
  ]);
  expect(run).toMatchObject({ state: 'REJECTED', rowsCreated: 0, rowsFaulty: 7 });
  expect(await faultsOf(run)).toEqual([
    [3, '身份证件号', 'TWICE_IN_FILE'],
    [4, '身份证件号', 'IDENTITY_NUMBER_WRONG'],
    [5, '出生日期', 'BIRTH_DATE_NOT_OF_NUMBER'],
    [6, '性别', 'SEX_NOT_OF_NUMBER'],
    [7, '班号', 'GRADE_NOT_AT_SCHOOL'],
    [8, '班号', 'CLASS_UNKNOWN'],
    [9, '身份证件号', 'ON_ANOTHER_ROLL'],
  ]);
  expect(await count('student')).toBe((before ?? 0) + 1);
});

it('a child that is there already is no news, and the rest is taken', async () => {
  const [there, fresh] = [child(), child()];
  await send([there]);
  expect(await send([there, fresh])).toMatchObject({ state: 'DONE', rowsCreated: 1, rowsUnchanged: 1, rowsFaulty: 0 });
});

it('fills a class to its limit and not further', async () => {
  const standing = (await count('student')) ?? 0;
  const rows = Array.from({ length: 46 - standing }, () => child());
  const run = await send(rows, 'onError=SKIP_INVALID');
  expect(run).toMatchObject({ state: 'DONE', rowsCreated: 45 - standing, rowsFaulty: 1 });
  expect(await faultsOf(run)).toEqual([[rows.length + 1, '班号', 'CLASS_FULL']]);
  expect(await count('student')).toBe(45);
  expect(await count('school_spell')).toBe(45);
});
