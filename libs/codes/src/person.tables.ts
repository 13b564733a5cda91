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

/** 港澳台侨外, JY/T 1001-2012 */
export const overseasStatus: CodeTable = {
  title: '港澳台侨外代码',
  standard: 'JY/T 1001-2012',
  certainty: 'CERTAIN',
  codes: codesOf(`
    00 否, 01 香港同胞, 02 香港同胞亲属, 03 澳门同胞, 04 澳门同胞亲属, 05 台湾同胞, 06 台湾同胞亲属
    11 华侨, 12 侨眷, 13 归侨, 14 归侨子女, 21 归国留学人员, 31 非华裔中国人, 41 外籍华裔人, 51 外国人, 99 其他
  `),
};

/** 户口性质; since the reform of 2014 new registrations are 居民户口. */
export const hukouKind: CodeTable = {
  title: '户口性质代码',
  standard: '全国中小学生学籍信息管理系统',
  certainty: 'LIKELY',
  codes: codesOf('1 农业户口, 2 非农业户口, 3 居民户口'),
};

/** GB/T 2659-2000, three digits: the countries that children of the county come from. */
export const country: CodeTable = {
  title: '世界各国和地区名称代码',
  standard: 'GB/T 2659-2000',
  certainty: 'CERTAIN',
  codes: codesOf(`
    156 中国, 344 中国香港, 446 中国澳门, 158 中国台湾
    392 日本, 410 韩国, 496 蒙古, 643 俄罗斯, 398 哈萨克斯坦, 586 巴基斯坦, 458 马来西亚, 784 阿联酋, 840 美国, 826 英国, 124 加拿大, 036 澳大利亚
  `),
};

/** ABO and others, GB/T 2261 family of the person's codes. */
export const bloodType: CodeTable = {
  title: '血型代码',
  standard: 'JY/T 1001-2012',
  certainty: 'LIKELY',
  codes: codesOf('0 未知血型, 1 A血型, 2 B血型, 3 AB血型, 4 O血型, 9 其他血型'),
};
