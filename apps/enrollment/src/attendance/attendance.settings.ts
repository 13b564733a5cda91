import { setting, wholeNumber } from '@bureau/settings';

const source = 'domain B3: there is no national number of days; docs/rules/enrollment.md#absence';

/** From when an absence is a warning, a suspicion, a dropout (缺勤预警阈值). */
export const absenceSettings = {
  'absence.watchDays': setting({
    schema: wholeNumber(1, 60),
    fallback: 3,
    meaning: 'Unexcused school days in a row that open a WATCH (缺勤预警).',
    source,
  }),
  'absence.suspectedDays': setting({
    schema: wholeNumber(1, 90),
    fallback: 7,
    meaning: 'Calendar days without excuse that make a suspicion (疑似辍学).',
    source,
  }),
  'absence.dropoutDays': setting({
    schema: wholeNumber(1, 365),
    fallback: 30,
    meaning: 'Calendar days after the suspicion from which a child still away counts as dropped out (辍学).',
    source,
  }),
  'termStart.noShowDays': setting({
    schema: wholeNumber(1, 60),
    fallback: 14,
    meaning: 'Calendar days after the start of term from which an expected child who never came is suspected.',
    source,
  }),
};
