/** When the ledgers of the school years were verified, by visits from door to door. */
export const ledgerPlans = [
  { schoolYear: 2023, verified: ['2023-11-20', '2023-12-01'] },
  { schoolYear: 2024, verified: ['2024-11-20', '2024-12-04'] },
] as const;

/** Children registered here whose families live elsewhere; ages are those on 31 August 2024. */
export const elsewherePlan = [
  { ages: [6, 11], children: 412, whereabouts: 'OUT_OF_COUNTY', reason: null },
  { ages: [12, 14], children: 248, whereabouts: 'OUT_OF_COUNTY', reason: null },
  { ages: [15, 15], children: 90, whereabouts: 'OUT_OF_COUNTY', reason: null },
  { ages: [6, 11], children: 3, whereabouts: 'ABROAD', reason: null },
  { ages: [13, 14], children: 7, whereabouts: 'NOT_ENROLLED', reason: '随父母在外,就读证明未取得' },
] as const;
