import { rawRows, type RawRow } from '@bureau/spreadsheet';
import { Session } from '@bureau/subgraph';
import { actorOf } from '@bureau/testing';
import { decideExport } from './export/export-decision.ts';
import { type Call, county, school, TrialOffice } from './trial/trial-office.ts';

let office: TrialOffice;
let clerk: Call;
let now = new Date('2025-03-10T04:00:00Z');
beforeAll(async () => {
  office = await TrialOffice.open();
  TrialOffice.now = () => now;
  clerk = await office.as({ role: 'enrollment-office', subject: 'clerk' });
  await office.query(
    `INSERT INTO person SELECT '640121', (640121200000000000 + n)::text, '学生' || n, '2015-03-01', $1 FROM generate_series(1, 501) n`,
    [school.slice(7)],
  );
  await office.query(`UPDATE person SET school_id = NULL WHERE number = '640121200000000501'`);
});
afterAll(async () => {
  TrialOffice.now = () => new Date();
  await office[Symbol.asyncDispose]();
});

const post = (call: Call, path: string, body: object = {}) =>
  call(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

async function linesOf(response: Response): Promise<RawRow[]> {
  const lines: RawRow[] = [];
  for await (const batch of rawRows(new Uint8Array(await response.arrayBuffer()))) lines.push(...batch);
  return lines;
}

const log = () =>
  office.query<Record<string, unknown>>(
    `SELECT subject, roles, place, operation, field_class, row_count, is_masked, purpose, approval_id FROM access_log ORDER BY accessed_at, id`,
  );

describe('an export', () => {
  it('goes out masked, within reach, with who took it out above, and is on record', async () => {
    const registrar = await office.as({ role: 'school-registrar', subject: 'registrar', school });
    const response = await post(registrar, '/files/exports/people', { purpose: '核对名单' });
    expect(response.status).toBe(200);
    const lines = await linesOf(response);
    expect(lines).toHaveLength(502);
    expect(lines[0]?.cells[0]).toContain('导出人 registrar');
    expect(lines[2]?.cells).toEqual(['学生1', '640121********']);
    expect((await log()).at(-1)).toEqual({
      subject: 'registrar',
      roles: 'school-registrar',
      place: school.slice(7),
      operation: 'files/exports/people',
      field_class: 'M',
      row_count: 500,
      is_masked: true,
      purpose: '核对名单',
      approval_id: null,
    });
  });

  it('of 501 rows needs the deputy director, as does one that is unmasked; nothing goes out', async () => {
    const before = await log();
    for (const [body, reasons] of [
      [{}, ['TOO_MANY_ROWS']],
      [{ isUnmasked: true }, ['TOO_MANY_ROWS', 'FIELD_CLASS_H']],
      [{ isUnmasked: true, filter: { bornFrom: '2020-01-01' } }, ['FIELD_CLASS_H']],
    ] as const) {
      const response = await post(clerk, '/files/exports/people', body);
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'EXPORT_NEEDS_APPROVAL', reasons } }],
      });
    }
    expect(await log()).toEqual(before);
  });

  it.each([
    [{ filter: { bornFrom: 'yesterday' } }, 400],
    [{ filter: { name: 'x' } }, 400],
    [{ format: 'PDF' }, 400],
  ])('with %p is refused', async (body, status) => {
    expect((await post(clerk, '/files/exports/people', body)).status).toBe(status);
  });
});

interface Asked {
  id: string;
  state: string;
  version: number;
}

async function ask(purpose = '上报市局'): Promise<Asked> {
  const response = await post(clerk, '/files/export-requests/people', { isUnmasked: true, purpose });
  expect(response.status).toBe(201);
  return (await response.json()) as Asked;
}

function decide({ id, version }: Asked, isApproved = true, subject = 'deputy') {
  const actor = actorOf({ sub: subject, roles: ['deputy-director'] });
  return new Session(office.dataSource, actor).transaction((manager) =>
    decideExport(manager, actor, { id: id.slice(7), version, isApproved, note: null }, now),
  );
}

describe('a request', () => {
  it('approved by another is made once, fetched once by who asked, and on record', async () => {
    const asked = await ask();
    const path = `/files/export-requests/${asked.id}/generate`;
    expect((await post(clerk, path)).status).toBe(409);
    expect(await decide(asked, true, 'clerk')).toEqual([{ kind: 'ExportRequestOwn' }]);
    expect(await decide(asked)).toEqual([]);
    expect(await decide(asked)).toEqual([
      { kind: 'ExportRequestNotPending', state: 'APPROVED' },
      { kind: 'ExportRequestChanged', version: 2 },
    ]);

    const made = await post(clerk, path);
    const { link, rows } = (await made.json()) as { link: string; rows: number };
    expect([made.status, rows]).toEqual([201, 501]);
    const other = await office.as({ role: 'enrollment-office', subject: 'other' });
    expect((await other(link)).status).toBe(404);
    const lines = await linesOf(await clerk(link));
    expect(lines).toHaveLength(503);
    expect(lines[0]?.cells[0]).toContain(`审批号 ${asked.id.slice(7)}`);
    expect(lines[2]?.cells).toEqual(['学生1', '640121200000000001']);
    expect((await clerk(link)).status).toBe(410);
    expect((await log()).at(-1)).toMatchObject({
      subject: 'clerk',
      field_class: 'H',
      row_count: 501,
      is_masked: false,
      approval_id: asked.id.slice(7),
    });
  });

  it('fetched by eight at once is given to one', async () => {
    const asked = await ask();
    await decide(asked);
    const { link } = (await (await post(clerk, `/files/export-requests/${asked.id}/generate`)).json()) as {
      link: string;
    };
    const answers = await Promise.all(Array.from({ length: 8 }, () => clerk(link)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410, 410, 410, 410, 410]);
  });

  it('keeps its content sealed, and loses it when the link expires', async () => {
    const asked = await ask();
    await decide(asked);
    const { link } = (await (await post(clerk, `/files/export-requests/${asked.id}/generate`)).json()) as {
      link: string;
    };
    const [row] = await office.query<{ content: Buffer }>(`SELECT content FROM export_request WHERE id = $1`, [
      asked.id.slice(7),
    ]);
    expect(row?.content.includes(Buffer.from('PK\x03\x04'))).toBe(false);
    now = new Date(now.getTime() + 24 * 3_600_000);
    expect((await clerk(link)).status).toBe(410);
    expect(await office.query(`SELECT state, content FROM export_request WHERE id = $1`, [asked.id.slice(7)])).toEqual([
      { state: 'EXPIRED', content: null },
    ]);
  });

  it('refused, or approved too long ago, is not made; without a purpose it is not even asked', async () => {
    const [refused, late] = [await ask(), await ask()];
    await decide(refused, false);
    await decide(late);
    expect((await post(clerk, `/files/export-requests/${refused.id}/generate`)).status).toBe(409);
    now = new Date(now.getTime() + 7 * 24 * 3_600_000);
    expect((await post(clerk, `/files/export-requests/${late.id}/generate`)).status).toBe(409);
    expect((await post(clerk, '/files/export-requests/people', { purpose: 'x' })).status).toBe(400);
  });
});

describe('a document', () => {
  const png = Buffer.concat([Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), Buffer.from('picture')]);
  const send = (call: Call, bytes: Buffer) =>
    call('/files/documents/evidence?name=%E8%AF%81%E6%98%8E.png', { method: 'POST', body: new Uint8Array(bytes) });

  it('is kept sealed and read by who reaches it', async () => {
    const registrar = await office.as({ role: 'school-registrar', school });
    const stored = await send(registrar, png);
    expect(stored.status).toBe(201);
    const document = (await stored.json()) as { id: string };
    expect(document).toMatchObject({ kind: 'evidence', name: '证明.png', mediaType: 'image/png', bytes: png.length });
    const [row] = await office.query<{ content: Buffer }>('SELECT content FROM stored_document');
    expect(row?.content.includes(Buffer.from('picture'))).toBe(false);

    const read = await clerk(`/files/documents/${document.id}`);
    expect(Buffer.from(await read.arrayBuffer())).toEqual(png);
    expect(read.headers.get('content-disposition')).toContain('attachment');
    const neighbour = await office.as({ role: 'school-registrar', school: `${school.slice(0, -1)}2` });
    expect((await neighbour(`/files/documents/${document.id}`)).status).toBe(404);
    const stranger = await office.as({ role: 'internet-plus-office' });
    expect((await stranger(`/files/documents/${document.id}`)).status).toBe(403);
    expect((await clerk(`/files/documents/${county}.0191d5a0-0000-7000-8000-0000000000ff`)).status).toBe(404);
  });

  it.each([
    ['of another type than its name says', Buffer.from('MZ program'), 415, 'FILE_TYPE_NOT_ALLOWED'],
    ['past its limit', Buffer.concat([png, Buffer.alloc(1_000)]), 413, 'FILE_TOO_LARGE'],
  ])('%s is refused and not kept', async (_, bytes, status, code) => {
    const before = await office.query('SELECT id FROM stored_document');
    const response = await send(clerk, bytes);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(await office.query('SELECT id FROM stored_document')).toEqual(before);
  });
});
