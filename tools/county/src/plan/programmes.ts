import type { Stage } from '@bureau/events';

/** What the county pays for, and to whom (学生资助项目). */
export interface ProgrammePlan {
  code: string;
  name: string;
  stage: 'PRE_SCHOOL' | 'COMPULSORY' | 'SENIOR_SECONDARY' | 'VOCATIONAL';
  /** A waived fee (减免) goes to the school; a grant to the child's card. */
  payee: 'CHILD' | 'SCHOOL';
  legalBasis: string;
}

/** Yuan a year for one tier of a programme, from the term in which the document made it so. */
export interface RatePlan {
  programme: string;
  stage: Stage;
  tier: string;
  yearlyYuan: string;
  fromTerm: string;
  /** The last term with this amount; null while it holds. */
  toTerm: string | null;
  legalBasis: string;
}

const LIVING = '财教〔2021〕56号 城乡义务教育补助经费管理办法';
const LIVING_2024 = '2024年春季学期起提高义务教育家庭经济困难学生生活补助国家基础标准';
const UPPER = '财教〔2021〕310号 学生资助资金管理办法';
const UPPER_2025 = '财教〔2024〕181号 调整高等教育和高中阶段奖助学金';
const PRE = '宁夏学前教育“一免一补”资助政策';

export const programmePlans: readonly ProgrammePlan[] = [
  { code: 'PRE_FREE', name: '学前教育免保教费', stage: 'PRE_SCHOOL', payee: 'SCHOOL', legalBasis: PRE },
  { code: 'PRE_MEAL', name: '学前教育伙食补助', stage: 'PRE_SCHOOL', payee: 'CHILD', legalBasis: PRE },
  {
    code: 'CE_LIVING_B',
    name: '义务教育家庭经济困难寄宿生生活补助',
    stage: 'COMPULSORY',
    payee: 'CHILD',
    legalBasis: LIVING,
  },
  {
    code: 'CE_LIVING_D',
    name: '义务教育家庭经济困难非寄宿生生活补助',
    stage: 'COMPULSORY',
    payee: 'CHILD',
    legalBasis: LIVING,
  },
  { code: 'HS_FEE', name: '普通高中免学杂费', stage: 'SENIOR_SECONDARY', payee: 'SCHOOL', legalBasis: UPPER },
  { code: 'HS_GRANT', name: '普通高中国家助学金', stage: 'SENIOR_SECONDARY', payee: 'CHILD', legalBasis: UPPER },
  { code: 'VS_FEE', name: '中等职业教育免学费', stage: 'VOCATIONAL', payee: 'SCHOOL', legalBasis: UPPER },
  { code: 'VS_GRANT', name: '中等职业教育国家助学金', stage: 'VOCATIONAL', payee: 'CHILD', legalBasis: UPPER },
];

export const ratePlans: readonly RatePlan[] = [
  rate('PRE_FREE PRE_SCHOOL', ['STANDARD', '1500'], ['2017年春季学期', null], PRE),
  rate('PRE_MEAL PRE_SCHOOL', ['STANDARD', '900'], ['2017年春季学期', null], PRE),
  rate('CE_LIVING_B PRIMARY', ['STANDARD', '1000'], ['2019年秋季学期', '2023年秋季学期'], LIVING),
  rate('CE_LIVING_B PRIMARY', ['STANDARD', '1250'], ['2024年春季学期', null], LIVING_2024),
  rate('CE_LIVING_B JUNIOR_SECONDARY', ['STANDARD', '1250'], ['2019年秋季学期', '2023年秋季学期'], LIVING),
  rate('CE_LIVING_B JUNIOR_SECONDARY', ['STANDARD', '1500'], ['2024年春季学期', null], LIVING_2024),
  rate('CE_LIVING_D PRIMARY', ['STANDARD', '500'], ['2019年秋季学期', '2023年秋季学期'], LIVING),
  rate('CE_LIVING_D PRIMARY', ['STANDARD', '625'], ['2024年春季学期', null], LIVING_2024),
  rate('CE_LIVING_D JUNIOR_SECONDARY', ['STANDARD', '625'], ['2019年秋季学期', '2023年秋季学期'], LIVING),
  rate('CE_LIVING_D JUNIOR_SECONDARY', ['STANDARD', '750'], ['2024年春季学期', null], LIVING_2024),
  rate('HS_FEE SENIOR_SECONDARY', ['STANDARD', '800'], ['2016年秋季学期', null], UPPER),
  rate('HS_GRANT SENIOR_SECONDARY', ['LOW', '1000'], ['2015年春季学期', '2024年秋季学期'], UPPER),
  rate('HS_GRANT SENIOR_SECONDARY', ['MIDDLE', '2000'], ['2015年春季学期', '2024年秋季学期'], UPPER),
  rate('HS_GRANT SENIOR_SECONDARY', ['HIGH', '3000'], ['2015年春季学期', '2024年秋季学期'], UPPER),
  rate('HS_GRANT SENIOR_SECONDARY', ['LOW', '1200'], ['2025年春季学期', null], UPPER_2025),
  rate('HS_GRANT SENIOR_SECONDARY', ['MIDDLE', '2300'], ['2025年春季学期', null], UPPER_2025),
  rate('HS_GRANT SENIOR_SECONDARY', ['HIGH', '3400'], ['2025年春季学期', null], UPPER_2025),
  rate('VS_FEE VOCATIONAL', ['STANDARD', '2000'], ['2012年秋季学期', null], UPPER),
  rate('VS_GRANT VOCATIONAL', ['STANDARD', '2000'], ['2015年春季学期', '2024年秋季学期'], UPPER),
  rate('VS_GRANT VOCATIONAL', ['STANDARD', '2300'], ['2025年春季学期', null], UPPER_2025),
];

function rate(
  scope: `${string} ${Stage}`,
  [tier, yearlyYuan]: readonly [string, string],
  [fromTerm, toTerm]: readonly [string, string | null],
  legalBasis: string,
): RatePlan {
  const [programme = '', stage = ''] = scope.split(' ');
  return { programme, stage: stage as Stage, tier, yearlyYuan, fromTerm, toTerm, legalBasis };
}
