import { boardingMode } from './codes.fixture.ts';
import type { RawCell } from '../raw/raw-row.ts';
import type { Column, FilledCell } from '../table/column.ts';
import { choiceColumn, codeColumn, yesNoColumn } from './choices.ts';
import { dayColumn, monthColumn } from './days.ts';
import { accountColumn, identityNumberColumn, phoneColumn, rollNumberColumn } from './identifiers.ts';
import { decimalColumn, wholeNumberColumn, yuanColumn } from './numbers.ts';
import { digitsColumn, textColumn } from './text.ts';

const today = '2025-06-30';

/** What a column makes of a cell: its value, or the code of the reason why not. */
function reading(column: Column<unknown>, cell: RawCell, unit?: string): unknown {
  const answer = column.read(cell as FilledCell, { unit });
  return 'value' in answer ? answer.value : { refused: answer.reason.code };
}

const refused = (code: string) => ({ refused: code });

describe('a day', () => {
  it.each<[RawCell]>([
    ['20150301'],
    ['2015-03-01'],
    ['2015/3/1'],
    ['2015.3.1'],
    ['2015年3月1日'],
    ['2015年03月01日'],
    [' ２０１５－０３－０１ '],
    ['2015-03-01 00:00:00'],
    [{ day: '2015-03-01' }],
    [42064],
    ['42064'],
    [42064.5],
    [20150301],
  ])('%p is the 1st of March 2015', (cell) => {
    expect(reading(dayColumn('出生日期'), cell)).toBe('2015-03-01');
  });

  it.each<[RawCell]>([['2015-02-29'], ['2015-13-01'], ['三月一日'], [1], ['15-3-1'], [true], ['03/01/2015']])(
    '%p is none',
    (cell) => {
      expect(reading(dayColumn('出生日期'), cell)).toEqual(refused('DAY_UNREADABLE'));
    },
  );

  it('lies within its bounds, both of them included', () => {
    const column = dayColumn('出生日期', { notBefore: '2000-01-01', notAfter: today });
    expect(reading(column, '2000-01-01')).toBe('2000-01-01');
    expect(reading(column, '1999-12-31')).toEqual(refused('DAY_OUT_OF_RANGE'));
    expect(reading(column, today)).toBe(today);
    expect(reading(column, '2025-07-01')).toEqual(refused('DAY_OUT_OF_RANGE'));
  });
});

it.each<[RawCell, unknown]>([
  ['2021-09', '2021-09'],
  ['202109', '2021-09'],
  [202109, '2021-09'],
  ['2021年9月', '2021-09'],
  ['2021.9', '2021-09'],
  ['2021-09-01', '2021-09'],
  [{ day: '2021-09-01' }, '2021-09'],
  ['2021-13', refused('MONTH_UNREADABLE')],
  ['九月', refused('MONTH_UNREADABLE')],
])('the month %p is %p', (cell, value) => {
  expect(reading(monthColumn('入学年月'), cell)).toEqual(value);
});

describe('an identity number', () => {
  const column = identityNumberColumn('身份证件号', { required: true, today });

  it.each<[RawCell, unknown]>([
    ['64012120150301001X', refused('IDENTITY_NUMBER_CHECK_CHARACTER_WRONG')],
    ['640121201503010014', '640121201503010014'],
    [' 6401 2120 1503 0100 14', '640121201503010014'],
    ['６４０１２１２０１５０３０１００１４', '640121201503010014'],
    ['11010519491231002x', '11010519491231002X'],
    ['6.40121E+17', refused('NUMBER_TRUNCATED')],
    ['6.40121201503010e17', refused('NUMBER_TRUNCATED')],
    [640121201503010000, refused('NUMBER_TRUNCATED')],
    ['64012120150301001', refused('IDENTITY_NUMBER_LENGTH_NOT_18')],
    ['640121201502300014', refused('IDENTITY_NUMBER_BIRTH_DAY_IMPOSSIBLE')],
    ['64012120150301001O', refused('IDENTITY_NUMBER_CHARACTER_NOT_ALLOWED')],
  ])('%p is read as %p', (cell, value) => {
    expect(reading(column, cell)).toEqual(value);
  });

  it('is told how to keep a spreadsheet from cutting it off', () => {
    expect(column.read('6.40121E+17', { unit: undefined })).toMatchObject({
      reason: { message: { zh: expect.stringContaining('设为“文本”格式') as string } },
    });
  });

  it('is shown masked when it is faulty', () => {
    expect(column.mask?.('640121201503010018')).toBe('640121********0018');
  });
});

it.each<[RawCell, unknown]>([
  ['g640121201503010014', 'G640121201503010014'],
  ['640121201503010014', refused('ROLL_NUMBER_UNREADABLE')],
])('the roll number %p is %p', (cell, value) => {
  expect(reading(rollNumberColumn('学籍号'), cell)).toEqual(value);
});

it.each<[RawCell, unknown]>([
  [13912345678, '13912345678'],
  ['139 1234 5678', '13912345678'],
  ['+8613912345678', '13912345678'],
  ['0951-8011234', '09518011234'],
  ['8011234', '8011234'],
  ['1391234567', refused('PHONE_UNREADABLE')],
  ['无', refused('PHONE_UNREADABLE')],
])('the telephone %p is %p', (cell, value) => {
  expect(reading(phoneColumn('联系电话'), cell)).toEqual(value);
});

it.each<[RawCell, unknown]>([
  ['6217 0012 3456 7890 123', '6217001234567890123'],
  [6217001234567890000, refused('NUMBER_TRUNCATED')],
  ['1234567', refused('ACCOUNT_UNREADABLE')],
])('the account %p is %p', (cell, value) => {
  expect(reading(accountColumn('银行账号'), cell)).toEqual(value);
});

it.each<[RawCell, string | undefined, unknown]>([
  ['1250', undefined, 125_000n],
  ['1,250.50', undefined, 125_050n],
  ['￥1250.5元', undefined, 125_050n],
  [1250.1, undefined, 125_010n],
  [0.1 + 0.2, undefined, 30n],
  ['1.25万元', undefined, 1_250_000n],
  ['332.26', '万元', 332_260_000n],
  ['0.0000001', '万元', refused('AMOUNT_FRACTION')],
  ['0.0001', '万元', 100n],
  ['12.345', undefined, refused('AMOUNT_FRACTION')],
  ['-5', undefined, refused('AMOUNT_UNREADABLE')],
  ['一千', undefined, refused('AMOUNT_UNREADABLE')],
])('the amount %p in %p is %p fen', (cell, unit, fen) => {
  expect(reading(yuanColumn('金额'), cell, unit)).toEqual(fen);
});

it.each<[RawCell, unknown]>([
  ['12', 12],
  ['12.0', 12],
  ['1,200', 1200],
  [3, 3],
  ['3.5', refused('NOT_A_WHOLE_NUMBER')],
  ['2001', refused('NUMBER_OUT_OF_RANGE')],
  ['-1', refused('NUMBER_OUT_OF_RANGE')],
])('the whole number %p is %p', (cell, value) => {
  expect(reading(wholeNumberColumn('班内学号', { max: 2000 }), cell)).toEqual(value);
});

it.each<[RawCell, unknown]>([
  ['1.25', '1.25'],
  [0.5, '0.5'],
  ['1.250', '1.250'],
  ['1.255', refused('TOO_MANY_DECIMALS')],
  ['远', refused('NOT_A_NUMBER')],
])('the decimal %p is %p', (cell, value) => {
  expect(reading(decimalColumn('上下学距离'), cell)).toEqual(value);
});

it.each<[RawCell, unknown]>([
  ['男', '1'],
  ['男性', '1'],
  ['1', '1'],
  [1, '1'],
  ['1-男', '1'],
  [' 女 ', '2'],
  ['雌', refused('CHOICE_UNKNOWN')],
])('the sex %p is %p', (cell, value) => {
  const column = choiceColumn('性别', {
    texts: [
      ['1', '男性'],
      ['2', '女性'],
    ],
    also: { 男: '1', 女: '2' },
  });
  expect(reading(column, cell)).toEqual(value);
});

it.each<[RawCell, unknown]>([
  ['住校', '2'],
  ['2', '2'],
  ['火车', refused('CHOICE_UNKNOWN')],
])('the way of attending %p is %p', (cell, value) => {
  expect(reading(codeColumn('就读方式', { table: boardingMode }), cell)).toEqual(value);
});

it('a code of two digits is found though the spreadsheet dropped its zero', () => {
  const column = choiceColumn('民族', {
    texts: [
      ['01', '汉族'],
      ['03', '回族'],
    ],
  });
  expect([reading(column, 3), reading(column, '3'), reading(column, '03')]).toEqual([
    '03',
    refused('CHOICE_UNKNOWN'),
    '03',
  ]);
});

it.each<[RawCell, unknown]>([
  ['是', true],
  ['√', true],
  [true, true],
  [1, true],
  ['否', false],
  ['无', false],
  [0, false],
  ['也许', refused('NOT_YES_OR_NO')],
])('%p as yes or no is %p', (cell, value) => {
  expect(reading(yesNoColumn('是否留守儿童'), cell)).toEqual(value);
});

it.each<[RawCell, unknown]>([
  ['ＡＢ 马　丽 ', 'AB 马 丽'],
  ['两\n行', '两 行'],
  [101, '101'],
  ['长'.repeat(11), refused('TEXT_TOO_LONG')],
  ['\u0007', refused('CONTROL_CHARACTER')],
])('the text %p is %p', (cell, value) => {
  expect(reading(textColumn('姓名', { max: 10 }), cell)).toEqual(value);
});

it.each<[RawCell, unknown]>([
  ['640121', '640121'],
  ['６４０１２１', '640121'],
  [10, '000010'],
  ['10', refused('DIGITS_EXPECTED')],
])('the six digits %p are %p', (cell, value) => {
  expect(reading(digitsColumn('行政区划代码', { length: 6 }), cell)).toEqual(value);
});
