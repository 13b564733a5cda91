/** Suspected dropouts: one left with its parents without a transfer and was back in class within three weeks. */
export const dropoutPlan = [
  {
    township: '104',
    schoolYear: 2023,
    stage: 'JUNIOR_SECONDARY',
    lastSeenOn: '2024-03-08',
    suspectedOn: '2024-03-18',
    returnedOn: '2024-03-27',
    reasonCode: 'R01',
  },
] as const;
