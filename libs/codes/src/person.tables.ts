import { codesOf, type CodeTable } from './code-table.ts';

/** GB/T 2261.1-2003 */
export const sex: CodeTable = {
  title: '人的性别代码',
  standard: 'GB/T 2261.1-2003',
  certainty: 'CERTAIN',
  codes: codesOf('0 未知的性别, 1 男性, 2 女性, 9 未说明的性别'),
};

/** GB/T 2261.3-2003; the three-digit kinds of disability under 6 are left out. */
export const health: CodeTable = {
  title: '健康状况代码',
  standard: 'GB/T 2261.3-2003',
  certainty: 'LIKELY',
  codes: codesOf('1 健康或良好, 2 一般或较弱, 3 有慢性病, 6 残疾'),
};

/** GB/T 4761-2008, the relations a school meets. */
export const kinship: CodeTable = {
  title: '家庭关系代码',
  standard: 'GB/T 4761-2008',
  certainty: 'LIKELY',
  codes: codesOf(`
    51 父亲, 52 母亲, 56 继父或养父, 57 继母或养母
    61 祖父, 62 祖母, 63 外祖父, 64 外祖母
    71 兄, 73 弟, 75 姐姐, 77 妹妹
    97 其他亲属, 99 非亲属
  `),
};

/** GB/T 4762-1984, the values pupils have; the young pioneers are a local addition of the schools. */
export const politicalStatus: CodeTable = {
  title: '政治面貌代码',
  standard: 'GB/T 4762-1984',
  certainty: 'LIKELY',
  codes: codesOf('01 中共党员, 02 中共预备党员, 03 共青团员, 13 群众, 14 少先队员'),
};

/** JY/T 1001-2012 */
export const documentType: CodeTable = {
  title: '身份证件类型代码',
  standard: 'JY/T 1001-2012',
  certainty: 'LIKELY',
  codes: codesOf(`
    1 居民身份证
    2 军官证
    3 士兵证
    4 文职干部证
    5 部队离退休证
    6 香港特区护照/身份证明
    7 澳门特区护照/身份证明
    8 台湾居民来往大陆通行证
    9 境外永久居住证
    A 护照
    B 户口簿/出生证明
    Z 其他
  `),
};
