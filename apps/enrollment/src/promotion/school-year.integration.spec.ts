import type { Ask } from '@bureau/testing';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import type { Place, SeededStudent } from '../seed/county.seed.ts';

const clock = { today: '2024-07-10' };
let bench: Bench;
let office: Ask;
let [primary, juniorA, juniorB]: Place[] = [];
const children: SeededStudent[] = [];

const arrange = (sql: string, values?: unknown[]) => bench.database.arrange(sql, values);
const ask = async (mutation: string, input: object, name: string) => {
  const { data, errors, statements } = await office(mutation, { input });
  expect(errors).toBeUndefined();
  return { ...(data?.[name] as Record<string, unknown>), statements: statements.length } as Record<string, unknown> & {
    statements: number;
  };
};
const errors = 'userErrors { ... on RuleBroken { code field found allowed } }';
const graduate = (given: object = {}) =>
  ask(
    `mutation ($input: CohortGraduateInput!) { cohortGraduate(input: $input) { graduated notActive ${errors} } }`,
    { stage: 'PRIMARY', occurredOn: '2024-07-10', ...given },
    'cohortGraduate',
  );
const allocate = (given: object = {}) =>
  ask(
    `mutation ($input: AdmissionAllocateInput!) { admissionAllocate(input: $input) { allocated withoutSeat ${errors} } }`,
    { schoolYear: 2024, ...given },
    'admissionAllocate',
  );
const enrol = () =>
  ask(
    `mutation ($input: AdmissionEnrolInput!) { admissionEnrol(input: $input) { enrolled passedOver ${errors} } }`,
    { schoolYear: 2024, occurredOn: '2024-09-01' },
    'admissionEnrol',
  );
const promote = (given: object = {}) =>
  ask(
    `mutation ($input: SchoolYearPromoteInput!) { schoolYearPromote(input: $input) { promoted leftOver ${errors} } }`,
    { schoolYear: 2024, ...given },
    'schoolYearPromote',
  );
const plan = (school: string, seats: number) =>
  ask(
    `mutation ($input: EnrolmentPlanDecideInput!) { enrolmentPlanDecide(input: $input) { seats ${errors} } }`,
    { school: `640121.${school}`, stage: 'JUNIOR_SECONDARY', schoolYear: 2024, seats, document: '永教发〔2024〕5号' },
    'enrolmentPlanDecide',
  );
const place = (which: Place | undefined): Place => {
  if (!which) throw new Error('there is no such place');
  return which;
};
const snapshot = async () => [
  await arrange('SELECT id, school_id, class_id, roll_status, version FROM student ORDER BY id'),
  await arrange('SELECT * FROM school_spell ORDER BY id'),
  await arrange('SELECT count(*) FROM roll_movement'),
  await arrange('SELECT count(*) FROM outbox_event'),
];

beforeAll(async () => {
  bench = await openBench(clock);
  await bench.seed.county('640121', '永宁县');
  primary = await bench.seed.school('640121', '李俊小学');
  juniorA = await bench.seed.school('640121', '李俊中学', { stage: 'JUNIOR_SECONDARY' });
  juniorB = await bench.seed.school('640121', '望洪中学', { stage: 'JUNIOR_SECONDARY' });
  office = bench.desk.as({ roles: ['enrollment-office'] });
  await arrange('UPDATE school_class SET entry_year = 2018 WHERE id = $1', [primary.class]);
  for (let at = 0; at < 12; at += 1) children.push(await bench.seed.student(primary, { startedOn: '2018-09-01' }));
  await arrange('UPDATE student SET entry_year = 2018');
});
afterAll(() => bench.close());

describe('the year of a county, in its order', () => {
  it('a special child that was not handed over keeps everybody from graduating', async () => {
    await arrange(`UPDATE student SET left_behind = 'ONE_PARENT_AWAY', name = '马留守' WHERE id = $1`, [
      children[0]?.id,
    ]);
    const before = await snapshot();
    expect(await graduate()).toMatchObject({
      graduated: 0,
      userErrors: [{ code: 'HANDOVER_NOT_SENT', found: '1', allowed: ['马留守'] }],
    });
    expect(await snapshot()).toEqual(before);
    await arrange(`UPDATE student SET left_behind = 'NO' WHERE id = $1`, [children[0]?.id]);
  });

  it('a dry run counts and changes nothing', async () => {
    const before = await snapshot();
    expect(await graduate({ dryRun: true })).toMatchObject({ graduated: 12, userErrors: [] });
    expect(await snapshot()).toEqual(before);
  });

  it('the last grade graduates, one completes, a suspended child stays; the certificates count', async () => {
    await arrange(`UPDATE student SET roll_status = 'SUSPENDED', attendance_placement = 'OTHER_LEFT' WHERE id = $1`, [
      children[11]?.id,
    ]);
    const done = await graduate({ completions: [`640121.${children[10]?.id}`] });
    expect(done).toMatchObject({ graduated: 11, notActive: 1, userErrors: [] });
    expect(
      await arrange(
        `SELECT kind, count(*)::int AS count, min(number) AS first, max(number) AS last FROM graduation_certificate GROUP BY kind ORDER BY kind`,
      ),
    ).toEqual([
      {
        kind: 'COMPLETION',
        count: 1,
        first: expect.stringMatching(/^6401212024200/) as string,
        last: expect.any(String) as string,
      },
      { kind: 'GRADUATION', count: 10, first: expect.any(String) as string, last: expect.any(String) as string },
    ]);
    expect(await arrange(`SELECT count(*)::int AS running FROM school_spell WHERE ended_on IS NULL`)).toEqual([
      { running: 1 },
    ]);
  });

  it('without a plan nobody is allocated', async () => {
    expect(await allocate()).toMatchObject({ allocated: 0, userErrors: [{ code: 'PLAN_MISSING', found: '2024' }] });
  });

  it('the seats go by catchment, then by adjustment, and who has none is named', async () => {
    await plan(place(juniorA).school, 6);
    await plan(place(juniorB).school, 3);
    const drawn = await ask(
      `mutation ($input: CatchmentDrawInput!) { catchmentDraw(input: $input) { isDrawn } }`,
      {
        stage: 'JUNIOR_SECONDARY',
        township: '640121101',
        schools: [`640121.${place(juniorA).school}`],
        validFrom: '2024-01-01',
        document: '永教发〔2024〕6号',
      },
      'catchmentDraw',
    );
    expect(drawn).toMatchObject({ isDrawn: true });
    expect(await allocate()).toMatchObject({ allocated: 10, withoutSeat: 1, userErrors: [] });
    const { data } = await office(`{
      admissionGroups(filter: { schoolYear: 2024 }, groupBy: BASIS) { key count }
      admissions(filter: { schoolYear: 2024, bases: [NO_SEAT] }) { totalCount nodes { school { name } catchmentSchool { name } } }
    }`);
    expect(data).toEqual({
      admissionGroups: [
        { key: 'ADJUSTED_IN_TOWNSHIP', count: 3 },
        { key: 'CATCHMENT', count: 6 },
        { key: 'NO_SEAT', count: 1 },
      ],
      admissions: { totalCount: 1, nodes: [{ school: null, catchmentSchool: { name: '李俊中学' } }] },
    });
    expect(await allocate()).toMatchObject({ userErrors: [{ code: 'NOBODY_WAITS' }] });
  });

  it('who has a seat gets a class and a roll at the junior school; who died meanwhile is passed over', async () => {
    clock.today = '2024-09-01';
    const [{ student_id: gone } = { student_id: '' }] = (await arrange(
      'SELECT student_id FROM admission WHERE school_id IS NOT NULL ORDER BY id LIMIT 1',
    )) as { student_id: string }[];
    await arrange(`UPDATE student SET roll_status = 'DECEASED' WHERE id = $1`, [gone]);
    expect(await enrol()).toMatchObject({ enrolled: 8, passedOver: 1, userErrors: [] });
    expect(
      await arrange(`SELECT school.name, count(*)::int AS count FROM school_spell AS s JOIN school ON school.id = s.school_id
        WHERE s.ended_on IS NULL AND s.stage = 'JUNIOR_SECONDARY' AND s.roll_status = 'PRE_REGISTERED' GROUP BY 1 ORDER BY 1`),
    ).toEqual(expect.arrayContaining([expect.objectContaining({ count: expect.any(Number) as number })]));
    expect(await enrol()).toMatchObject({ enrolled: 0, passedOver: 1, userErrors: [] });
  });

  it('everybody whose stage goes on goes up, once; who should have graduated is counted', async () => {
    const dry = await promote({ dryRun: true });
    const first = await promote();
    expect(first).toEqual({ ...dry, statements: first.statements });
    expect(first).toMatchObject({ promoted: 0, leftOver: 1 });
    const staying = await bench.seed.student(place(primary));
    await arrange('UPDATE student SET entry_year = 2021 WHERE id = $1', [staying.id]);
    expect(await promote()).toMatchObject({ promoted: 1, leftOver: 1, userErrors: [] });
    const before = await snapshot();
    expect(await promote()).toMatchObject({ promoted: 0 });
    expect(await snapshot()).toEqual(before);
    const [event] = (await arrange(
      `SELECT data->>'grade' AS grade, data->'movement'->>'kind' AS kind FROM outbox_event WHERE subject = $1`,
      [`640121.${staying.id}`],
    )) as object[];
    expect(event).toEqual({ grade: '4', kind: 'PROMOTION' });
  });

  it('an open transfer keeps the county from being promoted', async () => {
    await arrange(
      `INSERT INTO transfer (county_code, id, student_id, student_name, stage, entry_year, kind, status, from_school_id, to_school_id, reason, route, position, waits_since, requested_on, requested_by)
      SELECT county_code, gen_random_uuid(), id, name, stage, entry_year, 'WITHIN_COUNTY', 'IN_PROGRESS', school_id, $1, '搬家', '[]', 0, '2024-08-20', '2024-08-20', 'x' FROM student WHERE roll_status = 'SUSPENDED'`,
      [place(juniorA).school],
    );
    expect(await promote()).toMatchObject({ promoted: 0, userErrors: [{ code: 'TRANSFERS_OPEN', found: '1' }] });
    await arrange('DELETE FROM transfer');
  });

  it('schools and teachers do not promote', async () => {
    const registrar = bench.desk.as({ roles: ['school-registrar'], school: `640121.${place(primary).school}` });
    const { errors: refused } = await registrar(
      `mutation { schoolYearPromote(input: { schoolYear: 2024 }) { promoted } }`,
    );
    expect(refused).toMatchObject([{ extensions: { code: 'FORBIDDEN', scopes: ['roll:decide'] } }]);
  });
});
