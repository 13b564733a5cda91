import { hasEnded, IMPORT_ACTS, IMPORT_STATES, nextImportState, statesFor } from './import-run.rules.ts';

const POSSIBLE = new Map([
  ['RECEIVED START', 'RUNNING'],
  ['RECEIVED CANCEL', 'CANCELLED'],
  ['RECEIVED BREAK_OFF', 'FAILED'],
  ['RUNNING FINISH', 'DONE'],
  ['RUNNING REJECT', 'REJECTED'],
  ['RUNNING CANCEL', 'CANCELLED'],
  ['RUNNING BREAK_OFF', 'FAILED'],
]);

it.each(IMPORT_STATES.flatMap((state) => IMPORT_ACTS.map((act) => [state, act] as const)))(
  'an import that is %s: %s',
  (state, act) => {
    expect(nextImportState(state, act)).toBe(POSSIBLE.get(`${state} ${act}`) ?? null);
  },
);

it.each([
  ['RECEIVED', false],
  ['RUNNING', false],
  ['DONE', true],
  ['REJECTED', true],
  ['CANCELLED', true],
  ['FAILED', true],
] as const)('an import that is %s has ended: %s', (state, ended) => {
  expect(hasEnded(state)).toBe(ended);
});

it('is cancelled while it waits or runs', () => {
  expect(statesFor('CANCEL')).toEqual(['RECEIVED', 'RUNNING']);
});
