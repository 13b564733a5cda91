import type { Ask } from '@bureau/testing';
import { type Bench, openBench, TODAY } from '../seed/bench.seed.ts';
import type { RatingGiven, SeededSchool } from '../seed/campus.seed.ts';

let bench: Bench;
let ask: Ask;
beforeAll(async () => {
  bench = await openBench();
  ask = bench.desk.as({ roles: ['internet-plus-office'] });
});
afterAll(() => bench.close());

async function ratingsOf(school: SeededSchool, filter: object): Promise<unknown> {
  const { data, errors } = await ask(
    `query ($filter: SmartCampusRatingFilter) {
      smartCampusRatings(filter: $filter, orderBy: AWARDED_ASC) {
        totalCount nodes { school { id } stars awardedOn validUntil state endedOn }
      }
    }`,
    { filter: { ...filter, schools: [school.globalId] } },
  );
  expect(errors).toBeUndefined();
  return data?.smartCampusRatings;
}

describe('a school rated again and then revoked', () => {
  let school: SeededSchool;
  let nodes: object[];
  beforeAll(async () => {
    school = await bench.seed.school('640121');
    const turns: RatingGiven[] = [
      { stars: 2, awardedOn: '2022-06-01', validUntil: '2025-05-31', state: 'SUPERSEDED', endedOn: '2023-06-01' },
      { stars: 3, awardedOn: '2023-06-01', validUntil: '2023-12-31', state: 'AWARDED', endedOn: null },
      { stars: 4, awardedOn: '2024-02-01', validUntil: null, state: 'REVOKED', endedOn: '2024-12-05' },
    ];
    for (const turn of turns) await bench.seed.rating(school, turn);
    nodes = turns.map((turn) => ({ school: { id: school.globalId }, ...turn }));
    await bench.seed.rating(await bench.seed.school('640121'));
  });

  it.each([
    ['2022-05-31', null],
    ['2022-06-01', 0],
    ['2023-05-31', 0],
    ['2023-06-01', 1],
    ['2023-12-31', 1],
    ['2024-01-01', null],
    ['2024-02-01', 2],
    ['2024-12-04', 2],
    ['2024-12-05', null],
  ])('has on %s the stars of rating %p', async (inForceOn, at) => {
    const inForce = at === null ? [] : nodes.slice(at, at + 1);
    expect(await ratingsOf(school, { inForceOn })).toEqual({ totalCount: inForce.length, nodes: inForce });
  });

  it.each([
    [{}, [0, 1, 2]],
    [{ stars: [2, 4] }, [0, 2]],
    [{ states: ['AWARDED'] }, [1]],
    [{ states: ['SUPERSEDED', 'REVOKED'], stars: [4, 5] }, [2]],
    [{ townships: ['640121101'] }, [0, 1, 2]],
    [{ townships: ['640121102'] }, []],
  ])('is listed by %p with the ratings %p', async (filter, wanted) => {
    const listed = wanted.map((at) => nodes[at]);
    expect(await ratingsOf(school, filter)).toEqual({ totalCount: listed.length, nodes: listed });
  });
});

it.each([
  [{ awardedOn: TODAY, validUntil: TODAY }, { stars: 3 }],
  [{ awardedOn: '2024-12-06' }, null],
  [{ validUntil: '2024-12-04' }, null],
  [{ state: 'REVOKED', endedOn: TODAY } as const, null],
  [{ state: 'REVOKED', endedOn: '2024-12-06' } as const, { stars: 3 }],
])('a school with the rating %p shows today %p', async (given, shown) => {
  const { globalId, ...school } = await bench.seed.school('640121');
  await bench.seed.rating({ globalId, ...school }, given);
  const { data } = await ask(
    `query ($id: ID!) { _entities(representations: [{ __typename: "School", id: $id }]) { ... on School { smartCampusRating { stars } } } }`,
    { id: globalId },
  );
  expect(data).toEqual({ _entities: [{ smartCampusRating: shown }] });
});

describe('the table', () => {
  it.each([2, 5])('takes %i stars', async (stars) => {
    await bench.seed.rating(await bench.seed.school('640123'), { stars });
  });

  it.each<[RatingGiven, string]>([
    [{ stars: 1 }, 'stars_check'],
    [{ stars: 6 }, 'stars_check'],
    [{ state: 'REVOKED' }, 'end_check'],
    [{ state: 'AWARDED', endedOn: '2024-11-01' }, 'end_check'],
    [{ state: 'REVOKED', endedOn: '2024-06-01' }, 'dates_check'],
    [{ validUntil: '2024-05-31' }, 'dates_check'],
  ])('refuses %p', async (given, constraint) => {
    const school = await bench.seed.school('640123');
    await expect(bench.seed.rating(school, given)).rejects.toThrow(`smart_campus_rating_${constraint}`);
  });

  it('refuses a state that nobody defined', async () => {
    const school = await bench.seed.school('640123');
    const pending = { state: 'PENDING', endedOn: '2024-11-01' } as unknown as RatingGiven;
    await expect(bench.seed.rating(school, pending)).rejects.toThrow('smart_campus_rating_state_check');
  });

  it.each<[string, RatingGiven, RatingGiven, boolean]>([
    ['the day the other ends', { state: 'SUPERSEDED', endedOn: '2024-11-01' }, { awardedOn: '2024-11-01' }, true],
    ['the day before', { state: 'SUPERSEDED', endedOn: '2024-11-01' }, { awardedOn: '2024-10-31' }, false],
    ['the day after the other was valid', { validUntil: '2024-11-01' }, { awardedOn: '2024-11-02' }, true],
    ['the last day that the other is valid', { validUntil: '2024-11-01' }, { awardedOn: '2024-11-01' }, false],
    ['while the other has no end', { validUntil: null }, { awardedOn: '2099-01-01', validUntil: null }, false],
  ])('takes or refuses a second rating from %s', async (_, first, second, isTaken) => {
    const school = await bench.seed.school('640123');
    await bench.seed.rating(school, first);
    const written = bench.seed.rating(school, second).then(
      () => null,
      (error: unknown) => String(error),
    );
    expect(await written).toEqual(
      isTaken ? null : (expect.stringContaining('smart_campus_rating_one_in_force_excl') as string),
    );
  });
});
