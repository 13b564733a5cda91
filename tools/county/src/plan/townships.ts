/** What distinguishes the children of one division of the synthetic county. */
export interface TownshipPlan {
  /** The last three digits of the division. */
  township: string;
  /** Of 100 children living here, how many are Hui (回族). */
  huiPercent: number;
  /** Of 100, children of migrant workers, registered in another county (随迁子女). */
  migrantPercent: number;
  /** Of 100, left behind by one parent or both (留守). */
  leftBehindPercent: number;
  /** How much more often than elsewhere children come and go. */
  mobility: number;
  /** How much more often than elsewhere families are recognised as in hardship. */
  hardship: number;
}

/** Yongning's nine divisions: workers come to 望远 (102), and families were resettled in 闽宁 (104). */
export const townshipPlans: readonly TownshipPlan[] = [
  plan('001', [15, 9, 1.2, 1, 0.6]),
  plan('100', [27, 11, 1.5, 1, 0.8]),
  plan('101', [10, 4, 3, 0.7, 1.3]),
  plan('102', [24, 36, 6, 3, 0.9]),
  plan('103', [9, 4, 3.2, 0.7, 1.2]),
  plan('104', [78, 27, 10, 2.6, 2.8]),
  plan('200', [12, 5, 3, 0.7, 1.4]),
  plan('400', [20, 6, 2.5, 0.8, 1.4]),
  plan('401', [18, 6, 2.5, 0.8, 1.3]),
];

/** Counties that the migrant families come from (GB/T 2260), by weight. */
export const homeCounties = {
  '640422': 26,
  '640423': 16,
  '640402': 14,
  '640424': 9,
  '640425': 12,
  '640522': 10,
  '640324': 8,
  '620821': 3,
  '621122': 2,
} as const;

function plan(township: string, figures: [number, number, number, number, number]): TownshipPlan {
  const [huiPercent, migrantPercent, leftBehindPercent, mobility, hardship] = figures;
  return { township, huiPercent, migrantPercent, leftBehindPercent, mobility, hardship };
}
