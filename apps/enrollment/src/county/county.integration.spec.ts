import type { SeededStudent } from '../seed/county.seed.ts';
import { type Bench, openBench } from '../seed/bench.seed.ts';

const FIGURES = `query ($county: ID!) {
  county(code: $county) {
    code
    name
    dropoutControl(year: 2024) { suspected returned open }
    primary: enrollmentRate(stage: PRIMARY, schoolYear: 2024) { numerator denominator percent }
    junior: enrollmentRate(stage: JUNIOR_SECONDARY, schoolYear: 2024) { numerator denominator percent }
    retentionRate(schoolYear: 2024) { numerator denominator percent }
  }
}`;

let bench: Bench;
let left: SeededStudent;
let ids: { first: string; second: string; away: string };
beforeAll(async () => {
  bench = await openBench();
  const { seed } = bench;
  await seed.county('640121', '永宁县');
  await seed.county('640122', '贺兰县');
  const first = await seed.school('640121', '第一小学');
  const second = await seed.school('640121', '第二中学', { stage: 'JUNIOR_SECONDARY' });
  const away = await seed.school('640122', '外县小学');
  ids = { first: first.school, second: second.school, away: away.school };

  for (const place of [first, first, first, second, second, away]) await seed.student(place);
  left = await seed.student(first, {
    endedOn: '2024-11-01',
    endedBy: 'TRANSFERRED_OUT',
    rollStatus: 'TRANSFERRED_OUT',
  });
  await seed.student(second, { rollStatus: 'DROPPED_OUT' });
  await seed.student(second, { endedOn: '2024-08-31', endedBy: 'GRADUATED', rollStatus: 'GRADUATED' });

  for (const place of [first, first, first, away]) await seed.childOfAge(place);
  await seed.childOfAge(second, { ageBand: 'JUNIOR_SECONDARY' });
  await seed.childOfAge(second, { ageBand: 'JUNIOR_SECONDARY', whereabouts: 'OUT_OF_COUNTY' });
  await seed.childOfAge(second, { ageBand: 'JUNIOR_SECONDARY', whereabouts: 'SUSPENDED' });
  await seed.childOfAge(first, { schoolYear: 2023 });

  const suspected = await seed.student(first);
  await seed.dropoutCase(suspected, { stage: 'RETURNED', suspectedOn: '2024-03-04', returnedOn: '2024-03-18' });
  await seed.dropoutCase(await seed.student(second), { suspectedOn: '2024-12-31' });
  await seed.dropoutCase(await seed.student(second), { suspectedOn: '2023-12-31' });
});
afterAll(() => bench.close());

const whole = {
  code: '640121',
  name: '永宁县',
  dropoutControl: { suspected: 2, returned: 1, open: 1 },
  primary: { numerator: 3, denominator: 3, percent: '100.00' },
  junior: { numerator: 2, denominator: 3, percent: '66.67' },
  retentionRate: { numerator: 8, denominator: 9, percent: '88.89' },
};

it('gives a leader the figures of the whole county, in one statement a figure', async () => {
  const { data, errors, statements } = await bench.desk.as({ roles: ['county-leader'] })(FIGURES, { county: '640121' });
  expect(errors).toBeUndefined();
  expect(data).toEqual({ county: whole });
  expect(statements).toHaveLength(4);
});

it('gives a registrar the figures of her own school', async () => {
  const ask = bench.desk.as({ roles: ['school-registrar'], school: `640121.${ids.first}` });
  const { data, errors } = await ask(FIGURES, { county: '640121' });
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    county: {
      ...whole,
      dropoutControl: { suspected: 1, returned: 1, open: 0 },
      junior: { numerator: 0, denominator: 0, percent: null },
      retentionRate: { numerator: 4, denominator: 4, percent: '100.00' },
    },
  });
});

it.each(['640122', '640199', 'x'])('has no county %s for a leader of 640121', async (county) => {
  const { data } = await bench.desk.as({ roles: ['county-leader'] })(FIGURES, { county });
  expect(data).toEqual({ county: null });
});

it('changes a figure with every row', async () => {
  const ask = bench.desk.as({ roles: ['county-leader'] });
  await bench.database.arrange(`DELETE FROM child_of_age WHERE whereabouts = 'SUSPENDED'`);
  const { data } = await ask(FIGURES, { county: '640121' });
  expect(data).toMatchObject({ county: { junior: { numerator: 2, denominator: 2, percent: '100.00' } } });
});

it.each([1985, 2101, 99_999])('refuses the year %i and says which argument', async (year) => {
  const ask = bench.desk.as({ roles: ['county-leader'] });
  const { errors } = await ask(
    'query ($year: Int!) { county(code: "640121") { code retentionRate(schoolYear: $year) { percent } } }',
    { year },
  );
  expect(errors).toEqual([
    {
      message: `schoolYear must be a year from 1986 to 2100, not ${year}.`,
      path: ['county', 'retentionRate'],
      locations: expect.anything() as unknown,
      extensions: { code: 'BAD_USER_INPUT', argument: 'schoolYear' },
    },
  ]);
});

describe('a child of another school', () => {
  const byEntity = `query ($id: ID!) { _entities(representations: [{ __typename: "Student", id: $id }]) { ... on Student { id } } }`;
  const byId = 'query ($id: ID!) { student(id: $id) { id } }';

  it('is reached by a leader', async () => {
    const ask = bench.desk.as({ roles: ['county-leader'] });
    const id = `640121.${left.id}`;
    expect((await ask(byId, { id })).data).toEqual({ student: { id } });
    expect((await ask(byEntity, { id })).data).toEqual({ _entities: [{ id }] });
  });

  it.each([byId, byEntity])('is not reached by a registrar with %s', async (query) => {
    const ask = bench.desk.as({ roles: ['school-registrar'], school: `640121.${ids.second}` });
    const { data, errors } = await ask(query, { id: `640121.${left.id}` });
    expect(errors).toBeUndefined();
    expect(Object.values(data ?? {})).toEqual([query === byId ? null : [null]]);
  });

  it('is not reached by filters or counts', async () => {
    const ask = bench.desk.as({ roles: ['school-registrar'], school: `640121.${ids.second}` });
    const { data } = await ask(
      `query ($schools: [ID!]) {
        students(filter: { schools: $schools }) { totalCount nodes { id } }
        studentGroups(filter: { schools: $schools }, groupBy: SCHOOL) { key count }
        schools { totalCount nodes { name } }
      }`,
      { schools: [`640121.${ids.first}`, `640122.${ids.away}`] },
    );
    expect(data).toEqual({
      students: { totalCount: 0, nodes: [] },
      studentGroups: [],
      schools: { totalCount: 1, nodes: [{ name: '第二中学' }] },
    });
  });
});
