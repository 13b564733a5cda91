import type { Ask } from '@bureau/testing';
import { act, kinds } from '../seed/act.seed.ts';
import { type Bench, openBench } from '../seed/bench.seed.ts';

const COUNTY = '640121';

let bench: Bench;
let office: Ask;
beforeAll(async () => {
  bench = await openBench();
  office = bench.desk.as({ roles: ['special-education-office'] });
});
afterAll(() => bench.close());

it('a school’s refusal is recorded once and reported to supervision', async () => {
  const school = await bench.seed.school(COUNTY);
  const child = await bench.seed.child(school);
  const input = {
    disabledChild: child.globalId,
    school: `${COUNTY}.${school.schoolId}`,
    refusedOn: '2024-09-02',
    reason: '无资源教师',
  };
  const answer = { record: 'schoolRefusal { id version reportedOn }' };
  expect(kinds(await act(office, 'schoolRefusalRecord', { ...input, refusedOn: '2024-12-06' }, answer))).toEqual([
    'LedgerDayOutOfRange',
  ]);
  expect(kinds(await act(office, 'schoolRefusalRecord', { ...input, reason: ' ' }, answer))).toEqual(['ReasonMissing']);
  const { record } = await act(office, 'schoolRefusalRecord', input, answer);
  expect(kinds(await act(office, 'schoolRefusalRecord', input, answer))).toEqual(['RefusalAlreadyRecorded']);

  const report = { schoolRefusal: record?.['id'], version: 1, reportNumber: '永教督〔2024〕3号' };
  expect(kinds(await act(office, 'schoolRefusalReport', { ...report, reportedOn: '2024-09-01' }, answer))).toEqual([
    'LedgerDayOutOfRange',
  ]);
  const reported = await act(office, 'schoolRefusalReport', { ...report, reportedOn: '2024-09-03' }, answer);
  expect(reported.record).toEqual({ id: record?.['id'], version: 2, reportedOn: '2024-09-03' });
  expect(kinds(await act(office, 'schoolRefusalReport', { ...report, reportedOn: '2024-09-04' }, answer))).toEqual([
    'LedgerRecordChanged',
  ]);
  const { data } = await office(
    '{ schoolRefusals(filter: { isReported: true }) { totalCount nodes { reason school { id } } } }',
  );
  expect(data?.['schoolRefusals']).toEqual({
    totalCount: 1,
    nodes: [{ reason: '无资源教师', school: { id: input.school } }],
  });
});
