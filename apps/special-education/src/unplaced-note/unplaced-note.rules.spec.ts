import { noteOn } from './unplaced-note.rules.ts';

const first = { notedOn: '2021-03-01' };
const second = { notedOn: '2024-08-26' };
const third = { notedOn: '2024-10-01' };
const notes = [first, second, third];
const placements = [{ startedOn: '2021-09-01', endedOn: '2024-08-26', expiresOn: null }];

it.each([
  ['2021-02-28', null],
  ['2021-03-01', first],
  ['2021-08-31', first],
  ['2021-09-01', null],
  ['2024-08-25', null],
  ['2024-08-26', second],
  ['2024-09-30', second],
  ['2024-10-01', third],
])('on %s it is %p', (day, note) => {
  expect(noteOn(notes, placements, day)).toBe(note);
});

it('a note of an earlier time says nothing about this one', () => {
  expect(noteOn([first], placements, '2024-09-01')).toBeNull();
});

it('a child that was never placed has its last note', () => {
  expect(noteOn(notes, [], '2024-12-05')).toBe(third);
});
