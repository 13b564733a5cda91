import { type Bench, openBench } from '../seed/bench.seed.ts';
import { walk } from '../seed/walk.seed.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
  await bench.seed.target('640121', '2018-09-01', 200);
  const given = [
    { children: 900, broadbandMbps: 100, teachingClasses: 20, multimediaClasses: 20 },
    { children: 30, broadbandMbps: 0, teachingClasses: 2, multimediaClasses: 0 },
    { children: 500, broadbandMbps: 500, teachingClasses: 12, multimediaClasses: 11 },
    { children: 700, broadbandMbps: 200, teachingClasses: 12, multimediaClasses: 12 },
  ];
  for (const { children, ...profile } of given) {
    const school = await bench.seed.school('640121', { township: '101' });
    await bench.seed.profile(school, profile);
    await bench.database.arrange(`INSERT INTO school_headcount VALUES ('640121', $1, '2024-09-01', 10, $2, '[]', 1)`, [
      school.id,
      children,
    ]);
  }
  await bench.seed.school('640121', { township: '102' });
});
afterAll(() => bench.close());

it('gaps are listed by the children whom they affect; a school without one is not', async () => {
  const ask = bench.desk.as({ roles: ['county-leader'] });
  const { data, errors, statements } = await ask(
    `{ connectivityGaps { totalCount nodes { children broadbandMbps isBelowTarget classesWithoutMultimedia } }
       connectivityGapGroups(filter: { isBelowTarget: true }, groupBy: TOWNSHIP) { key count children } }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    connectivityGaps: {
      totalCount: 4,
      nodes: [
        { children: 900, broadbandMbps: 100, isBelowTarget: true, classesWithoutMultimedia: 0 },
        { children: 500, broadbandMbps: 500, isBelowTarget: false, classesWithoutMultimedia: 1 },
        { children: 30, broadbandMbps: 0, isBelowTarget: true, classesWithoutMultimedia: 2 },
        { children: 0, broadbandMbps: 0, isBelowTarget: true, classesWithoutMultimedia: 0 },
      ],
    },
    connectivityGapGroups: [
      { key: '640121101', count: 2, children: 930 },
      { key: '640121102', count: 1, children: 0 },
    ],
  });
  expect(statements).toHaveLength(3);
  const query = `query ($first: Int, $after: String) { connectivityGaps(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
  expect(await walk(ask, { query, first: 1 })).toHaveLength(4);
});
