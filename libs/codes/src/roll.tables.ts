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
