import { deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import type { WriteSheet } from 'hucre';
import { lin, linRead, titles } from '../trial/people.ts';
import { faultOf, readPeople } from '../trial/read-all.ts';
import { zipOf } from '../trial/zip.ts';
import { encodeGbk } from '../write/gbk.ts';

type Rows = NonNullable<WriteSheet['rows']>;

const workbook = (rows: Rows, more: Partial<WriteSheet> = {}) => writeXlsx({ sheets: [{ name: '表', rows, ...more }] });

describe('a workbook', () => {
  it('is read by the names of its columns, in any order, with marks, blanks and titles above', async () => {
    const file = await workbook([
      ['永宁县学生名单'],
      ['填表单位：李俊小学', null, '2025-06-30'],
      ['序号', '★ 身份证件号（必填）', '★出 生 日 期', '学生姓名*', '性别', '是否留守儿童', '金额（万元）'],
      [1, lin[3] ?? '', '2015.3.1', '林晓', '女', '否', '0.125'],
    ]);
    expect(await readPeople(file)).toEqual([{ row: 4, values: linRead, faults: [] }]);
  });

  it('gives days, numbers and shared texts as they are meant, and leaves totals, notes and repeated headers out', async () => {
    const file = await workbook([
      titles,
      ['林晓', '女', new Date(Date.UTC(2015, 2, 1)), lin[3] ?? '', '否', 1250],
      ['小计', null, null, null, null, 1250],
      titles,
      [null, null, null],
      ['林晓', '女', 20150301, lin[3] ?? '', '否', 1250],
      ['合  计', null, null, null, null, 2500],
      ['制表人：王芳'],
      ['注：本表一式两份'],
    ]);
    expect(await readPeople(file)).toEqual([
      { row: 2, values: linRead, faults: [] },
      { row: 6, values: linRead, faults: [] },
    ]);
  });

  it('tells every faulty cell, with what is personal masked', async () => {
    const file = await workbook([titles, ['', '男女', '2026-01-01', '640121201503010028', '也许', '12.345']]);
    const [row] = await readPeople(file);
    expect(row?.values).toBeNull();
    expect(row?.faults.map(({ row: at, column, value, code }) => [at, column, value, code])).toEqual([
      [2, '姓名', '', 'REQUIRED'],
      [2, '性别', '男女', 'CHOICE_UNKNOWN'],
      [2, '出生日期', '2026-01-01', 'DAY_OUT_OF_RANGE'],
      [2, '身份证件号', '640121********0028', 'IDENTITY_NUMBER_CHECK_CHARACTER_WRONG'],
      [2, '是否留守儿童', '也许', 'NOT_YES_OR_NO'],
      [2, '金额', '12.345', 'AMOUNT_FRACTION'],
    ]);
  });

  it('refuses a formula in its cell, and only there', async () => {
    const file = await workbook([titles, lin], {
      cells: new Map([['1,5', { value: 1250, formula: 'SUM(F3:F9)' }]]),
    });
    const [row] = await readPeople(file);
    expect(row?.faults.map(({ column, code }) => [column, code])).toEqual([['金额', 'FORMULA']]);
  });

  it('of several sheets the first that is shown is read', async () => {
    const sheets = [
      { name: '选项', rows: [['男'], ['女']], hidden: true },
      { name: '名单', rows: [titles, lin] },
    ];
    expect(await readPeople(await writeXlsx({ sheets }))).toHaveLength(1);
  });

  it('of 12 000 rows gives each once, in order', async () => {
    const file = await workbook([titles, ...Array.from({ length: 12_000 }, () => lin)]);
    const rows = await readPeople(file);
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 12_000 }, (_, at) => at + 2));
  });
});

describe('a text file', () => {
  const csv = `${titles.join(',')}\r\n林晓,女,2015年3月1日,${lin[3]},否,"1,250.00"\r\n合计,,,,,1250\r\n`;

  it.each([
    ['UTF-8', Buffer.from(csv)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${csv}`)],
    ['GBK', encodeGbk(csv)],
    ['UTF-16', Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(csv, 'utf16le')])],
    ['tabs', Buffer.from(csv.replace('"1,250.00"', '1250').replaceAll(',', '\t'))],
    ['old line ends', Buffer.from(csv.replaceAll('\r\n', '\r'))],
  ])('of values in %s is read', async (_, file) => {
    expect(await readPeople(file)).toEqual([{ row: 2, values: linRead, faults: [] }]);
  });

  it('keeps quoted commas, quotes and line breaks', async () => {
    const file = Buffer.from(`${titles.join(',')}\n"林""晓""\n号",女,2015-3-1,${lin[3]},否,\n`);
    expect((await readPeople(file))[0]?.values).toEqual({ ...linRead, name: '林"晓" 号', amount: null });
  });

  it('of fields of fixed width is read by its bytes in GBK', async () => {
    const line = `林晓    女20150301${lin[3]}否${'1250.00'.padStart(10)}\r\n`;
    const rows = await readPeople(encodeGbk(line), {
      fixedWidths: { encoding: 'gb18030', unit: 'GBK_BYTE', widths: [8, 2, 8, 18, 2, 10] },
      order: ['name', 'sex', 'bornOn', 'identityNumber', 'isLeftBehind', 'amount'],
    });
    expect(rows).toEqual([{ row: 1, values: linRead, faults: [] }]);
  });
});

describe('a file is refused as a whole', () => {
  it.each([
    ['empty', Buffer.alloc(0), { kind: 'FILE_EMPTY' }],
    [
      'a program renamed to .xlsx',
      Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'),
      { kind: 'FILE_NOT_A_TABLE', looksLike: 'EXE' },
    ],
    ['a picture', Buffer.of(0xff, 0xd8, 0xff, 0xe0), { kind: 'FILE_NOT_A_TABLE', looksLike: 'JPEG' }],
    [
      'a web page that calls itself .xls',
      Buffer.from('<html><table></table></html>'),
      { kind: 'FILE_NOT_A_TABLE', looksLike: 'HTML' },
    ],
    ['binary', Buffer.from([1, 2, 0, 3, 4, 0, 5]), { kind: 'FILE_NOT_A_TABLE', looksLike: 'BIN' }],
    ['a ZIP of something else', zipOf({ 'a.txt': Buffer.from('a') }), { kind: 'FILE_NOT_A_TABLE', looksLike: 'ZIP' }],
    ['a letter', zipOf({ 'word/document.xml': Buffer.from('<w/>') }), { kind: 'FILE_NOT_A_TABLE', looksLike: 'Word' }],
  ])('when it is %s', async (_, file, fault) => {
    expect(await faultOf(file)).toEqual(fault);
  });

  it('when it is encrypted', async () => {
    const file = await writeXlsx({
      sheets: [{ name: '表', rows: [titles, lin] }],
      encryption: { password: '123', spinCount: 1000 },
    });
    expect(await faultOf(file)).toEqual({ kind: 'FILE_ENCRYPTED' });
  });

  it('wherever it is cut short', async () => {
    const file = await workbook([titles, lin, lin, lin]);
    for (const share of [0.2, 0.5, 0.9, 0.99])
      expect(await faultOf(file.subarray(0, Math.floor(file.length * share)))).toEqual({
        kind: 'FILE_DAMAGED',
        part: 'end',
      });
  });

  it('when bytes in its midst are wrong', async () => {
    const sheet = Buffer.from('<worksheet><sheetData>'.padEnd(400, ' '));
    const file = zipOf({ 'xl/workbook.xml': Buffer.from('<workbook/>'), 'xl/worksheets/sheet1.xml': sheet });
    file.fill(0xff, 30 + 'xl/workbook.xml'.length + 2, 60);
    expect(await faultOf(file)).toMatchObject({ kind: 'FILE_DAMAGED' });
  });

  it('as a bomb, by what its directory says and before anything is unpacked', async () => {
    const bomb = zipOf({ 'xl/workbook.xml': Buffer.alloc(40 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await faultOf(bomb)).toEqual({ kind: 'FILE_INFLATES_TOO_FAR' });
  });

  it('as a bomb, when its directory lies about how far it unpacks', async () => {
    const packed = deflateRawSync(Buffer.alloc(4 * 1024 * 1024));
    const file = zipOf({ 'xl/workbook.xml': { packed, size: 1000 } });
    expect(await faultOf(file)).toEqual({ kind: 'FILE_INFLATES_TOO_FAR' });
  });

  it('as a bomb, when its parts together unpack too far', async () => {
    const file = await workbook([titles, lin]);
    expect(await faultOf(file, { limits: { maxInflatedBytes: 1000 } })).toEqual({ kind: 'FILE_INFLATES_TOO_FAR' });
  });

  it('when it declares a document type', async () => {
    const file = zipOf({
      '_rels/.rels': Buffer.from('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><Relationships/>'),
      'xl/workbook.xml': Buffer.from('<workbook/>'),
    });
    expect(await faultOf(file)).toEqual({ kind: 'FILE_DAMAGED', part: '_rels/.rels' });
  });

  it('when columns that are required have no title', async () => {
    const file = await workbook([
      ['姓名', '性别'],
      ['林晓', '女'],
    ]);
    expect(await faultOf(file)).toEqual({ kind: 'HEADER_NOT_FOUND', missing: ['出生日期', '身份证件号'] });
  });

  it('when a title stands twice', async () => {
    const file = await workbook([[...titles, '学生姓名'], lin]);
    expect(await faultOf(file)).toEqual({ kind: 'HEADER_TWICE', title: '学生姓名' });
  });

  it('one row, or one column, past its limit', async () => {
    const three = await workbook([titles, lin, lin]);
    expect(await faultOf(three, { limits: { maxRows: 3 } })).toBe('was read');
    expect(await faultOf(three, { limits: { maxRows: 2 } })).toEqual({ kind: 'FILE_TOO_MANY_ROWS', maxRows: 2 });
    expect(await faultOf(three, { limits: { maxColumns: 6 } })).toBe('was read');
    expect(await faultOf(three, { limits: { maxColumns: 5 } })).toEqual({
      kind: 'FILE_TOO_MANY_COLUMNS',
      row: 1,
      maxColumns: 5,
    });
    expect(await faultOf(three, { limits: { maxFileBytes: three.length } })).toBe('was read');
    expect(await faultOf(three, { limits: { maxFileBytes: three.length - 1 } })).toEqual({
      kind: 'FILE_TOO_LARGE',
      bytes: three.length,
      maxBytes: three.length - 1,
    });
  });
});
