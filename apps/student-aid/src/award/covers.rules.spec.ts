import { daysOfMultirange, multirangeOfDays } from './covers.rules.ts';

it.each([
  ['{}', []],
  ['{[2024-02-26,2024-07-06)}', [{ from: '2024-02-26', to: '2024-07-05' }]],
  [
    '{[2024-02-26,2024-03-01),[2024-06-01,2024-06-02)}',
    [
      { from: '2024-02-26', to: '2024-02-29' },
      { from: '2024-06-01', to: '2024-06-01' },
    ],
  ],
])('%s', (text, days) => {
  expect(daysOfMultirange(text)).toEqual(days);
});

it('writes both ends as included', () => {
  expect(multirangeOfDays([{ from: '2024-02-26', to: '2024-07-05' }])).toBe('{[2024-02-26,2024-07-05]}');
  expect(multirangeOfDays([])).toBe('{}');
});
