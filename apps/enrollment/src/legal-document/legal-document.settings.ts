import { setting, wholeNumber } from '@bureau/settings';

/** Time that papers give a guardian (文书期限). */
export const documentSettings = {
  'notice.limitDays': setting({
    schema: wholeNumber(3, 15),
    fallback: 7,
    meaning: 'Days that a 限期入学通知书 gives, from its service.',
    source: 'domain B4, J: the county sets 3 to 15; docs/rules/enrollment.md#legal-documents',
  }),
  'penalty.demandDays': setting({
    schema: wholeNumber(1, 60),
    fallback: 10,
    meaning: 'Days between the service of the 催告书 and the application to the court.',
    source: '行政强制法 art. 54; docs/rules/enrollment.md#legal-documents',
  }),
};
