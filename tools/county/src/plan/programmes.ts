import type { Stage } from '@bureau/events';

/** What the county pays for, and to whom (学生资助项目). */
export interface ProgrammePlan {
  code: string;
  name: string;
  /** A fee that the school does not take (减免) is paid to the school, a grant to the child's card. */
  payee: 'CHILD' | 'SCHOOL_WAIVER' | 'IN_KIND' | 'UNIVERSITY';
  stages: readonly Stage[];
  legalBasis: string;
}

/** Yuan a year for one tier of a programme, from the term in which the document made it so. */
export interface RatePlan {
  programme: string;
  stage: Stage;
  /** 1 is the highest tier, and the only one of a programme with a single amount. */
  tier: number;
  yearlyYuan: string;
  fromTerm: string;
  /** The last term with this amount; null while it holds. */
  toTerm: string | null;
  legalBasis: string;
}

const COMPULSORY = ['PRIMARY', 'JUNIOR_SECONDARY'] as const;

const FUNDS = '财教〔2021〕56号 城乡义务教育补助经费管理办法';
const FUNDS_2023 = '2023年春季学期起提高义务教育生均公用经费基准定额';
const LIVING_2024 = '2024年春季学期起提高义务教育家庭经济困难学生生活补助国家基础标准';
const UPPER = '财教〔2021〕310号 学生资助资金管理办法';
const UPPER_2025 = '财教〔2024〕181号 调整高等教育和高中阶段奖助学金';
const PRE = '宁夏学前教育“一免一补”资助政策';
const LOAN = '财教〔2024〕188号 推进国家助学贷款政策调整';
const TRAVEL = '中西部地区高校家庭经济困难新生入学资助项目';
const YANBAO = '宁夏燕宝慈善基金会奖学金办法';

export const programmePlans: readonly ProgrammePlan[] = [
  { code: 'PRE_FREE', name: '学前教育免保教费', payee: 'SCHOOL_WAIVER', stages: ['PRE_SCHOOL'], legalBasis: PRE },
  { code: 'PRE_MEAL', name: '学前教育伙食补助', payee: 'CHILD', stages: ['PRE_SCHOOL'], legalBasis: PRE },
  { code: 'CE_TUITION', name: '义务教育免学杂费', payee: 'SCHOOL_WAIVER', stages: COMPULSORY, legalBasis: FUNDS },
  { code: 'CE_BOOKS', name: '义务教育免费教科书', payee: 'IN_KIND', stages: COMPULSORY, legalBasis: FUNDS },
  {
    code: 'CE_LIVING_B',
    name: '义务教育家庭经济困难寄宿生生活补助',
    payee: 'CHILD',
    stages: COMPULSORY,
    legalBasis: FUNDS,
  },
  {
    code: 'CE_LIVING_D',
    name: '义务教育家庭经济困难非寄宿生生活补助',
    payee: 'CHILD',
    stages: COMPULSORY,
    legalBasis: FUNDS,
  },
  { code: 'HS_FEE', name: '普通高中免学杂费', payee: 'SCHOOL_WAIVER', stages: ['SENIOR_SECONDARY'], legalBasis: UPPER },
  { code: 'HS_GRANT', name: '普通高中国家助学金', payee: 'CHILD', stages: ['SENIOR_SECONDARY'], legalBasis: UPPER },
  { code: 'VS_FEE', name: '中等职业教育免学费', payee: 'SCHOOL_WAIVER', stages: ['VOCATIONAL'], legalBasis: UPPER },
  { code: 'VS_GRANT', name: '中等职业教育国家助学金', payee: 'CHILD', stages: ['VOCATIONAL'], legalBasis: UPPER },
  { code: 'VS_SCHOLAR', name: '中等职业教育国家奖学金', payee: 'CHILD', stages: ['VOCATIONAL'], legalBasis: UPPER },
  { code: 'HE_LOAN', name: '生源地信用助学贷款', payee: 'UNIVERSITY', stages: [], legalBasis: LOAN },
  { code: 'HE_TRAVEL', name: '高校家庭经济困难新生入学资助', payee: 'CHILD', stages: [], legalBasis: TRAVEL },
  {
    code: 'YANBAO',
    name: '燕宝奖学金',
    payee: 'CHILD',
    stages: ['SENIOR_SECONDARY', 'VOCATIONAL'],
    legalBasis: YANBAO,
  },
];

export const ratePlans: readonly RatePlan[] = [
  rate('PRE_FREE PRE_SCHOOL', [1, '1500'], ['2017年春季学期', null], PRE),
  rate('PRE_MEAL PRE_SCHOOL', [1, '900'], ['2017年春季学期', null], PRE),
  rate('CE_TUITION PRIMARY', [1, '650'], ['2019年秋季学期', '2022年秋季学期'], FUNDS),
  rate('CE_TUITION PRIMARY', [1, '720'], ['2023年春季学期', null], FUNDS_2023),
  rate('CE_TUITION JUNIOR_SECONDARY', [1, '850'], ['2019年秋季学期', '2022年秋季学期'], FUNDS),
  rate('CE_TUITION JUNIOR_SECONDARY', [1, '940'], ['2023年春季学期', null], FUNDS_2023),
  rate('CE_BOOKS PRIMARY', [1, '105'], ['2019年秋季学期', null], FUNDS),
  rate('CE_BOOKS JUNIOR_SECONDARY', [1, '180'], ['2019年秋季学期', null], FUNDS),
  rate('CE_LIVING_B PRIMARY', [1, '1000'], ['2019年秋季学期', '2023年秋季学期'], FUNDS),
  rate('CE_LIVING_B PRIMARY', [1, '1250'], ['2024年春季学期', null], LIVING_2024),
  rate('CE_LIVING_B JUNIOR_SECONDARY', [1, '1250'], ['2019年秋季学期', '2023年秋季学期'], FUNDS),
  rate('CE_LIVING_B JUNIOR_SECONDARY', [1, '1500'], ['2024年春季学期', null], LIVING_2024),
  rate('CE_LIVING_D PRIMARY', [1, '500'], ['2019年秋季学期', '2023年秋季学期'], FUNDS),
  rate('CE_LIVING_D PRIMARY', [1, '625'], ['2024年春季学期', null], LIVING_2024),
  rate('CE_LIVING_D JUNIOR_SECONDARY', [1, '625'], ['2019年秋季学期', '2023年秋季学期'], FUNDS),
  rate('CE_LIVING_D JUNIOR_SECONDARY', [1, '750'], ['2024年春季学期', null], LIVING_2024),
  rate('HS_FEE SENIOR_SECONDARY', [1, '800'], ['2016年秋季学期', null], UPPER),
  rate('HS_GRANT SENIOR_SECONDARY', [3, '1000'], ['2015年春季学期', '2024年秋季学期'], UPPER),
  rate('HS_GRANT SENIOR_SECONDARY', [2, '2000'], ['2015年春季学期', '2024年秋季学期'], UPPER),
  rate('HS_GRANT SENIOR_SECONDARY', [1, '3000'], ['2015年春季学期', '2024年秋季学期'], UPPER),
  rate('HS_GRANT SENIOR_SECONDARY', [3, '1200'], ['2025年春季学期', null], UPPER_2025),
  rate('HS_GRANT SENIOR_SECONDARY', [2, '2300'], ['2025年春季学期', null], UPPER_2025),
  rate('HS_GRANT SENIOR_SECONDARY', [1, '3400'], ['2025年春季学期', null], UPPER_2025),
  rate('VS_FEE VOCATIONAL', [1, '2000'], ['2012年秋季学期', null], UPPER),
  rate('VS_GRANT VOCATIONAL', [1, '2000'], ['2015年春季学期', '2024年秋季学期'], UPPER),
  rate('VS_GRANT VOCATIONAL', [1, '2300'], ['2025年春季学期', null], UPPER_2025),
];

function rate(
  scope: `${string} ${Stage}`,
  [tier, yearlyYuan]: readonly [number, string],
  [fromTerm, toTerm]: readonly [string, string | null],
  legalBasis: string,
): RatePlan {
  const [programme = '', stage = ''] = scope.split(' ');
  return { programme, stage: stage as Stage, tier, yearlyYuan, fromTerm, toTerm, legalBasis };
}
