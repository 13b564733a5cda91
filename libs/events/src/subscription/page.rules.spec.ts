import fc from 'fast-check';
import { byCounty, pageFault } from './page.rules.ts';

const source = '/bureau/enrollment';
const event = (position: number) => ({ id: `e${position}`, source, position });
const page = (changes: Partial<Parameters<typeof pageFault>[0]> = {}) => ({
  feedId: 'feed',
  head: 9,
  next: 6,
  events: [event(3), event(6)],
  ...changes,
});
const fault = (changes: Parameters<typeof page>[0], expected: Partial<Parameters<typeof pageFault>[1]> = {}) =>
  pageFault(page(changes), { source, feedId: 'feed', after: 2, limit: 2, ...expected });

it('admits what goes on where the last page ended', () => {
  expect(fault({})).toBeNull();
  expect(fault({ events: [], next: 2 })).toBeNull();
  expect(fault({ events: [], next: 9 })).toBeNull();
  expect(fault({ feedId: 'any' }, { feedId: null })).toBeNull();
});

it.each([
  ['another feed', { feedId: 'other' }, {}, 'the producer has another feed now: rebuild the rosters'],
  ['a step back', { events: [], next: 1 }, {}, 'the page leads outside the feed'],
  ['a step beyond the end', { events: [], next: 10 }, {}, 'the page leads outside the feed'],
  ['more than asked for', {}, { limit: 1 }, 'the page is longer than asked for'],
  [
    'an event from elsewhere',
    { events: [{ ...event(3), source: '/bureau/student-aid' }] },
    {},
    'event e3 is from another source',
  ],
  ['an event that is there already', { events: [event(2)] }, {}, 'event e2 is out of order'],
  ['two at one position', { events: [event(3), { ...event(3), id: 'e4' }] }, {}, 'event e4 is out of order'],
  ['an event behind the page', { events: [event(7)] }, {}, 'event e7 is out of order'],
  ['an event twice', { events: [event(3), { ...event(4), id: 'e3' }] }, {}, 'event e3 is there twice'],
])('refuses %s', (_, changes, expected, sentence) => {
  expect(fault(changes, expected)).toBe(sentence);
});

it('groups by county without losing, inventing or reordering', () => {
  const events = fc.array(fc.record({ countyCode: fc.constantFrom('640121', '640122', '640104'), number: fc.nat() }));
  fc.assert(
    fc.property(events, (all) => {
      const groups = byCounty(all);
      expect([...groups.values()].flat().length).toBe(all.length);
      for (const [county, group] of groups)
        expect(group).toEqual(all.filter(({ countyCode }) => countyCode === county));
    }),
  );
});
