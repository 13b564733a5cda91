import { dayOfYear, setting, wholeNumber, z } from '@bureau/settings';

const source = 'domain B8: the county sets its own calendar; docs/rules/enrollment.md#hand-over';

/** The calendar of hand-overs (交接时限). */
export const handoverSettings = {
  'handover.sendBy': setting({
    schema: dayOfYear,
    fallback: '07-31',
    meaning: 'The day of the summer by which the packets of 小升初 and 撤并 are sent.',
    source,
  }),
  'handover.acknowledgeDays': setting({
    schema: wholeNumber(1, 60),
    fallback: 10,
    meaning: 'Days in which the receiver acknowledges; after that the bureau is alerted.',
    source,
  }),
  'handover.resendDays': setting({
    schema: wholeNumber(1, 60),
    fallback: 3,
    meaning: 'Days in which the sender sends again what came back from a wrong school.',
    source,
  }),
  'handover.arrivalDays': setting({
    schema: z.array(z.number().int().min(1).max(60)).min(1),
    fallback: [3, 7, 14],
    meaning:
      'Days after the start of term, or after the acknowledgement, on which arrival is checked; the last decides.',
    source,
  }),
};
