import type { Ask } from '@bureau/testing';
import { type Bench, openBench, TODAY } from '../seed/bench.seed.ts';
import type { Place } from '../seed/county.seed.ts';

const MERGE = `mutation ($input: SchoolMergeInput!) {
  schoolMerge(input: $input) {
    school { closesOn studentCount successors { kind sinceOn school { name } } }
    moved
    userErrors { ... on RuleBroken { code allowed } }
  }
}`;
let bench: Bench;
let office: Ask;
let [closing, receiving]: [Place, Place] = [{} as Place, {} as Place];
beforeAll(async () => {
  bench = await openBench();
  await bench.seed.county('640121', '永宁县');
  office = bench.desk.as({ roles: ['enrollment-office'] });
});
beforeEach(async () => {
  closing = await bench.seed.school('640121', '村小');
  receiving = await bench.seed.school('640121', '中心小学');
});
afterAll(() => bench.close());

const merge = async (given: object = {}) => {
  const input = {
    school: `640121.${closing.school}`,
    successor: `640121.${receiving.school}`,
    version: 1,
    kind: 'MERGER',
    occurredOn: TODAY,
    document: '永政发〔2024〕8号',
    ...given,
  };
  const { data, errors, statements } = await office(MERGE, { input });
  expect(errors).toBeUndefined();
  return {
    ...(data?.schoolMerge as { moved: number; school: object | null; userErrors: { code: string }[] }),
    statements: statements.length,
  };
};
const at = async (school: string) =>
  (await bench.database.arrange(
    `SELECT count(*)::int AS count FROM school_spell WHERE school_id = $1 AND ended_on IS NULL`,
    [school],
  )) as { count: number }[];

it('moves every child in one transaction, class by class, and says who took over', async () => {
  for (let child = 0; child < 9; child += 1)
    await bench.seed.student(
      closing,
      child === 0 ? { rollStatus: 'SUSPENDED', attendancePlacement: 'OTHER_LEFT' } : {},
    );
  const gone = await bench.seed.student(closing, {
    rollStatus: 'TRANSFERRED_OUT',
    endedOn: '2024-03-01',
    endedBy: 'TRANSFERRED_OUT',
  });
  const { moved, school, userErrors } = await merge();
  expect({ moved, school, userErrors }).toEqual({
    moved: 9,
    school: {
      closesOn: TODAY,
      studentCount: 0,
      successors: [{ kind: 'MERGER', sinceOn: TODAY, school: { name: '中心小学' } }],
    },
    userErrors: [],
  });
  expect([await at(closing.school), await at(receiving.school)]).toEqual([[{ count: 0 }], [{ count: 9 }]]);
  expect(await bench.database.arrange('SELECT school_id FROM student WHERE id = $1', [gone.id])).toEqual([
    { school_id: closing.school },
  ]);
  expect(
    await bench.database.arrange(
      `SELECT data->>'closesOn' AS "closesOn", data->'successorIds' AS successors FROM outbox_event WHERE subject = $1`,
      [`640121.${closing.school}`],
    ),
  ).toEqual([{ closesOn: TODAY, successors: [receiving.school] }]);
  const kinds = `SELECT data->'movement'->>'kind' AS kind, count(*)::int AS count FROM outbox_event WHERE data->'movement'->>'cause' = $1 GROUP BY 1`;
  expect(await bench.database.arrange(kinds, [`school-merger:${closing.school}`])).toEqual([
    { kind: 'SCHOOL_MERGER', count: 9 },
  ]);
  expect((await merge({ version: 2 })).userErrors).toMatchObject([{ code: 'SCHOOL_CLOSED' }]);
});

it('while a special child is not handed over, nobody moves', async () => {
  const child = await bench.seed.student(closing, { name: '马送教', attendancePlacement: 'HOME_TEACHING' });
  expect(await merge()).toMatchObject({ moved: 0, userErrors: [{ code: 'HANDOVER_NOT_SENT', allowed: ['马送教'] }] });
  expect(await bench.database.arrange('SELECT closes_on FROM school WHERE id = $1', [closing.school])).toEqual([
    { closes_on: null },
  ]);
  expect(await bench.database.arrange('SELECT school_id FROM student WHERE id = $1', [child.id])).toEqual([
    { school_id: closing.school },
  ]);
});

it('of eight who merge at once one does', async () => {
  for (let child = 0; child < 3; child += 1) await bench.seed.student(closing);
  const answers = await Promise.all(Array.from({ length: 8 }, () => merge()));
  expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  expect(await at(receiving.school)).toEqual([{ count: 3 }]);
});

it('takes as many statements for two children as for twenty', async () => {
  for (let child = 0; child < 2; child += 1) await bench.seed.student(closing);
  const few = await merge();
  closing = await bench.seed.school('640121', '另一村小');
  for (let child = 0; child < 20; child += 1) await bench.seed.student(closing);
  expect((await merge()).statements).toBe(few.statements);
});
