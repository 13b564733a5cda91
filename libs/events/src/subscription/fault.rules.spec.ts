import { isPassing } from './fault.rules.ts';

it.each(['08006', '40001', '40P01', '53300', '57P01', 'ECONNREFUSED', 'ECONNRESET'])(
  'takes %s for the database being away',
  (code) => {
    expect(isPassing(Object.assign(new Error('?'), { code }))).toBe(true);
  },
);

it.each(['23505', '22P02', '42P01', '57014', 'ERR_INVALID_ARG_TYPE'])('takes %s for the event’s own fault', (code) => {
  expect(isPassing(Object.assign(new Error('?'), { code }))).toBe(false);
});

it('knows pg’s errors that have no code', () => {
  expect(isPassing(new Error('Connection terminated unexpectedly'))).toBe(true);
  expect(isPassing(new Error('Cannot read properties of undefined'))).toBe(false);
  expect(isPassing(undefined)).toBe(false);
});
