import { schoolYearWindow } from './school-year-window.rules.ts';

it.each([
  ['before it begins', '2024-08-31', '2024-08-31'],
  ['on its first day', '2024-09-01', '2024-09-01'],
  ['on its last day', '2025-08-31', '2025-08-31'],
  ['the day after', '2025-09-01', '2025-08-31'],
  ['years later', '2030-01-01', '2025-08-31'],
])('the figures of 2024, asked for %s, are of %s: %s', (_, today, untilOn) => {
  expect(schoolYearWindow(2024, today)).toEqual({ schoolYear: 2024, startsOn: '2024-09-01', untilOn });
});
