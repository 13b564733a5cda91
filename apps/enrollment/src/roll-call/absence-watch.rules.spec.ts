import { isNoShow, watchDecision } from './absence-watch.rules.ts';

const thresholds = { 'absence.watchDays': 3, 'absence.suspectedDays': 7, 'termStart.noShowDays': 14 };
const facts = { day: '2024-12-05', termStart: '2024-09-02', stage: null };
const streak = (days: number, since: string | null, lastSeenOn: string | null = '2024-11-29') => ({
  studentId: 'child',
  days,
  since,
  lastSeenOn,
});

it.each([
  [2, '2024-12-04', null, 'NONE'],
  [3, '2024-12-03', null, 'WATCH'],
  [3, '2024-12-03', 'WATCH', 'NONE'],
  [5, '2024-11-29', null, 'SUSPECT'],
  [5, '2024-11-29', 'WATCH', 'SUSPECT'],
  [4, '2024-11-30', 'WATCH', 'NONE'],
  [20, '2024-11-01', 'SUSPECTED', 'NONE'],
] as const)('%i unexcused days since %s, with a case at %s, make %s', (days, since, stage, decision) => {
  expect(watchDecision(streak(days, since), { ...facts, stage }, thresholds)).toBe(decision);
});

it('who is in class again ends a watch, and nothing more', () => {
  expect(watchDecision(streak(0, null, '2024-12-05'), { ...facts, stage: 'WATCH' }, thresholds)).toBe('BACK');
  expect(watchDecision(streak(0, null, '2024-12-05'), { ...facts, stage: 'SUSPECTED' }, thresholds)).toBe('NONE');
  expect(watchDecision(streak(0, null, '2024-12-04'), { ...facts, stage: 'WATCH' }, thresholds)).toBe('NONE');
});

it('who never came since the term began is suspected after the days of a no-show', () => {
  const never = streak(9, '2024-09-02', '2024-07-05');
  expect(isNoShow(never, '2024-09-02')).toBe(true);
  expect(isNoShow(streak(9, '2024-09-03', '2024-09-02'), '2024-09-02')).toBe(false);
  expect(watchDecision(never, { ...facts, day: '2024-09-15', stage: 'WATCH' }, thresholds)).toBe('NONE');
  expect(watchDecision(never, { ...facts, day: '2024-09-16', stage: 'WATCH' }, thresholds)).toBe('SUSPECT');
});
