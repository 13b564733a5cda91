import type { Ask } from '@bureau/testing';
import { act, rowsOf } from '../seed/act.seed.ts';
import { type Bench, openBench, TODAY } from '../seed/bench.seed.ts';
import type { SeededSchool } from '../seed/campus.seed.ts';

let bench: Bench;
let office: Ask;
let lead: Ask;
let school: SeededSchool;
beforeAll(async () => {
  bench = await openBench();
  office = bench.desk.as({ roles: ['internet-plus-office'] });
  school = await bench.seed.school('640121');
  lead = bench.desk.as({ roles: ['school-it-lead'], school: school.globalId });
});
afterAll(() => bench.close());

const rows = () =>
  rowsOf(bench.database.arrange, 'teacher', 'literacy_result', 'micro_competence', 'training_record', 'incentive_rule');
async function enrolled(name: string): Promise<string> {
  const input = { school: school.globalId, name, role: 'TEACHER', subject: '语文', startsOn: '2020-09-01' };
  return String((await act(lead, 'teacherEnrol', { input })).record?.id);
}
const results = (...given: [string, number][]) => ({
  year: 2024,
  rows: given.map(([teacher, score]) => ({ teacher, score })),
});
const rule = (source: string, points: number) =>
  act(office, 'incentiveRuleDecide', {
    input: { source, points, mostTimes: 3, validFrom: '2024-01-01', document: '永教发〔2024〕9号' },
  });

it('a teacher’s points are traced to what earned them', async () => {
  const teacher = await enrolled('王芳');
  const other = await enrolled('李娜');
  expect((await act(office, 'literacyResultsRecord', { input: results([teacher, 85], [other, 59]) })).refused).toEqual(
    [],
  );
  const competence = { teacher, code: 'A1', assessedOn: TODAY, level: 'PASSED' };
  expect((await act(lead, 'microCompetenceAssess', { input: competence })).refused).toEqual([]);
  expect((await act(lead, 'microCompetenceAssess', { input: competence })).refused).toEqual(['RECORD_EXISTS code']);
  for (const title of ['国培', '校本'])
    await act(lead, 'trainingRecordEnter', { input: { teacher, title, method: 'ONLINE', hours: 15, endedOn: TODAY } });
  expect((await rule('LITERACY_EXCELLENT', 10)).refused).toEqual([]);
  expect((await rule('LITERACY_EXCELLENT', 11)).refused).toEqual(['RECORD_EXISTS validFrom']);
  await rule('MICRO_COMPETENCE', 2);
  await rule('TRAINING_TEN_HOURS', 1);
  const SCORES = `{ teachers { nodes { name incentiveScore(year: 2024) { points items { source times counted points because } }
    literacyResults { level } microCompetences { code } trainings { hours } } } }`;
  const { data, statements } = await lead(SCORES);
  const known = expect.any(Array) as unknown;
  expect(data).toEqual({
    teachers: {
      nodes: [
        {
          name: '李娜',
          incentiveScore: { points: 0, items: [] },
          literacyResults: [{ level: 'FAILED' }],
          microCompetences: [],
          trainings: [],
        },
        {
          name: '王芳',
          incentiveScore: {
            points: 15,
            items: [
              { source: 'LITERACY_EXCELLENT', times: 1, counted: 1, points: 10, because: known },
              { source: 'MICRO_COMPETENCE', times: 1, counted: 1, points: 2, because: known },
              { source: 'TRAINING_TEN_HOURS', times: 3, counted: 3, points: 3, because: known },
            ],
          },
          literacyResults: [{ level: 'EXCELLENT' }],
          microCompetences: [{ code: 'A1' }],
          trainings: [{ hours: 15 }, { hours: 15 }],
        },
      ],
    },
  });
  expect(statements).toHaveLength(6);
  const groups = await office(
    '{ literacyResultGroups(groupBy: LEVEL) { key count } trainingRecordGroups(groupBy: METHOD) { count hours } }',
  );
  expect(groups.data).toEqual({
    literacyResultGroups: [
      { key: 'EXCELLENT', count: 1 },
      { key: 'FAILED', count: 1 },
    ],
    trainingRecordGroups: [{ count: 2, hours: 30 }],
  });
});

it('of eight who bring the same results at once one does', async () => {
  const teacher = await enrolled('赵敏');
  const done = await Promise.all(
    Array.from({ length: 8 }, () => act(office, 'literacyResultsRecord', { input: results([teacher, 70]) })),
  );
  expect(done.filter(({ refused }) => refused.length === 0)).toHaveLength(1);
});

it('what does not fit is refused, and nothing changes', async () => {
  const teacher = await enrolled('周洁');
  const before = await rows();
  const refusedOf = async (ask: Ask, mutation: string, input: Record<string, unknown>) =>
    (await act(ask, mutation, { input })).refused;
  expect(await refusedOf(office, 'literacyResultsRecord', results([teacher, 101]))).toEqual(['ROWS_UNFIT rows']);
  expect(await refusedOf(office, 'literacyResultsRecord', { ...results([teacher, 1]), year: 2025 })).toEqual([
    'VALUE_OUT_OF_RANGE year',
  ]);
  expect(await refusedOf(lead, 'literacyResultsRecord', results([teacher, 1]))).toEqual(['FORBIDDEN']);
  expect(
    await refusedOf(lead, 'microCompetenceAssess', { teacher, code: 'D1', assessedOn: TODAY, level: 'PASSED' }),
  ).toEqual(['CODE_UNKNOWN code']);
  expect(await refusedOf(lead, 'teacherLeave', { teacher, leftOn: '2020-09-01', version: 1 })).toEqual([
    'DAY_TOO_EARLY leftOn',
  ]);
  const other = bench.desk.as({ roles: ['school-it-lead'], school: (await bench.seed.school('640121')).globalId });
  const training = { teacher, title: 'x', method: 'ONLINE', hours: 1, endedOn: TODAY };
  expect(await refusedOf(other, 'trainingRecordEnter', training)).toEqual(['RECORD_NOT_FOUND teacher']);
  expect(await rows()).toEqual(before);
});

it('names of teachers are for who may read teachers; counts are for staff', async () => {
  const registry = bench.desk.as({ roles: ['enrollment-office'] });
  const { data, errors } = await registry('{ teachers { totalCount } teacherGroups(groupBy: ROLE) { key } }');
  expect(data).toEqual({ teachers: null, teacherGroups: [{ key: 'TEACHER' }] });
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', scopes: ['teachers:read'] } }]);
});
