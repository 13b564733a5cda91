import { buffer } from 'node:stream/consumers';
import { readSheet } from 'read-excel-file/node';
import { readXlsx } from 'hucre/xlsx';
import { readPeople } from '../trial/read-all.ts';
import { lin, linRead, people, titles } from '../trial/people.ts';
import { encodeGbk } from './gbk.ts';
import { writeFaultWorkbook } from './fault-workbook.ts';
import { columnLetters, writeTemplate } from './template.ts';
import { writeCsv, writeFixedWidth } from './text-file.ts';
import { writeWorkbook } from './workbook.ts';

const columns = titles.map((title, at) => ({ title, value: (row: readonly string[]) => row[at] ?? null }));

describe('a workbook', () => {
  it('holds what was written, for another reader, too', async () => {
    const file = await buffer(
      writeWorkbook([lin, ['=1+1', '', '<&>"', '0012', '😀', '+86']], { name: '名单', columns }),
    );
    expect(await readSheet(file)).toEqual([titles, lin, ['=1+1', null, '<&>"', '0012', '😀', '+86']]);
  });

  it('shows who took it out above its header, and is read back all the same', async () => {
    const file = await buffer(
      writeWorkbook([lin], { name: '名单', columns, watermark: '导出人 office-1，用途：核对' }),
    );
    expect((await readSheet(file))[0]?.[0]).toBe('导出人 office-1，用途：核对');
    expect(await readPeople(file)).toEqual([{ row: 3, values: linRead, faults: [] }]);
  });

  it('has a bold header on a coloured ground that stays in sight, and text cells', async () => {
    const file = await buffer(writeWorkbook([lin], { name: '名单', columns }));
    const [sheet] = (await readXlsx(file, { readStyles: true })).sheets;
    expect(sheet?.freezePane).toMatchObject({ rows: 1 });
    expect(sheet?.cells?.get('0,0')?.style).toMatchObject({
      font: { bold: true },
      fill: { fgColor: { rgb: 'DDEBF7' } },
    });
    expect(sheet?.cells?.get('1,3')).toMatchObject({ value: lin[3], type: 'string', style: { numFmt: '@' } });
  });

  it('takes its rows as they are asked for, not all at once', async () => {
    let asked = 0;
    function* rows() {
      for (; asked < 100_000; asked += 1) yield lin;
    }
    const stream = writeWorkbook(rows(), { name: '名单', columns });
    for await (const chunk of stream) {
      expect(chunk).toBeInstanceOf(Uint8Array);
      if (asked > 0) break;
    }
    expect(asked).toBeLessThan(20_000);
  });
});

describe('a text file', () => {
  it('holds what was written, and no formula', async () => {
    const file = await buffer(writeCsv([['=cmd()', '女', '-1', '@x', '"', 'a,b']], { columns }));
    expect(file.toString()).toBe(`\ufeff${titles.join(',')}\r\n'=cmd(),女,'-1,'@x,"""","a,b"\r\n`);
  });

  it('in GBK is read back', async () => {
    const file = await buffer(writeCsv([lin], { columns, encoding: 'gbk' }));
    expect(await readPeople(file)).toEqual([{ row: 2, values: linRead, faults: [] }]);
  });

  it('in GBK writes the characters that GBK has and a question mark for others', () => {
    const text = '宁夏永宁县，回族“闽宁镇”①％①、陈镕𠮷';
    expect(new TextDecoder('gbk').decode(encodeGbk(text))).toBe('宁夏永宁县，回族“闽宁镇”①％①、陈镕?');
  });

  it('of fields of fixed width fills each, and refuses what does not fit', async () => {
    const fields = [
      { width: 8, align: 'LEFT', value: ([name]: string[]) => name ?? '' },
      { width: 6, align: 'RIGHT', fill: '0', value: ([, amount]: string[]) => amount ?? '' },
    ] as const;
    const file = await buffer(writeFixedWidth([['林晓', '125']], { fields, unit: 'GBK_BYTE' }));
    expect(new TextDecoder('gbk').decode(file)).toBe('林晓    000125\r\n');
    await expect(buffer(writeFixedWidth([['欧阳林晓明', '1']], { fields, unit: 'GBK_BYTE' }))).rejects.toThrow(
      'A value has 10 places, its field 8.',
    );
  });
});

it('the workbook of faults has one line for each', async () => {
  const fault = { row: 7, column: '身份证件号', value: '6401**', code: 'X', message: { zh: '不对', en: 'wrong' } };
  expect(await readSheet(await buffer(writeFaultWorkbook([fault], 'zh')))).toEqual([
    ['行号', '列', '值', '原因', '代码'],
    [7, '身份证件号', '6401**', '不对', 'X'],
  ]);
});

describe('a template', () => {
  it('marks what is required, offers the texts of the lists, and explains each column', async () => {
    const file = await writeTemplate({ name: '名单', columns: people, notes: ['★ 为必填'] });
    const { sheets } = await readXlsx(file, { readStyles: true });
    const [filling, explanation, lists] = sheets;
    expect(filling?.rows[0]).toEqual(['★姓名', '性别', '★出生日期', '★身份证件号', '是否留守儿童', '金额']);
    expect(filling?.dataValidations?.map(({ range, formula1 }) => [range, formula1])).toEqual([
      ['B2:B20000', "'选项'!$A$2:$A$3"],
      ['E2:E20000', "'选项'!$B$2:$B$3"],
    ]);
    expect(explanation?.rows[0]?.[0]).toBe('★ 为必填');
    expect(explanation?.rows.map(([title]) => title)).toEqual(['★ 为必填', '列名', ...titles]);
    expect(lists).toMatchObject({
      hidden: true,
      rows: [
        ['性别', '是否留守儿童'],
        ['男', '是'],
        ['女', '否'],
      ],
    });
  });

  it('filled in is read', async () => {
    const file = await writeTemplate({ name: '名单', columns: people });
    expect(await readPeople(file)).toEqual([]);
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('column %i is %s', (at, letters) => {
    expect(columnLetters(at)).toBe(letters);
  });
});
