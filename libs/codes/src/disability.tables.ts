import { codesOf, type CodeTable } from './code-table.ts';

/** GB/T 26341-2010; also the 19th character of a certificate (残疾人证). */
export const disabilityCategory: CodeTable = {
  title: '残疾类别代码',
  standard: 'GB/T 26341-2010',
  certainty: 'CERTAIN',
  codes: codesOf('1 视力残疾, 2 听力残疾, 3 言语残疾, 4 肢体残疾, 5 智力残疾, 6 精神残疾, 7 多重残疾'),
};

/** GB/T 26341-2010; level 1 is the most severe. */
export const disabilityLevel: CodeTable = {
  title: '残疾等级代码',
  standard: 'GB/T 26341-2010',
  certainty: 'CERTAIN',
  codes: codesOf('1 一级, 2 二级, 3 三级, 4 四级'),
};
