import { setting, wholeNumber } from '@bureau/settings';

export const reportSettings = {
  'report.monthlyDueDay': setting({
    schema: wholeNumber(1, 28),
    fallback: 28,
    meaning: 'The day of the month by which a school reports (一月一报告).',
    source: '教基厅函〔2024〕15号, the day by the county; docs/rules/enrollment.md#monthly-report',
  }),
};
