import { setting, wholeNumber } from '@bureau/settings';

export const dutySettings = {
  'dutyTransfer.answerDays': setting({
    schema: wholeNumber(1, 90),
    fallback: 10,
    meaning: 'Days from the offer to the day by which the receiver must answer (责任移交接收期限).',
    source: 'docs/rules/special-education.md#duty',
  }),
};
