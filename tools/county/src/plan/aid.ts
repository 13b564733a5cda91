import type { Day } from '@bureau/calendar';
import type { AidCategory } from '../office-rows.ts';
import type { Stage } from '../rows.ts';

/** How many children receive the same programmes in a term. */
export interface AidList {
  programmes: readonly string[];
  stage: Stage;
  boarding?: '1' | '2';
  /** Only the first so many grades. */
  grades?: number;
  children: number;
  categories: Readonly<Partial<Record<AidCategory, number>>>;
  /** Of these children, so many whose account was refused and who are paid only in the late resend. */
  late?: number;
}

export interface AidPlan {
  /** The term by the aid offices' name. */
  term: string;
  /** 名单锁定日: who is on a roll on this day is in scope. */
  freezeOn: Day;
  awarded: readonly [Day, Day];
  /** When the money is sent, by programme. */
  sent: Readonly<Record<string, readonly [Day, Day]>>;
  resent: readonly [Day, Day];
  /** When the last refused accounts are paid; null when that has not come yet. */
  lateResent: readonly [Day, Day] | null;
  lists: readonly AidList[];
}

/** 四类学生: families lifted out of poverty, disabled pupils, rural low income, rural destitute. */
const four = { LIFTED_OUT_OF_POVERTY: 62, RURAL_LOW_INCOME: 31, RURAL_DESTITUTE: 3, DISABLED_PUPIL: 4 };
const five = { ...four, UNSTABLY_LIFTED_OUT_OF_POVERTY: 6 };
const hardship = { ...five, URBAN_LOW_INCOME: 7, ORPHAN: 2 };

const SENDING_SPRING = {
  PRE_FREE: ['2024-05-13', '2024-05-17'],
  PRE_MEAL: ['2024-05-13', '2024-05-17'],
  CE_LIVING_B: ['2024-05-20', '2024-05-31'],
  CE_LIVING_D: ['2024-05-20', '2024-05-31'],
  HS_FEE: ['2024-04-29', '2024-05-10'],
  HS_GRANT: ['2024-05-27', '2024-06-07'],
  VS_FEE: ['2024-04-29', '2024-05-10'],
  VS_GRANT: ['2024-05-27', '2024-06-07'],
} as const;

const SENDING_AUTUMN = {
  PRE_FREE: ['2024-11-11', '2024-11-15'],
  PRE_MEAL: ['2024-11-11', '2024-11-15'],
  CE_LIVING_B: ['2024-11-04', '2024-11-22'],
  CE_LIVING_D: ['2024-11-04', '2024-11-22'],
  HS_FEE: ['2024-10-28', '2024-11-08'],
  HS_GRANT: ['2024-11-11', '2024-11-22'],
  VS_FEE: ['2024-10-28', '2024-11-08'],
  VS_GRANT: ['2024-11-11', '2024-11-22'],
} as const;

/** Children, not amounts: what is paid is the sum of the legal amounts of those who are on the lists. */
export const aidPlans: readonly AidPlan[] = [
  {
    term: '2024年春季学期',
    freezeOn: '2024-04-15',
    awarded: ['2024-04-22', '2024-04-26'],
    sent: SENDING_SPRING,
    resent: ['2024-06-17', '2024-06-24'],
    lateResent: ['2024-07-08', '2024-07-12'],
    lists: [
      { programmes: ['PRE_FREE', 'PRE_MEAL'], stage: 'PRE_SCHOOL', children: 230, categories: five },
      { programmes: ['CE_LIVING_B'], stage: 'PRIMARY', boarding: '2', children: 110, categories: hardship },
      { programmes: ['CE_LIVING_B'], stage: 'JUNIOR_SECONDARY', boarding: '2', children: 420, categories: hardship },
      { programmes: ['CE_LIVING_D'], stage: 'PRIMARY', boarding: '1', children: 2059, late: 3, categories: four },
      { programmes: ['CE_LIVING_D'], stage: 'JUNIOR_SECONDARY', boarding: '1', children: 914, categories: four },
      { programmes: ['HS_FEE', 'HS_GRANT'], stage: 'SENIOR_SECONDARY', children: 600, categories: five },
      { programmes: ['HS_FEE'], stage: 'SENIOR_SECONDARY', children: 44, categories: five },
      { programmes: ['HS_GRANT'], stage: 'SENIOR_SECONDARY', children: 280, categories: hardship },
      { programmes: ['VS_FEE', 'VS_GRANT'], stage: 'VOCATIONAL', grades: 2, children: 180, categories: five },
      { programmes: ['VS_FEE'], stage: 'VOCATIONAL', children: 150, categories: five },
      { programmes: ['VS_GRANT'], stage: 'VOCATIONAL', grades: 2, children: 30, categories: hardship },
    ],
  },
  {
    term: '2024年秋季学期',
    freezeOn: '2024-10-15',
    awarded: ['2024-10-21', '2024-10-25'],
    sent: SENDING_AUTUMN,
    resent: ['2024-11-25', '2024-11-29'],
    lateResent: null,
    lists: [
      { programmes: ['PRE_FREE', 'PRE_MEAL'], stage: 'PRE_SCHOOL', children: 236, categories: five },
      { programmes: ['CE_LIVING_B'], stage: 'PRIMARY', boarding: '2', children: 118, categories: hardship },
      { programmes: ['CE_LIVING_B'], stage: 'JUNIOR_SECONDARY', boarding: '2', children: 431, categories: hardship },
      { programmes: ['CE_LIVING_D'], stage: 'PRIMARY', boarding: '1', children: 2031, categories: four },
      {
        programmes: ['CE_LIVING_D'],
        stage: 'JUNIOR_SECONDARY',
        boarding: '1',
        children: 947,
        late: 4,
        categories: four,
      },
      { programmes: ['HS_FEE', 'HS_GRANT'], stage: 'SENIOR_SECONDARY', children: 612, categories: five },
      { programmes: ['HS_FEE'], stage: 'SENIOR_SECONDARY', children: 40, categories: five },
      { programmes: ['HS_GRANT'], stage: 'SENIOR_SECONDARY', children: 293, categories: hardship },
      { programmes: ['VS_FEE', 'VS_GRANT'], stage: 'VOCATIONAL', grades: 2, children: 191, categories: five },
      { programmes: ['VS_FEE'], stage: 'VOCATIONAL', children: 150, categories: five },
      { programmes: ['VS_GRANT'], stage: 'VOCATIONAL', grades: 2, children: 32, categories: hardship },
    ],
  },
];

/** Of 1 000 transfers to cards, how many the bank refuses at first, and why. */
export const refusalsPerMille = 13;
export const bankRefusals = [
  'ACCOUNT_NAME_DIFFERS',
  'ACCOUNT_NOT_ACTIVATED',
  'ACCOUNT_BLOCKED',
  'ACCOUNT_UNKNOWN',
] as const;
