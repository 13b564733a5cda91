import { codesOf, type CodeTable } from './code-table.ts';

/** 教育事业统计: the kind of an institution, by which the yearly statistics count it. */
export const schoolKind: CodeTable = {
  title: '办学类型代码',
  standard: '教育事业统计',
  certainty: 'LIKELY',
  codes: codesOf(`
    111 幼儿园, 119 附设幼儿班
    211 小学, 218 小学教学点, 219 附设小学班
    311 初级中学, 312 九年一贯制学校, 319 附设普通初中班
    341 完全中学, 342 高级中学, 345 十二年一贯制学校, 349 附设普通高中班
    361 调整后中等职业学校, 362 中等技术学校, 363 中等师范学校, 364 成人中等专业学校, 365 职业高中学校, 366 技工学校, 368 附设中职班
    511 盲人学校, 512 聋人学校, 513 培智学校, 514 其他特教学校, 519 附设特教班
    521 专门学校
  `),
};

/** 统计用城乡划分代码 (National Bureau of Statistics) */
export const urbanRural: CodeTable = {
  title: '城乡分类代码',
  standard: '统计用城乡划分代码',
  certainty: 'CERTAIN',
  codes: codesOf('111 主城区, 112 城乡结合区, 121 镇中心区, 122 镇乡结合区, 123 特殊区域, 210 乡中心区, 220 村庄'),
};
