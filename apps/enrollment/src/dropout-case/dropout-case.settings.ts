import { setting, wholeNumber, z } from '@bureau/settings';

const source = 'domain B4: default deadlines, the county sets its own; docs/rules/enrollment.md#dropout-cases';

/** Clocks and thresholds of dropout cases (个案时限). */
export const caseSettings = {
  'case.stageDays': setting({
    schema: z.record(z.string(), z.number().int().min(0).max(365)),
    fallback: {
      WATCH: 3,
      SUSPECTED: 7,
      SCHOOL_PERSUASION: 14,
      REPORTED_TOWNSHIP: 3,
      TRIPLE_LINKAGE: 15,
      NOTICE: 7,
      PENALTY: 30,
      DEMAND: 10,
      JUDICIAL: 90,
    },
    meaning: 'Days in which a case leaves each stage.',
    source,
  }),
  'case.persuasionAttempts': setting({
    schema: wholeNumber(0, 20),
    fallback: 3,
    meaning: 'Attempts of the school to persuade, before the township is asked.',
    source,
  }),
  'case.slaDays': setting({
    schema: wholeNumber(1, 365),
    fallback: 30,
    meaning: 'Days in which a suspicion is to be closed, for normalised zero (常态清零).',
    source,
  }),
  'return.checkDays': setting({
    schema: z.array(z.number().int().min(1).max(365)).min(1),
    fallback: [7, 14, 21, 30],
    meaning: 'Days after the return on which attendance is looked at.',
    source,
  }),
  'closure.stableDays': setting({
    schema: wholeNumber(0, 365),
    fallback: 30,
    meaning: 'Days that a returned child must have stayed before the case is closed (销号).',
    source,
  }),
};
