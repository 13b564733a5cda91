import { addMonths, monthEnd } from './month.ts';

it.each([
  ['2024-02-01', '2024-02-29'],
  ['2023-02-28', '2023-02-28'],
  ['2024-12-31', '2024-12-31'],
  ['2024-04-30', '2024-04-30'],
])('the month of %s ends on %s', (day, end) => {
  expect(monthEnd(day)).toBe(end);
});

it.each([
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-12-15', 1, '2025-01-15'],
  ['2024-01-15', -1, '2023-12-15'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-03-31', -13, '2023-02-28'],
  ['2024-09-20', 12, '2025-09-20'],
])('%s and %i months make %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
});
