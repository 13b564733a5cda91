import type { PlacementKind } from '../office-rows.ts';
import type { Stage } from '../rows.ts';

/** Children with a disability, by where they are taught; ages are those on 31 August 2024. */
export interface DisabilityPlan {
  kind: PlacementKind;
  stages: readonly Stage[];
  ages: readonly [number, number];
  children: number;
  /** Category of GB/T 26341, by weight. */
  categories: Readonly<Record<string, number>>;
  levels: readonly [number, number];
}

const YOUNGER = ['PRE_SCHOOL', 'PRIMARY'] as const;
const COMPULSORY = ['PRIMARY', 'JUNIOR_SECONDARY'] as const;

export const disabilityPlans: readonly DisabilityPlan[] = [
  {
    kind: 'REGULAR_CLASS',
    stages: YOUNGER,
    ages: [6, 11],
    children: 70,
    categories: { 1: 6, 2: 8, 3: 5, 4: 20, 5: 34, 6: 10, 7: 2 },
    levels: [2, 4],
  },
  {
    kind: 'REGULAR_CLASS',
    stages: COMPULSORY,
    ages: [12, 14],
    children: 43,
    categories: { 1: 6, 2: 7, 3: 3, 4: 22, 5: 30, 6: 8 },
    levels: [2, 4],
  },
  {
    kind: 'REGULAR_CLASS',
    stages: ['JUNIOR_SECONDARY'],
    ages: [15, 15],
    children: 6,
    categories: { 4: 3, 5: 4 },
    levels: [3, 4],
  },
  {
    kind: 'REGULAR_CLASS',
    stages: ['SENIOR_SECONDARY'],
    ages: [16, 16],
    children: 3,
    categories: { 1: 1, 2: 1, 4: 3 },
    levels: [3, 4],
  },
  {
    kind: 'SPECIAL_SCHOOL_EXTERNAL',
    stages: COMPULSORY,
    ages: [7, 14],
    children: 29,
    categories: { 1: 4, 2: 9, 5: 12, 6: 5 },
    levels: [1, 3],
  },
  {
    kind: 'SPECIAL_SCHOOL_EXTERNAL',
    stages: ['JUNIOR_SECONDARY'],
    ages: [15, 15],
    children: 3,
    categories: { 2: 2, 5: 2 },
    levels: [1, 2],
  },
  {
    kind: 'HOME_TEACHING',
    stages: COMPULSORY,
    ages: [7, 14],
    children: 20,
    categories: { 4: 7, 5: 5, 6: 3, 7: 7 },
    levels: [1, 2],
  },
  {
    kind: 'HOME_TEACHING',
    stages: ['JUNIOR_SECONDARY'],
    ages: [15, 15],
    children: 2,
    categories: { 4: 1, 7: 2 },
    levels: [1, 1],
  },
  {
    kind: 'NOT_PLACED',
    stages: ['JUNIOR_SECONDARY'],
    ages: [13, 14],
    children: 2,
    categories: { 6: 1, 7: 1 },
    levels: [1, 2],
  },
  {
    kind: 'NOT_PLACED',
    stages: ['JUNIOR_SECONDARY'],
    ages: [15, 15],
    children: 1,
    categories: { 4: 1 },
    levels: [1, 1],
  },
  // Too young or too old for the band that the bureau reports.
  {
    kind: 'REGULAR_CLASS',
    stages: ['PRE_SCHOOL'],
    ages: [4, 5],
    children: 3,
    categories: { 2: 1, 4: 1, 5: 1 },
    levels: [3, 4],
  },
  {
    kind: 'REGULAR_CLASS',
    stages: ['SENIOR_SECONDARY'],
    ages: [17, 17],
    children: 4,
    categories: { 1: 1, 2: 1, 4: 2 },
    levels: [3, 4],
  },
];

/** Special schools elsewhere; their names are invented. */
export const externalSchools = [
  { name: '塞上启智学校', city: '银川市' },
  { name: '贺兰山启聪学校', city: '银川市' },
  { name: '沙湖培智学校', city: '石嘴山市' },
  { name: '黄河启明学校', city: '吴忠市' },
] as const;

/** Why a child is not placed, since when, and what is to be done. */
export const unplacedReasons = [
  { since: '2024-05-20', reason: '住院康复治疗,暂不能到校', nextStep: '12月底前由专家委员会复评,拟转送教上门' },
  { since: '2024-06-11', reason: '随父母外出就医,联系时断时续', nextStep: '乡镇与学校联合入户,核实去向后安置' },
  {
    since: '2024-08-26',
    reason: '监护人不同意送教,要求延缓入学',
    nextStep: '提请专家委员会提出安置意见并书面答复监护人',
  },
] as const;

/** The ages that the county's reports are about. */
export const ageBands = [
  {
    validFrom: '2017-05-01',
    youngest: 6,
    oldest: 16,
    cutoffMonth: 8,
    cutoffDay: 31,
    document: '县教育局适龄残疾儿童少年入学统计口径',
  },
] as const;
