/** What happens when the school year changes. */
export const promotionPlan = {
  /** Of 1 000 that finish primary school, how many go on to a school elsewhere. */
  leaversPerMille: 12,
  /** For 1 000 that begin grade 7, how many more come from elsewhere. */
  arrivalsPerMille: 10,
  /** Children whose entry to grade 1 was put off by a year with approval (延缓入学). */
  deferredEntries: 4,
} as const;
