import { setting, wholeNumber, z } from '@bureau/settings';
import { REQUEST_STATES } from './assessment-request.rules.ts';

const source = 'docs/rules/special-education.md#assessment';
const days = z.partialRecord(z.enum(REQUEST_STATES), wholeNumber(0, 400));

export const assessmentSettings = {
  'assessment.quorum': setting({
    schema: wholeNumber(1, 15),
    fallback: 3,
    meaning: 'Members that a committee needs (专家委员会成员数).',
    source,
  }),
  'assessment.deadlineDays': setting({
    schema: days,
    fallback: { REQUESTED: 15, SCHEDULED: 30, ASSESSED: 10, ADVISED: 10, DECIDED: 5, NOTIFIED: 15, APPEALED: 30 },
    meaning:
      'Days from the act that led to a stage to the day by which the next act is due; a stage without one has no deadline.',
    source,
  }),
  'assessment.validDays': setting({
    schema: wholeNumber(30, 1_500),
    fallback: 365,
    meaning: 'Days for which a decision may rest on an assessment.',
    source,
  }),
  'placement.reviewDays': setting({
    schema: wholeNumber(30, 1_500),
    fallback: 365,
    meaning: 'Days from the first day of a placement to its review (复评).',
    source,
  }),
};
