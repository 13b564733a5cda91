import { identityNumberColumn } from '../columns/identifiers.ts';
import { choiceColumn, yesNoColumn } from '../columns/choices.ts';
import { dayColumn } from '../columns/days.ts';
import { yuanColumn } from '../columns/numbers.ts';
import { textColumn } from '../columns/text.ts';

/** A small list of people, as tests read and write it. */
export const people = {
  name: textColumn('姓名', { required: true, aliases: ['学生姓名'], max: 40 }),
  sex: choiceColumn('性别', {
    texts: [
      ['1', '男'],
      ['2', '女'],
    ],
  }),
  bornOn: dayColumn('出生日期', { required: true, notAfter: '2025-06-30' }),
  identityNumber: identityNumberColumn('身份证件号', { required: true, aliases: ['身份证号'], today: '2025-06-30' }),
  isLeftBehind: yesNoColumn('是否留守儿童'),
  amount: yuanColumn('金额'),
};

export const titles = ['姓名', '性别', '出生日期', '身份证件号', '是否留守儿童', '金额'];
export const lin = ['林晓', '女', '2015-03-01', '640121201503010022', '否', '1250.00'];
export const linRead = {
  name: '林晓',
  sex: '2',
  bornOn: '2015-03-01',
  identityNumber: '640121201503010022',
  isLeftBehind: false,
  amount: 125_000n,
};
