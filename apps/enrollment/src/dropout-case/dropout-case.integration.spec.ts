import type { Ask } from '@bureau/testing';
import { type Bench, openBench, TODAY } from '../seed/bench.seed.ts';
import type { Place, SeededStudent } from '../seed/county.seed.ts';

const OPEN = `mutation ($input: DropoutCaseOpenInput!) {
  dropoutCaseOpen(input: $input) {
    dropoutCase { id stage suspectedOn lastSeenOn reasonCode version student { id } }
    userErrors {
      __typename
      ... on UserError { message field code }
      ... on StudentNotOnRoll { rollStatus }
      ... on DropoutCaseAlreadyOpen { dropoutCase { id } }
      ... on DayInFuture { today }
      ... on ReasonUnknown { known }
    }
  }
}`;
const RETURN = `mutation ($input: DropoutCaseReturnInput!) {
  dropoutCaseReturn(input: $input) {
    dropoutCase { stage returnedOn version }
    userErrors { __typename ... on UserError { field code } ... on DropoutCaseNotOpen { stage } ... on DropoutCaseChanged { version } ... on DayBeforeSuspicion { suspectedOn } }
  }
}`;

let bench: Bench;
let place: Place;
let student: SeededStudent;
let registrar: Ask;
beforeAll(async () => {
  bench = await openBench();
  await bench.seed.county('640121', '永宁县');
  await bench.seed.schoolDays('640121', '2024-09-02', '2025-01-17');
  place = await bench.seed.school('640121', '闽宁中学', { stage: 'JUNIOR_SECONDARY' });
  registrar = bench.desk.as({ roles: ['school-registrar'], school: `640121.${place.school}` });
});
beforeEach(async () => {
  student = await bench.seed.student(place);
});
afterAll(() => bench.close());

const globalId = (id: string) => `640121.${id}`;
const opening = (given: object = {}) => ({
  input: { student: globalId(student.id), lastSeenOn: TODAY, reasonCode: 'R06', ...given },
});
const cases = () =>
  bench.database.arrange('SELECT stage, version FROM dropout_case WHERE student_id = $1', [student.id]);

it('opens a case about a child of the own school', async () => {
  const { data, errors } = await registrar(OPEN, opening());
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    dropoutCaseOpen: {
      dropoutCase: {
        id: expect.stringMatching(/^640121\./) as unknown,
        stage: 'SUSPECTED',
        suspectedOn: TODAY,
        lastSeenOn: TODAY,
        reasonCode: 'R06',
        version: 1,
        student: { id: globalId(student.id) },
      },
      userErrors: [],
    },
  });
  expect(await cases()).toEqual([{ stage: 'SUSPECTED', version: 1 }]);
});

it('refuses with every reason at once, in the language asked for, and changes nothing', async () => {
  const gone = await bench.seed.student(place, { rollStatus: 'GRADUATED' });
  const { data } = await registrar(
    OPEN,
    opening({ student: globalId(gone.id), lastSeenOn: '2024-12-06', reasonCode: 'R98' }),
  );
  expect(data).toEqual({
    dropoutCaseOpen: {
      dropoutCase: null,
      userErrors: [
        {
          __typename: 'StudentNotOnRoll',
          message: 'The child is on no roll and so cannot drop out of one.',
          field: ['input', 'student'],
          code: 'STUDENT_NOT_ON_ROLL',
          rollStatus: 'GRADUATED',
        },
        {
          __typename: 'DayInFuture',
          message: 'The day must not be after today (2024-12-05).',
          field: ['input', 'lastSeenOn'],
          code: 'DAY_IN_FUTURE',
          today: TODAY,
        },
        {
          __typename: 'ReasonUnknown',
          message: "The county's list has these reasons: R01, R06.",
          field: ['input', 'reasonCode'],
          code: 'REASON_UNKNOWN',
          known: ['R01', 'R06'],
        },
      ],
    },
  });
  expect(await bench.database.arrange('SELECT 1 FROM dropout_case WHERE student_id = $1', [gone.id])).toEqual([]);
  const chinese = await registrar(OPEN, opening({ lastSeenOn: '2024-12-06' }), 'zh');
  expect(chinese.data).toMatchObject({
    dropoutCaseOpen: { userErrors: [{ message: '日期不能晚于今天（2024-12-05）。' }] },
  });
});

it('finds no child of another school, and opens nothing', async () => {
  const elsewhere = await bench.seed.school('640121', '望远小学');
  const other = await bench.seed.student(elsewhere);
  const { data } = await registrar(OPEN, opening({ student: globalId(other.id) }));
  expect(data).toMatchObject({ dropoutCaseOpen: { dropoutCase: null, userErrors: [{ code: 'STUDENT_NOT_FOUND' }] } });
  expect(await bench.database.arrange('SELECT 1 FROM dropout_case WHERE student_id = $1', [other.id])).toEqual([]);
});

it('is forbidden to who may only read', async () => {
  const { data, errors } = await bench.desk.as({ roles: ['student-aid-office'] })(OPEN, opening());
  expect(data).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', scopes: ['dropout-cases:write'] } }]);
  expect(await cases()).toEqual([]);
});

it('of eight openings at once one is done, and seven name its case', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => registrar(OPEN, opening())));
  const payloads = answers.map(
    ({ data }) => data?.dropoutCaseOpen as { dropoutCase: { id: string } | null; userErrors: object[] },
  );
  const opened = payloads.flatMap(({ dropoutCase }) => (dropoutCase ? [dropoutCase.id] : []));
  expect(opened).toHaveLength(1);
  const refused = payloads.filter(({ dropoutCase }) => !dropoutCase);
  expect(refused).toHaveLength(7);
  for (const { userErrors } of refused) {
    expect(userErrors).toMatchObject([{ code: 'DROPOUT_CASE_ALREADY_OPEN', dropoutCase: { id: opened[0] } }]);
  }
  expect(await cases()).toHaveLength(1);
});

describe('about a child that has moved to another school', () => {
  let standing: string;
  let receiving: Ask;
  beforeEach(async () => {
    standing = await bench.seed.dropoutCase(student);
    const next = await bench.seed.school('640121', '胜利中学', { stage: 'JUNIOR_SECONDARY' });
    await bench.database.arrange('UPDATE student SET school_id = $1, class_id = $2 WHERE id = $3', [
      next.school,
      next.class,
      student.id,
    ]);
    receiving = bench.desk.as({ roles: ['school-registrar'], school: globalId(next.school) });
  });

  it('the case stays with the school that opened it, without the child', async () => {
    const { data, errors } = await registrar(
      'query ($id: ID!) { dropoutCase(id: $id) { stage student { id } school { name } } }',
      { id: globalId(standing) },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ dropoutCase: { stage: 'SUSPECTED', student: null, school: { name: '闽宁中学' } } });
  });

  it.each([null, 'moved'])('the receiving school is refused a second case, with the key %p', async (key) => {
    const once = opening({ idempotencyKey: key && `${key}-${student.id}` });
    const answers = [await receiving(OPEN, once, 'en'), await receiving(OPEN, once, 'en')];
    for (const { data, errors } of answers) {
      expect(errors).toBeUndefined();
      expect(data).toEqual({
        dropoutCaseOpen: {
          dropoutCase: null,
          userErrors: [
            {
              __typename: 'DropoutCaseAlreadyOpen',
              message: 'A case about this child still stands.',
              field: ['input', 'student'],
              code: 'DROPOUT_CASE_ALREADY_OPEN',
              dropoutCase: null,
            },
          ],
        },
      });
    }
    expect(await cases()).toEqual([{ stage: 'SUSPECTED', version: 1 }]);
    const recorded = await bench.database.arrange('SELECT answer FROM idempotency_record WHERE key = $1', [
      `moved-${student.id}`,
    ]);
    const answer = { dropoutCaseId: null, refusals: [{ kind: 'DropoutCaseAlreadyOpen', dropoutCaseId: null }] };
    expect(recorded).toEqual(key ? [{ answer }] : []);
  });
});

describe('dropout control of 2023', () => {
  const FIGURES = '{ county(code: "640121") { dropoutControl(year: 2023) { suspected returned open } } }';

  it.each([
    ['2023-12-31', { suspected: 1, returned: 1, open: 0 }],
    ['2024-01-01', { suspected: 1, returned: 0, open: 1 }],
    ['2024-01-08', { suspected: 1, returned: 0, open: 1 }],
  ])('of a child suspected on 2023-12-20 and back on %s is %p', async (returnedOn, figures) => {
    const school = await bench.seed.school('640121', '玉泉营学校');
    const absent = await bench.seed.student(school);
    await bench.seed.dropoutCase(absent, { stage: 'RETURNED', suspectedOn: '2023-12-20', returnedOn });
    const ask = bench.desk.as({ roles: ['school-registrar'], school: globalId(school.school) });
    expect((await ask(FIGURES)).data).toEqual({ county: { dropoutControl: figures } });
  });
});

describe('with an idempotency key', () => {
  it('eight repeats at once and one later get the first answer', async () => {
    const once = opening({ idempotencyKey: `k-${student.id}` });
    const answers = await Promise.all(Array.from({ length: 8 }, () => registrar(OPEN, once)));
    answers.push(await registrar(OPEN, once));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(answers[0]?.data).toMatchObject({ dropoutCaseOpen: { userErrors: [] } });
    expect(await cases()).toHaveLength(1);
  });

  it('another input under the same key is refused', async () => {
    const key = `k-${student.id}`;
    await registrar(OPEN, opening({ idempotencyKey: key }));
    const { errors } = await registrar(OPEN, opening({ idempotencyKey: key, reasonCode: 'R01' }));
    expect(errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }]);
    expect(await cases()).toHaveLength(1);
  });

  it("is another's key in another hand", async () => {
    const key = `k-${student.id}`;
    await registrar(OPEN, opening({ idempotencyKey: key }));
    const colleague = bench.desk.as({ sub: 'colleague', roles: ['school-registrar'], school: globalId(place.school) });
    const { data } = await colleague(OPEN, opening({ idempotencyKey: key }));
    expect(data).toMatchObject({ dropoutCaseOpen: { userErrors: [{ code: 'DROPOUT_CASE_ALREADY_OPEN' }] } });
  });
});

describe('a return', () => {
  beforeEach(async () => {
    place = await bench.seed.school('640121', '闽宁中学', { stage: 'JUNIOR_SECONDARY' });
    registrar = bench.desk.as({ roles: ['school-registrar'], school: `640121.${place.school}` });
    student = await bench.seed.student(place);
    await bench.seed.rollCalls(place, { from: '2024-12-01', to: TODAY });
  });

  const returning = (id: string, given: object = {}) => ({
    input: { dropoutCase: globalId(id), version: 1, returnedOn: TODAY, ...given },
  });

  it('is recorded, and the case no longer stands', async () => {
    const id = await bench.seed.dropoutCase(student, { suspectedOn: TODAY });
    const { data } = await registrar(RETURN, returning(id));
    expect(data).toEqual({
      dropoutCaseReturn: { dropoutCase: { stage: 'RETURNED', returnedOn: TODAY, version: 2 }, userErrors: [] },
    });
    const open = await registrar('{ dropoutCases(filter: { isOpen: true }, first: 200) { nodes { id } } }');
    expect(open.errors).toBeUndefined();
    expect(JSON.stringify(open.data)).not.toContain(id);
  });

  it.each([
    [
      { version: 0 },
      { __typename: 'DropoutCaseChanged', field: ['input', 'version'], code: 'DROPOUT_CASE_CHANGED', version: 1 },
    ],
    [
      { returnedOn: '2024-12-02' },
      {
        __typename: 'DayBeforeSuspicion',
        field: ['input', 'returnedOn'],
        code: 'DAY_BEFORE_SUSPICION',
        suspectedOn: '2024-12-03',
      },
    ],
  ])('with %p is refused, and nothing changes', async (given, error) => {
    const id = await bench.seed.dropoutCase(student, { suspectedOn: '2024-12-03' });
    const { data } = await registrar(RETURN, returning(id, given));
    expect(data).toEqual({
      dropoutCaseReturn: { dropoutCase: { stage: 'SUSPECTED', returnedOn: null, version: 1 }, userErrors: [error] },
    });
    expect(await cases()).toEqual([{ stage: 'SUSPECTED', version: 1 }]);
  });

  it('of eight at once one is recorded', async () => {
    const id = await bench.seed.dropoutCase(student, { suspectedOn: TODAY });
    const answers = await Promise.all(Array.from({ length: 8 }, () => registrar(RETURN, returning(id))));
    const done = answers.filter(
      ({ data }) => (data?.dropoutCaseReturn as { userErrors: object[] }).userErrors.length === 0,
    );
    expect(done).toHaveLength(1);
    expect(await cases()).toEqual([{ stage: 'RETURNED', version: 2 }]);
  });
});

it('PostgreSQL itself refuses a second open case about a child', async () => {
  await bench.seed.dropoutCase(student);
  await expect(bench.seed.dropoutCase(student, { stage: 'NOTICE' })).rejects.toThrow('dropout_case_open_key');
  await bench.seed.dropoutCase(student, { stage: 'RETURNED', returnedOn: TODAY });
});
