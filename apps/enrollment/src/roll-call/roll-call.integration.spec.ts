import type { Ask } from '@bureau/testing';
import { type Bench, openBench, TODAY } from '../seed/bench.seed.ts';
import type { Place, SeededStudent } from '../seed/county.seed.ts';

const RECORD = `mutation ($input: RollCallRecordInput!) { rollCallRecord(input: $input) {
  rollCall { id day expected version absences { kind student { id absenceStreak { days since lastSeenOn } } } }
  userErrors { __typename ... on UserError { code field } ... on RollCallDoesNotAddUp { expected given } ... on RollCallChildUnfit { positions } }
} }`;
const CORRECT = `mutation ($input: RollCallCorrectInput!) { rollCallCorrect(input: $input) {
  rollCall { version absences { kind note } } userErrors { ... on UserError { code } }
} }`;

let bench: Bench;
let place: Place;
let children: SeededStudent[];
let teacher: Ask;
beforeAll(async () => {
  bench = await openBench();
  await bench.seed.county('640121', '永宁县');
  await bench.seed.schoolDays('640121', '2024-09-02', '2025-01-17');
});
beforeEach(async () => {
  place = await bench.seed.school('640121', '李俊小学');
  children = [];
  for (let at = 0; at < 3; at += 1) children.push(await bench.seed.student(place));
  teacher = bench.desk.as({
    roles: ['homeroom-teacher'],
    school: globalId(place.school),
    class: globalId(place.class),
  });
});
afterAll(() => bench.close());

const globalId = (id: string) => `640121.${id}`;
const child = (at: number) => {
  const found = children[at];
  if (!found) throw new Error('no such child');
  return found;
};
const calling = (given: object = {}) => ({
  input: {
    schoolClass: globalId(place.class),
    day: TODAY,
    present: 2,
    absences: [{ student: globalId(child(0).id), kind: 'UNEXCUSED' }],
    ...given,
  },
});
const rollCalls = () => bench.database.arrange('SELECT version FROM roll_call WHERE class_id = $1', [place.class]);
const cases = (id = child(0).id) =>
  bench.database.arrange(
    'SELECT stage, discovered_by, is_suspicion, last_seen_on::text AS seen FROM dropout_case WHERE student_id = $1',
    [id],
  );

it('takes a roll-call, with the absences and the streak of each', async () => {
  const { data, errors } = await teacher(RECORD, calling());
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    rollCallRecord: {
      rollCall: {
        day: TODAY,
        expected: 3,
        version: 1,
        absences: [{ kind: 'UNEXCUSED', student: { absenceStreak: { days: 1, since: TODAY, lastSeenOn: null } } }],
      },
      userErrors: [],
    },
  });
  expect(await cases()).toEqual([]);
});

it.each([
  ['a day that is no school day', () => ({ day: '2024-12-01' }), 'ROLL_CALL_DAY_UNFIT'],
  ['a day to come', () => ({ day: '2024-12-06' }), 'ROLL_CALL_DAY_UNFIT'],
  ['a count that does not add up', () => ({ present: 3 }), 'ROLL_CALL_DOES_NOT_ADD_UP'],
  [
    'a child named twice',
    () => ({ present: 1, absences: [0, 0].map((at) => ({ student: globalId(child(at).id), kind: 'SICK' })) }),
    'ROLL_CALL_CHILD_UNFIT',
  ],
])('refuses %s, and changes nothing', async (_, given, code) => {
  const { data } = await teacher(RECORD, calling(given()));
  expect(data).toMatchObject({ rollCallRecord: { rollCall: null, userErrors: [{ code }] } });
  expect(await rollCalls()).toEqual([]);
});

it('refuses a child of another class', async () => {
  const elsewhere = await bench.seed.student(await bench.seed.school('640121', '望远小学'));
  const absences = [{ student: globalId(elsewhere.id), kind: 'SICK' }];
  const { data } = await teacher(RECORD, calling({ absences }));
  expect(data).toMatchObject({ rollCallRecord: { userErrors: [{ code: 'ROLL_CALL_CHILD_UNFIT', positions: [0] }] } });
});

it('of eight roll-calls of a class at once one is taken', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => teacher(RECORD, calling())));
  const taken = answers.filter(
    ({ data }) => (data?.rollCallRecord as { userErrors: object[] }).userErrors.length === 0,
  );
  expect(taken).toHaveLength(1);
  expect(await rollCalls()).toHaveLength(1);
});

it('the third school day without excuse opens a watch, over a weekend, and one in class ends it', async () => {
  await bench.seed.rollCalls(place, { from: '2024-11-01', to: '2024-11-29' });
  await bench.seed.rollCalls(place, { from: '2024-12-03', to: '2024-12-04' }, [{ id: child(0).id, kind: 'UNEXCUSED' }]);
  await teacher(RECORD, calling());
  expect(await cases()).toEqual([
    { stage: 'WATCH', discovered_by: 'ROLL_CALL', is_suspicion: false, seen: '2024-11-29' },
  ]);
  const figures = await bench.desk.as({ roles: ['principal'], school: globalId(place.school) })(
    '{ county(code: "640121") { dropoutControl(year: 2024) { suspected } } }',
  );
  expect(figures.data).toEqual({ county: { dropoutControl: { suspected: 0 } } });

  const { data } = await teacher('{ rollCalls(first: 1) { nodes { id version } } }');
  const [{ id, version } = { id: '', version: 0 }] = (data?.rollCalls as { nodes: { id: string; version: number }[] })
    .nodes;
  const absences = [{ student: globalId(child(0).id), kind: 'LATE' }];
  const corrected = await teacher(CORRECT, { input: { rollCall: id, version, absences, reason: '第二节到校' } });
  expect(corrected.data).toEqual({
    rollCallCorrect: { rollCall: { version: 2, absences: [{ kind: 'LATE', note: '第二节到校' }] }, userErrors: [] },
  });
  expect(await cases()).toMatchObject([{ stage: 'RETURNED', is_suspicion: false }]);
  const said = await bench.database.arrange(
    'SELECT kind, superseded_at IS NULL AS holds FROM absence WHERE student_id = $1 AND day = $2 ORDER BY id',
    [child(0).id, TODAY],
  );
  expect(said).toEqual([
    { kind: 'UNEXCUSED', holds: false },
    { kind: 'LATE', holds: true },
  ]);
});

it.each(['SICK', 'PERSONAL', 'OFFICIAL', 'HOME_TEACHING'])('days of %s are no streak', async (kind) => {
  await bench.seed.rollCalls(place, { from: '2024-11-18', to: '2024-12-04' }, [{ id: child(0).id, kind }]);
  await teacher(RECORD, calling());
  expect(await cases()).toEqual([]);
});

it('seven days without excuse raise the watch to a suspicion', async () => {
  await bench.seed.rollCalls(place, { from: '2024-11-25', to: '2024-11-28' });
  await bench.seed.rollCalls(place, { from: '2024-11-29', to: '2024-12-04' }, [{ id: child(0).id, kind: 'UNEXCUSED' }]);
  await bench.database.arrange(
    `INSERT INTO dropout_case (county_code, id, student_id, school_id, class_id, township_code, stage, suspected_on, last_seen_on, reason_code, is_suspicion)
     VALUES ('640121', gen_random_uuid(), $1, $2, $3, $4, 'WATCH', '2024-12-03', '2024-11-28', 'R99', false)`,
    [child(0).id, place.school, place.class, place.township],
  );
  await teacher(RECORD, calling());
  expect(await cases()).toMatchObject([{ stage: 'SUSPECTED', is_suspicion: true }]);
});

it('PostgreSQL itself refuses a roll-call on a day that is none', async () => {
  const row = bench.database.arrange(
    `INSERT INTO roll_call (county_code, id, class_id, school_id, township_code, day, expected, taken_by, taken_at)
     VALUES ('640121', gen_random_uuid(), $1, $2, $3, '2024-12-01', 3, 'x', now())`,
    [place.class, place.school, place.township],
  );
  await expect(row).rejects.toThrow('roll_call_school_day_fkey');
});

it('takes as many statements for any class', async () => {
  const first = await teacher(RECORD, calling());
  const big = await bench.seed.school('640121', '大班小学');
  const many: SeededStudent[] = [];
  for (let at = 0; at < 20; at += 1) many.push(await bench.seed.student(big));
  const ask = bench.desk.as({ roles: ['homeroom-teacher'], school: globalId(big.school), class: globalId(big.class) });
  const absences = many.slice(0, 10).map(({ id }) => ({ student: globalId(id), kind: 'UNEXCUSED' }));
  const second = await ask(RECORD, { input: { schoolClass: globalId(big.class), day: TODAY, present: 10, absences } });
  expect(second.statements).toHaveLength(first.statements.length);
});

it('sets a term with its school days, without the state holidays and the days off', async () => {
  const office = bench.desk.as({ roles: ['enrollment-office'] });
  const { data, errors } = await office(
    `mutation ($input: SchoolTermSetInput!) { schoolTermSet(input: $input) { schoolDays userErrors { ... on UserError { code } } } }`,
    {
      input: {
        schoolYear: 2024,
        season: 'SPRING',
        startsOn: '2025-02-24',
        endsOn: '2025-03-07',
        daysOff: ['2025-03-05'],
        makeUpDays: ['2025-03-01'],
        document: '永教发〔2024〕9号',
      },
    },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ schoolTermSet: { schoolDays: 10, userErrors: [] } });
});
