import { type Bench, openBench } from '../seed/bench.seed.ts';

const COUNTY = '640121';
const AID = `query ($students: [_Any!]!, $term: String) {
  _entities(representations: $students) {
    ... on Student { id aid { awards(term: $term) { programme { code } term { name } amount } } }
  }
}`;

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
  for (const code of ['HS_FEE', 'HS_GRANT']) await bench.seed.programme(COUNTY, code);
});
afterAll(() => bench.close());

const ask = () => bench.desk.as({ roles: ['county-leader'] });
const reference = (id: string) => ({ __typename: 'Student', id });

it('a child has its awards, latest term first, and those of one term named in either way', async () => {
  const place = bench.seed.place(COUNTY);
  const studentId = await bench.seed.student(place);
  await bench.seed.award(place, 'HS_GRANT', { studentId, season: 'AUTUMN' });
  await bench.seed.award(place, 'HS_GRANT', { studentId });
  await bench.seed.award(place, 'HS_FEE', { studentId, amountFen: '40000' });
  const id = `${COUNTY}.${studentId}`;

  const spring = [
    { programme: { code: 'HS_FEE' }, term: { name: '2024年春季学期' }, amount: '400.00' },
    { programme: { code: 'HS_GRANT' }, term: { name: '2024年春季学期' }, amount: '625.00' },
  ];
  const autumn = { programme: { code: 'HS_GRANT' }, term: { name: '2023年秋季学期' }, amount: '625.00' };
  const all = await ask()(AID, { students: [reference(id)] });
  expect(all.errors).toBeUndefined();
  expect(all.data).toEqual({ _entities: [{ id, aid: { awards: [...spring, autumn] } }] });
  for (const term of ['2023-2024-2', '2024年春季学期']) {
    const { data } = await ask()(AID, { students: [reference(id)], term });
    expect(data).toEqual({ _entities: [{ id, aid: { awards: spring } }] });
  }
});

it.each([2, 30])('the awards of %i children take two statements', async (count) => {
  const place = bench.seed.place(COUNTY);
  const students = [];
  for (let at = 0; at < count; at += 1) {
    const { studentId } = await bench.seed.award(place, 'HS_FEE');
    students.push(reference(`${COUNTY}.${studentId}`));
  }
  const { data, errors, statements } = await ask()(AID, { students });
  expect(errors).toBeUndefined();
  expect((data?._entities as { aid: { awards: object[] } }[]).map(({ aid }) => aid.awards.length)).toEqual(
    students.map(() => 1),
  );
  expect(statements).toHaveLength(2);
});

it('a child without aid has none, and an id that is none leads nowhere', async () => {
  const id = `${COUNTY}.${await bench.seed.student(bench.seed.place(COUNTY))}`;
  const { data, errors } = await ask()(AID, { students: [reference(id), reference('x')] });
  expect(errors).toBeUndefined();
  expect(data).toEqual({ _entities: [{ id, aid: { awards: [] } }, null] });
});
