import { addDays } from '@bureau/calendar';
import type { Ask } from '@bureau/testing';
import fc from 'fast-check';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import type { Place, SeededStudent, SpellGiven } from '../seed/county.seed.ts';
import { retainedOf, type Stay } from './retention-in-words.seed.ts';
import { SPELL_ENDS } from './school-spell.entity.ts';

const RATE = '{ county(code: "640121") { retentionRate(schoolYear: 2023) { numerator denominator } } }';
const [STARTS_ON, UNTIL_ON] = ['2023-09-01', '2024-08-31'];

let bench: Bench;
let places: [Place, Place];
let county: Ask;
let registrars: [Ask, Ask];
beforeAll(async () => {
  bench = await openBench();
  await bench.seed.county('640121', '永宁县');
  places = [await bench.seed.school('640121', '第一小学'), await bench.seed.school('640121', '第二小学')];
  county = bench.desk.as({ roles: ['county-leader'] });
  const registrarOf = ({ school }: Place) => bench.desk.as({ roles: ['school-registrar'], school: `640121.${school}` });
  registrars = [registrarOf(places[0]), registrarOf(places[1])];
});
beforeEach(() => clear());
afterAll(() => bench.close());

const clear = () => bench.database.arrange('TRUNCATE school_spell, student CASCADE');

async function rateFor(ask: Ask): Promise<unknown> {
  const { data, errors } = await ask(RATE);
  expect(errors).toBeUndefined();
  return (data?.county as { retentionRate: unknown }).retentionRate;
}

/** A child with these spells; each goes on at the school that it names, or where the child is. */
async function childWith(...[first, ...later]: [SpellGiven, ...(SpellGiven & { at?: Place })[]]): Promise<void> {
  const student: SeededStudent = await bench.seed.student(places[0], first);
  for (const { at = places[0], ...given } of later) await bench.seed.spell({ ...at, id: student.id }, given);
}

it('a child who dropped out and resumed in the same year counts once, as kept', async () => {
  await childWith({ endedOn: '2023-11-01', endedBy: 'DROPPED_OUT' }, { startedOn: '2024-03-01' });
  expect(await rateFor(county)).toEqual({ numerator: 1, denominator: 1 });
  expect(await rateFor(registrars[0])).toEqual({ numerator: 1, denominator: 1 });
});

it('a child who dropped out and resumed after the year is lost to it', async () => {
  await childWith({ endedOn: '2023-11-01', endedBy: 'DROPPED_OUT' }, { startedOn: '2024-09-01' });
  expect(await rateFor(county)).toEqual({ numerator: 0, denominator: 1 });
});

it.each([
  ['2024-08-25', { numerator: 1, denominator: 1 }],
  ['2024-09-01', { numerator: 0, denominator: 0 }],
])('a transfer with a summer gap until %s is %p to the county', async (startedOn, rate) => {
  await childWith({ endedOn: '2024-07-10', endedBy: 'TRANSFERRED_WITHIN_COUNTY' }, { startedOn, at: places[1] });
  expect(await rateFor(county)).toEqual(rate);
  expect(await rateFor(registrars[0])).toEqual({ numerator: 0, denominator: 0 });
  expect(await rateFor(registrars[1])).toEqual(rate);
});

it('a child who graduated and went on to a school beyond the compulsory stages is kept', async () => {
  await childWith(
    { endedOn: '2024-07-10', endedBy: 'GRADUATED' },
    { startedOn: '2024-08-20', at: { ...places[1], stage: 'SENIOR_SECONDARY' } },
  );
  expect(await rateFor(county)).toEqual({ numerator: 1, denominator: 1 });
});

/** PostgreSQL knows none of these in the compulsory stages. */
const SENIOR_ENDS = ['WITHDRAWN', 'EXPELLED', 'LEFT_INCOMPLETE'] as const;

const arbitraryStay = fc.record({
  at: fc.constantFrom(0 as const, 1 as const),
  stage: fc.constantFrom('PRIMARY', 'JUNIOR_SECONDARY', 'SENIOR_SECONDARY'),
  rollStatus: fc.constantFrom('ACTIVE', 'SUSPENDED', 'DROPPED_OUT'),
  /** Days since the spell before. */
  gap: fc.constantFrom(0, 0, 1, 30, 200),
  days: fc.constantFrom(1, 31, 120, 365),
  endedBy: fc.constantFrom(...SPELL_ENDS.filter((end) => !SENIOR_ENDS.some((one) => one === end))),
});
const arbitraryChild = fc.record({
  startedOn: fc.constantFrom('2022-09-01', '2023-08-31', '2023-09-01', '2023-12-01', '2024-08-31', '2024-09-01'),
  stays: fc.array(arbitraryStay, { minLength: 1, maxLength: 5 }),
  isRunning: fc.boolean(),
});

function staysOf({ startedOn, stays, isRunning }: typeof arbitraryChild extends fc.Arbitrary<infer T> ? T : never) {
  let day: string = startedOn;
  return stays.map(({ at, gap, days, endedBy, ...rest }, index): Stay => {
    const from = addDays(day, gap);
    day = addDays(from, days);
    const ends = !(isRunning && index === stays.length - 1);
    const end = ends ? { endedOn: day, endedBy } : { endedOn: null, endedBy: null };
    return { ...rest, ...end, school: places[at].school, startedOn: from };
  });
}

it('whatever the spells, county and school count what the rule says of each child', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryChild, { minLength: 1, maxLength: 6 }), async (drawn) => {
      await clear();
      const children = drawn.map(staysOf);
      for (const stays of children) {
        const given = stays.map((stay) => ({ ...stay, place: placeOf(stay) }));
        const [first, ...later] = given;
        if (!first) continue;
        const { id } = await bench.seed.student(first.place, first);
        for (const { place, ...spell } of later) await bench.seed.spell({ ...place, id }, spell);
      }
      expect(await rateFor(county)).toEqual(retainedOf(children, STARTS_ON, UNTIL_ON));
      for (const [index, { school }] of places.entries()) {
        const seen = children.map((stays) => stays.filter((stay) => stay.school === school));
        expect(await rateFor(registrars[index as 0 | 1])).toEqual(retainedOf(seen, STARTS_ON, UNTIL_ON));
      }
    }),
    { numRuns: 60 },
  );
});

const placeOf = ({ school, stage }: Stay): Place => ({
  ...(school === places[0].school ? places[0] : places[1]),
  stage,
});
