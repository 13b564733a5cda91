import { setTimeout as sleep } from 'node:timers/promises';
import { driftFromEntities } from '@bureau/testing';
import { rawRows, type RawRow } from '@bureau/spreadsheet';
import { peopleRows, type PersonRow, peopleWorkbook } from './trial/people-workbook.ts';
import { type Call, entities, school, TrialOffice } from './trial/trial-office.ts';

interface Run {
  id: string;
  state: string;
  rowsRead: number;
  rowsTotal: number | null;
  fault: { code: string; message: string } | null;
}

let office: TrialOffice;
let registrar: Call;
let clerk: Call;
let serial = 0;
beforeAll(async () => {
  office = await TrialOffice.open();
  registrar = await office.as({ role: 'school-registrar', school });
  clerk = await office.as({ role: 'enrollment-office' });
});
afterAll(() => office[Symbol.asyncDispose]());

/** People whom no other test has. */
function freshRows(count: number): PersonRow[] {
  serial += count;
  return peopleRows(count, serial - count);
}

const bodyOf = (bytes: Buffer) => ({ method: 'POST', body: new Uint8Array(bytes) });

async function send(call: Call, rows: readonly PersonRow[], query = ''): Promise<{ status: number; run: Run }> {
  const response = await call(`/files/imports/people?pause=${query}`, bodyOf(await peopleWorkbook(rows)));
  return { status: response.status, run: (await response.json()) as Run };
}

async function ended(call: Call, { id }: Run): Promise<Run> {
  for (;;) {
    const run = (await (await call(`/files/imports/${id}`)).json()) as Run;
    if (!['RECEIVED', 'RUNNING'].includes(run.state)) return run;
    await sleep(40);
  }
}

const numbersOf = (rows: readonly PersonRow[]) => rows.map(([, number]) => number);

async function kept(rows: readonly PersonRow[]): Promise<number> {
  const sql = 'SELECT count(*)::int AS count FROM person WHERE number = ANY ($1)';
  const [row] = await office.query<{ count: number }>(sql, [numbersOf(rows)]);
  return row?.count ?? -1;
}

it('migrations build exactly what the entities declare, and the log only grows', async () => {
  expect(await driftFromEntities({ entities, migrations: [] }, office.database.ownerUrl)).toEqual([]);
  const grants = await office.query(
    `SELECT privilege_type FROM information_schema.role_table_grants
     WHERE table_name = 'access_log' AND grantee = 'enrollment' ORDER BY 1`,
  );
  expect(grants).toEqual([{ privilege_type: 'INSERT' }, { privilege_type: 'SELECT' }]);
});

it('takes a file in, says how far it is, and loads it all', async () => {
  const rows = freshRows(1_200);
  const { status, run } = await send(registrar, rows);
  expect([status, run.state]).toEqual([202, 'RECEIVED']);
  expect(await ended(registrar, run)).toMatchObject({
    state: 'DONE',
    rowsTotal: 1_200,
    rowsRead: 1_200,
    rowsCreated: 1_200,
    rowsFaulty: 0,
    fault: null,
    faults: null,
  });
  expect(await kept(rows)).toBe(1_200);
});

it('a trial run says what would happen and changes nothing, as often as it is run', async () => {
  const rows = freshRows(5);
  for (let turn = 0; turn < 2; turn += 1) {
    const { status, run } = await send(registrar, rows, '&dryRun=true');
    expect(status).toBe(202);
    expect(await ended(registrar, run)).toMatchObject({ state: 'DONE', isDryRun: true, rowsCreated: 5 });
    expect(await kept(rows)).toBe(0);
  }
});

it('the same file a second time gets the first run and changes nothing', async () => {
  const rows = freshRows(7);
  const file = await peopleWorkbook(rows);
  const answers = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const response = await registrar('/files/imports/people?pause=', bodyOf(file));
      return { status: response.status, id: ((await response.json()) as Run).id };
    }),
  );
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 202]);
  const first = await ended(registrar, { ...answers[0] } as Run);
  const again = await registrar('/files/imports/people?pause=', bodyOf(file));
  expect([again.status, await again.json()]).toEqual([200, first]);
  expect(await kept(rows)).toBe(7);
});

describe('of a file with faults', () => {
  const faulty = (): PersonRow[] => {
    const [one, two, three] = freshRows(3);
    if (!one || !two || !three) throw new Error('three are needed');
    return [one, [two[0], '6.40121E+17', two[2]], ['', three[1], '2015-02-30'], one];
  };

  it('nothing is taken by default, and every fault comes back in a workbook', async () => {
    const rows = faulty();
    const { run } = await send(registrar, rows);
    expect(await ended(registrar, run)).toMatchObject({
      state: 'REJECTED',
      rowsRead: 4,
      rowsCreated: 0,
      rowsFaulty: 3,
    });
    expect(await kept(rows)).toBe(0);

    const response = await registrar(`/files/imports/${run.id}/faults.xlsx`, { headers: { 'accept-language': 'zh' } });
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('人员名单（错误）.xlsx'));
    const lines: RawRow[] = [];
    for await (const batch of rawRows(new Uint8Array(await response.arrayBuffer()))) lines.push(...batch);
    expect(lines.map(({ cells }) => [cells[0], cells[1], cells[2], cells[4]])).toEqual([
      ['行号', '列', '值', '代码'],
      [3, '身份证件号', '*'.repeat(11), 'NUMBER_TRUNCATED'],
      [4, '姓名', null, 'REQUIRED'],
      [4, '出生日期', '2015-02-30', 'DAY_UNREADABLE'],
      [5, '身份证件号', null, 'TWICE'],
    ]);
  });

  it('the sound rows are taken where that is asked for', async () => {
    const rows = faulty();
    const { run } = await send(registrar, rows, '&onError=SKIP_INVALID');
    expect(await ended(registrar, run)).toMatchObject({ state: 'DONE', rowsCreated: 1, rowsFaulty: 3 });
    expect(await kept(rows)).toBe(1);
  });
});

it.each([
  ['a program renamed to .xlsx', Buffer.from('MZ\x90\0'), 'FILE_NOT_A_TABLE'],
  ['a file cut short', Buffer.from('PK\x03\x04 and no more'), 'FILE_DAMAGED'],
])('%s is rejected with the reason', async (_, bytes, code) => {
  const response = await registrar('/files/imports/people?pause=', bodyOf(bytes));
  const run = await ended(registrar, (await response.json()) as Run);
  expect([run.state, run.fault?.code]).toEqual(['REJECTED', code]);
});

it('a cancelled import leaves nothing, and can be sent again', async () => {
  const rows = freshRows(3_000);
  const { run } = await send(registrar, rows, '200');
  while (((await (await registrar(`/files/imports/${run.id}`)).json()) as Run).rowsRead === 0) await sleep(40);
  const response = await registrar(`/files/imports/${run.id}/cancel`, { method: 'POST' });
  expect([response.status, ((await response.json()) as Run).state]).toEqual([200, 'CANCELLED']);
  await sleep(300);
  expect(await kept(rows)).toBe(0);
  const late = await registrar(`/files/imports/${run.id}/cancel`, { method: 'POST' });
  expect(late.status).toBe(409);

  const { run: second } = await send(registrar, rows, '0');
  expect((await ended(registrar, second)).state).toBe('DONE');
  expect(await kept(rows)).toBe(3_000);
});

it('says how many rows there are while it reads them', async () => {
  const { run } = await send(registrar, freshRows(2_000), '300');
  let seen: Run = run;
  while (seen.rowsTotal === null) {
    await sleep(60);
    seen = (await (await registrar(`/files/imports/${run.id}`)).json()) as Run;
  }
  expect(seen.rowsTotal).toBe(2_000);
  expect((await ended(registrar, run)).state).toBe('DONE');
});

it('the same person in two files at once is taken once and told once', async () => {
  const rows = freshRows(4);
  const [one, two] = await Promise.all([send(registrar, rows), send(clerk, [...rows].reverse())]);
  const outcomes = await Promise.all([ended(registrar, one.run), ended(clerk, two.run)]);
  expect(outcomes.map(({ state }) => state).sort()).toEqual(['DONE', 'REJECTED']);
  expect(await kept(rows)).toBe(4);
});

describe('what may not be', () => {
  it.each([
    ['without the scope', { role: 'internet-plus-office' }, '/files/imports/people?pause=', 403, 'FORBIDDEN'],
    ['of a kind that there is not', { role: 'enrollment-office' }, '/files/imports/animals', 405, 'METHOD_NOT_ALLOWED'],
    [
      'with arguments of another form',
      { role: 'enrollment-office' },
      '/files/imports/people?pause=x',
      400,
      'BAD_USER_INPUT',
    ],
    [
      'with a choice that there is not',
      { role: 'enrollment-office' },
      '/files/imports/people?pause=&onError=X',
      400,
      'BAD_USER_INPUT',
    ],
  ])('an import %s', async (_, caller, path, status, code) => {
    const call = await office.as(caller);
    const response = await call(path, bodyOf(Buffer.from('x')));
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it('a run of another school is not there', async () => {
    const { run } = await send(registrar, freshRows(1));
    const neighbour = await office.as({ role: 'school-registrar', school: `${school.slice(0, -1)}2` });
    expect((await neighbour(`/files/imports/${run.id}`)).status).toBe(404);
    expect((await neighbour(`/files/imports/${run.id}/cancel`, { method: 'POST' })).status).toBe(404);
    expect((await clerk(`/files/imports/${run.id}`)).status).toBe(200);
    expect((await ended(registrar, run)).state).toBe('DONE');
  });

  it('a file past the limit, and none at all', async () => {
    const large = await registrar('/files/imports/people?pause=', bodyOf(Buffer.alloc(64 * 1024 * 1024 + 1)));
    expect(large.status).toBe(413);
    const none = await registrar('/files/imports/people?pause=', { method: 'POST' });
    expect(none.status).toBe(400);
  });
});

it('takes the file of a form, too', async () => {
  const form = new FormData();
  const rows = freshRows(2);
  form.append('file', new Blob([new Uint8Array(await peopleWorkbook(rows))]), '名单.xlsx');
  const response = await registrar('/files/imports/people?pause=', { method: 'POST', body: form });
  expect(response.status).toBe(202);
  expect(await ended(registrar, (await response.json()) as Run)).toMatchObject({ state: 'DONE', rowsCreated: 2 });
});

it('publishes the template of each kind', async () => {
  const response = await clerk('/files/templates/people.xlsx');
  expect(response.headers.get('content-type')).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
  const lines: RawRow[] = [];
  for await (const batch of rawRows(new Uint8Array(await response.arrayBuffer()))) lines.push(...batch);
  expect(lines).toEqual([{ row: 1, cells: ['★姓名', '★身份证件号', '★出生日期'] }]);
  expect((await clerk('/files/templates/animals.xlsx')).status).toBe(404);
});
