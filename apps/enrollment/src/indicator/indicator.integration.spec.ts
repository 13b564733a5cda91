import { type Bench, openBench, TODAY } from '../seed/bench.seed.ts';
import type { Place } from '../seed/county.seed.ts';
import { INDICATOR_CODES } from './indicator.rules.ts';

const FIGURE = `query ($code: IndicatorCode!) { county(code: "640121") { indicator(code: $code) {
  numerator denominator value
  n: members(side: NUMERATOR, first: 200) { totalCount nodes { numerator } pageInfo { hasNextPage } }
  d: members(side: DENOMINATOR, first: 200) { totalCount nodes { denominator } pageInfo { hasNextPage } }
} } }`;
const SUBMIT = `mutation ($input: MonthlyReportSubmitInput!) { monthlyReportSubmit(input: $input) {
  report { isOnTime lines { startRoll endRoll residual unexplainedCount unexplained { id } left { movement count } } cases { suspected returned } }
  userErrors { ... on UserError { code } } } }`;

interface Figure {
  numerator: number;
  denominator: number;
  value: string | null;
  n: { nodes: { numerator: number }[]; pageInfo: { hasNextPage: boolean } };
  d: { nodes: { denominator: number }[]; pageInfo: { hasNextPage: boolean } };
}

let bench: Bench;
let one: Place;
let other: Place;
const globalId = (id: string) => `640121.${id}`;
beforeAll(async () => {
  bench = await openBench();
  await bench.seed.county('640121', '永宁县');
  await bench.seed.township('640121', '640121104');
  one = await bench.seed.school('640121', '李俊小学');
  other = await bench.seed.school('640121', '闽宁小学', { township: '640121104' });
  for (const place of [one, other]) {
    for (let at = 0; at < 7; at += 1) {
      const placement = at % 3 === 0 ? 'HOME_TEACHING' : 'IN_SCHOOL';
      await bench.seed.student(place, { attendancePlacement: placement });
      await bench.seed.childOfAge(place, { whereabouts: at % 4 === 0 ? 'NOT_ENROLLED' : 'IN_COUNTY' });
    }
    const gone = await bench.seed.student(place, {
      startedOn: '2023-09-01',
      endedOn: '2024-11-15',
      endedBy: 'DROPPED_OUT',
    });
    await bench.seed.dropoutCase(gone, { suspectedOn: '2024-10-08' });
    await bench.seed.student(place, { startedOn: '2023-09-01', endedOn: '2024-11-20', endedBy: 'TRANSFERRED_OUT' });
    const back = await bench.seed.student(place);
    await bench.seed.dropoutCase(back, { stage: 'RETURNED', suspectedOn: '2024-10-10', returnedOn: '2024-10-20' });
  }
});
afterAll(() => bench.close());

const asks = () => ({
  bureau: bench.desk.as({ roles: ['enrollment-office'] }),
  principal: bench.desk.as({ roles: ['principal'], school: globalId(one.school) }),
  teacher: bench.desk.as({ roles: ['homeroom-teacher'], school: globalId(one.school), class: globalId(one.class) }),
});

async function figure(ask: ReturnType<typeof asks>['bureau'], code: string): Promise<Figure> {
  const { data, errors } = await ask(FIGURE, { code });
  expect(errors).toBeUndefined();
  return (data?.county as { indicator: Figure }).indicator;
}

describe.each(INDICATOR_CODES)('%s', (code) => {
  it('is the sum of the list behind it, for every role, and the schools add up to the county', async () => {
    const { bureau, principal, teacher } = asks();
    for (const ask of [bureau, principal, teacher]) {
      const { numerator, denominator, n, d } = await figure(ask, code);
      expect([n.pageInfo.hasNextPage, d.pageInfo.hasNextPage]).toEqual([false, false]);
      expect(n.nodes.reduce((sum, member) => sum + member.numerator, 0)).toBe(numerator);
      expect(d.nodes.reduce((sum, member) => sum + member.denominator, 0)).toBe(denominator);
    }
    const second = bench.desk.as({ roles: ['principal'], school: globalId(other.school) });
    const [whole, a, b] = [await figure(bureau, code), await figure(principal, code), await figure(second, code)];
    expect([a.numerator + b.numerator, a.denominator + b.denominator]).toEqual([whole.numerator, whole.denominator]);
  });
});

it.each([
  ['PRIMARY_NET_ENROLMENT', 10, 14, '71.43'],
  ['PRIMARY_GROSS_ENROLMENT', 16, 14, '114.29'],
  ['OFF_CAMPUS_RATE', 6, 16, '37.50'],
  ['PERSUASION_RATE', 2, 4, '50.00'],
  ['DROPOUT_RATE', 2, 20, '10.00'],
  ['ANNUAL_RETENTION', 16, 18, '88.89'],
  ['CLOSURE_RATE', 0, 4, '0.00'],
])('%s of the county is %i of %i: %s', async (code, numerator, denominator, value) => {
  expect(await figure(asks().bureau, code)).toMatchObject({ numerator, denominator, value });
});

it('what is published does not change with later corrections', async () => {
  const { bureau } = asks();
  const freeze = `mutation ($input: IndicatorsFreezeInput!) { indicatorsFreeze(input: $input) { snapshots { code numerator denominator value members(side: EXCLUDED) { totalCount } } userErrors { ... on UserError { code } } } }`;
  const input = { codes: ['PERSUASION_RATE'], asOf: TODAY };
  const frozen = { code: 'PERSUASION_RATE', numerator: 2, denominator: 4, value: '50.00', members: { totalCount: 2 } };
  expect((await bureau(freeze, { input })).data).toEqual({ indicatorsFreeze: { snapshots: [frozen], userErrors: [] } });
  await bench.database.arrange(
    `UPDATE dropout_case SET stage = 'SUSPECTED', returned_on = NULL WHERE stage = 'RETURNED'`,
  );
  expect(await figure(bureau, 'PERSUASION_RATE')).toMatchObject({ numerator: 0 });
  const { data } = await bureau(
    `{ county(code: "640121") { indicatorSnapshots { code numerator denominator value members(side: EXCLUDED) { totalCount } } } }`,
  );
  expect(data).toEqual({ county: { indicatorSnapshots: [frozen] } });
  expect((await bureau(freeze, { input: { asOf: '2024-12-06' } })).data).toEqual({
    indicatorsFreeze: { snapshots: [], userErrors: [{ code: 'DAY_IN_FUTURE' }] },
  });
  expect((await asks().principal(freeze, { input })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

it('a report of the month balances, names the child whom no movement explains, and does not change', async () => {
  const { principal } = asks();
  const input = { school: globalId(one.school), month: '2024-11', analysis: '转出一人，一人未办手续离校', actions: '' };
  expect((await principal(SUBMIT, { input })).data).toMatchObject({
    monthlyReportSubmit: { userErrors: [{ code: 'MONTHLY_REPORT_INCOMPLETE' }] },
  });
  const { data, errors } = await principal(SUBMIT, { input: { ...input, actions: '入户核查' } });
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    monthlyReportSubmit: {
      report: {
        isOnTime: false,
        lines: [
          {
            startRoll: 10,
            endRoll: 8,
            residual: -1,
            unexplainedCount: 1,
            left: [{ movement: 'TRANSFERRED_OUT', count: 1 }],
          },
        ],
        cases: { suspected: 0 },
      },
      userErrors: [],
    },
  });
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => principal(SUBMIT, { input: { ...input, month: '2024-12', actions: '无' } })),
  );
  const done = answers.filter(
    ({ data: each }) => (each?.monthlyReportSubmit as { userErrors: object[] }).userErrors.length === 0,
  );
  expect(done).toHaveLength(1);
});
