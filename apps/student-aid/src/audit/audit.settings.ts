import { setting, wholeNumber, z } from '@bureau/settings';

const severity = z.enum(['BLOCK', 'WARN']);
const ages = z.tuple([z.number().int().min(0), z.number().int().max(99)]).readonly();

/** What the county decides about the pre-audit (docs/rules/student-aid.md#audit). */
export const auditSettings = {
  'audit.severities': setting({
    schema: z.record(z.string().regex(/^A([1-9]|1\d|20)$/), severity),
    fallback: {
      A1: 'BLOCK',
      A2: 'BLOCK',
      A3: 'BLOCK',
      A4: 'BLOCK',
      A5: 'BLOCK',
      A6: 'BLOCK',
      A7: 'BLOCK',
      A8: 'WARN',
      A9: 'BLOCK',
      A10: 'BLOCK',
      A11: 'WARN',
      A12: 'BLOCK',
      A13: 'WARN',
      A14: 'BLOCK',
      A15: 'WARN',
      A16: 'BLOCK',
      A17: 'BLOCK',
      A18: 'WARN',
      A19: 'WARN',
      A20: 'WARN',
    },
    meaning: 'Which findings stop a batch (BLOCK) and which are only told (WARN), by rule.',
    source: 'docs/rules/student-aid.md#audit',
  }),
  'audit.stageAges': setting({
    schema: z.object({
      PRE_SCHOOL: ages,
      PRIMARY: ages,
      JUNIOR_SECONDARY: ages,
      SENIOR_SECONDARY: ages,
      VOCATIONAL: ages,
    }),
    fallback: {
      PRE_SCHOOL: [2, 7],
      PRIMARY: [5, 14],
      JUNIOR_SECONDARY: [10, 18],
      SENIOR_SECONDARY: [13, 22],
      VOCATIONAL: [13, 25],
    },
    meaning: 'From and to which age in full years, on the freeze day, children are at a stage.',
    source: 'docs/rules/student-aid.md#audit',
  }),
  'audit.tierAverages': setting({
    schema: z.record(z.string(), z.number().int().positive()),
    fallback: { HS_GRANT: 100_000 },
    meaning: 'Of programmes with tiers, the average that each school must keep, in fen a term.',
    source: '财教〔2021〕310号: 普高国家助学金 2 000 yuan a year on average',
  }),
  'audit.idleFundDays': setting({
    schema: wholeNumber(30, 1_000),
    fallback: 365,
    meaning: 'Days after the last receipt from which money that is left is idle.',
    source: 'docs/rules/student-aid.md#audit',
  }),
};
