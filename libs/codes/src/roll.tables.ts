import { codesOf, type CodeTable } from './code-table.ts';

/** JY/T 1001-2012 */
export const boardingMode: CodeTable = {
  title: '就读方式代码',
  standard: 'JY/T 1001-2012',
  certainty: 'CERTAIN',
  codes: codesOf('1 走读, 2 住校, 3 借宿, 9 其他'),
};

/** JY/T 1001-2012, 4.2.42 */
export const rollStatus: CodeTable = {
  title: '学生当前状态代码',
  standard: 'JY/T 1001-2012',
  certainty: 'CERTAIN',
  codes: codesOf(`
    01 在读, 02 休学, 03 退学, 04 停学, 05 复学, 06 流失, 07 毕业, 08 结业, 09 肄业
    10 转学(转出), 11 死亡, 12 保留入学资格, 13 公派出国, 14 开除, 15 下落不明
  `),
};

/**
 * JY/T 1001-2012, 4.2.39, as far as schools of a county use it. The table allows what the Compulsory Education Law
 * forbids below senior secondary (13 停学, 31 退学, 42 开除学籍): the stage decides, not the table.
 */
export const rollMovement: CodeTable = {
  title: '学籍异动类别代码',
  standard: 'JY/T 1001-2012',
  certainty: 'CERTAIN',
  codes: codesOf(`
    01 公派留学, 02 留级, 03 降级, 04 跳级, 05 试读, 06 延长年限, 07 试读通过, 08 回国复学
    11 休学, 12 复学, 13 停学, 14 保留入学资格, 15 恢复入学资格, 16 取消入学资格, 17 恢复学籍, 18 取消学籍, 19 保留学籍
    21 转学(转出), 22 转学(转入), 23 转专业, 29 转班级
    31 退学, 42 开除学籍, 51 死亡, 61 提前毕业, 62 结业, 63 肄业, 99 其他
  `),
};

/** 入学方式 of the national roll sheet */
export const admissionMode: CodeTable = {
  title: '入学方式代码',
  standard: '全国中小学生学籍信息管理系统',
  certainty: 'LIKELY',
  codes: codesOf(`
    01 就近入学, 02 统一招生考试/普通入学, 03 民族班, 04 体育特招, 05 艺术特招, 06 外校转入, 07 恢复入学资格, 99 其他
  `),
};

/** 学生来源 of the national roll sheet */
export const studentSource: CodeTable = {
  title: '学生来源代码',
  standard: '全国中小学生学籍信息管理系统',
  certainty: 'LIKELY',
  codes: codesOf('1 正常入学, 2 借读, 9 其他'),
};

/** 随班就读 of the national roll sheet */
export const inclusion: CodeTable = {
  title: '随班就读代码',
  standard: '全国中小学生学籍信息管理系统',
  certainty: 'LIKELY',
  codes: codesOf('0 非随班就读, 1 视力残疾随班就读, 2 听力残疾随班就读, 3 智力残疾随班就读, 9 其他残疾随班就读'),
};

/** 残疾人类型 of the national roll sheet, field 42 */
export const rollDisability: CodeTable = {
  title: '残疾人类型代码',
  standard: '全国中小学生学籍信息管理系统',
  certainty: 'LIKELY',
  codes: codesOf(`
    0 无残疾, 1 视力残疾, 2 听力残疾, 3 言语残疾, 4 肢体残疾, 5 智力残疾, 6 精神残疾, 7 多重残疾, 9 其他残疾
  `),
};

/** 上下学交通方式 of the national roll sheet */
export const commuteMode: CodeTable = {
  title: '上下学交通方式代码',
  standard: '全国中小学生学籍信息管理系统',
  certainty: 'LIKELY',
  codes: codesOf('1 步行, 2 自行车(含摩托车、电动自行车), 3 公共交通, 4 家长自行接送, 5 校车, 9 其他'),
};
