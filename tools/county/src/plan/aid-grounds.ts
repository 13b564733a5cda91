import type { AidCategory } from '../office-rows.ts';

/** A kind of special difficulty, and the department that attests it. */
export interface CategoryPlan {
  code: AidCategory;
  name: string;
  source: 'CIVIL_AFFAIRS' | 'AGRICULTURE' | 'DISABLED_FEDERATION';
}

export const categoryPlans: readonly CategoryPlan[] = [
  { code: 'LIFTED_OUT_OF_POVERTY', name: '脱贫家庭学生', source: 'AGRICULTURE' },
  { code: 'UNSTABLY_LIFTED_OUT_OF_POVERTY', name: '脱贫不稳定家庭学生', source: 'AGRICULTURE' },
  { code: 'RURAL_LOW_INCOME', name: '农村低保家庭学生', source: 'CIVIL_AFFAIRS' },
  { code: 'RURAL_DESTITUTE', name: '农村特困救助供养学生', source: 'CIVIL_AFFAIRS' },
  { code: 'URBAN_LOW_INCOME', name: '城市低保家庭学生', source: 'CIVIL_AFFAIRS' },
  { code: 'ORPHAN', name: '孤儿', source: 'CIVIL_AFFAIRS' },
  { code: 'DISABLED_PUPIL', name: '残疾学生', source: 'DISABLED_FEDERATION' },
];

/** 四类学生, and who else has the programmes of kindergartens and boarders. */
const four: readonly AidCategory[] = ['LIFTED_OUT_OF_POVERTY', 'DISABLED_PUPIL', 'RURAL_LOW_INCOME', 'RURAL_DESTITUTE'];
const five: readonly AidCategory[] = [...four, 'UNSTABLY_LIFTED_OUT_OF_POVERTY'];
const hardship: readonly AidCategory[] = [...five, 'URBAN_LOW_INCOME', 'ORPHAN'];

export interface EligibilityPlan {
  programme: string;
  categories?: readonly AidCategory[];
  levels?: readonly ('SPECIAL' | 'HARD' | 'GENERAL')[];
  boarding?: 'BOARDER' | 'DAY';
  tier?: number;
}

export const eligibilityPlans: readonly EligibilityPlan[] = [
  { programme: 'PRE_FREE', categories: five },
  { programme: 'PRE_MEAL', categories: five },
  { programme: 'CE_LIVING_B', categories: hardship, boarding: 'BOARDER' },
  { programme: 'CE_LIVING_D', categories: four, boarding: 'DAY' },
  { programme: 'HS_FEE', levels: ['SPECIAL', 'GENERAL'] },
  { programme: 'HS_GRANT', levels: ['SPECIAL', 'HARD'], tier: 2 },
  { programme: 'VS_FEE', levels: ['SPECIAL', 'GENERAL'] },
  { programme: 'VS_GRANT', levels: ['SPECIAL', 'HARD'] },
];

/** Programmes that no child may have together. */
export const exclusionPlans = [
  {
    number: 1,
    programmes: ['CE_LIVING_B', 'CE_LIVING_D'],
    legalBasis: '财教〔2021〕56号: 寄宿生与非寄宿生生活补助不得重复享受',
  },
] as const;

/** Thousandths of the state, the region, the city, the county and charities. */
export const fundingPlans: readonly {
  programmes: readonly string[];
  shares: readonly [number, number, number, number, number];
}[] = [
  { programmes: ['PRE_FREE', 'PRE_MEAL'], shares: [0, 500, 0, 500, 0] },
  { programmes: ['CE_TUITION', 'HS_FEE', 'HS_GRANT', 'VS_FEE', 'VS_GRANT'], shares: [800, 200, 0, 0, 0] },
  { programmes: ['CE_BOOKS', 'VS_SCHOLAR', 'HE_TRAVEL'], shares: [1000, 0, 0, 0, 0] },
  { programmes: ['CE_LIVING_B', 'CE_LIVING_D'], shares: [500, 500, 0, 0, 0] },
  { programmes: ['YANBAO'], shares: [0, 0, 0, 0, 1000] },
];

export const termPlans = [
  { term: '2024年春季学期', startsOn: '2024-02-26', endsOn: '2024-07-12', payBy: '2024-07-15', closedOn: '2024-08-31' },
  { term: '2024年秋季学期', startsOn: '2024-09-01', endsOn: '2025-01-17', payBy: '2024-12-31', closedOn: null },
] as const;

/** What leaving the roll does to aid. */
export const rollPolicyPlans = [
  ['SUSPENDED', 'HOLD'],
  ['DROPPED_OUT', 'HOLD'],
  ['MISSING', 'HOLD'],
  ['TRANSFERRED_OUT', 'PRORATE'],
  ['ABROAD', 'PRORATE'],
  ['DECEASED', 'PRORATE'],
  ['WITHDRAWN', 'PRORATE'],
  ['EXPELLED', 'PRORATE'],
  ['CANCELLED', 'STOP'],
] as const;

export const stationPlans = [
  { code: 'COUNTY', name: '永宁县学生资助管理中心', township: '640121100' },
  { code: 'MINNING', name: '闽宁学生资助工作站', township: '640121104' },
] as const;

/** Of those who were aided in spring and not in autumn, so many still stand on the lists: they are due aid and have none. */
export const forgotten = 7;
