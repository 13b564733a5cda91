import type { Ask } from '@bureau/testing';
import { type Bench, openBench, TODAY } from '../seed/bench.seed.ts';
import type { Place } from '../seed/county.seed.ts';

const REGISTER = `mutation ($input: StudentRegisterInput!) {
  studentRegister(input: $input) {
    student {
      id name rollStatus version record { phoneMasked admittedIn } guardians { name phoneMasked } rollNumbers { kind numberMasked validTo }
      movements { kind dueOn }
    }
    userErrors { ... on RuleBroken { code field } }
  }
}`;
const CORRECT = `mutation ($input: StudentParticularsCorrectInput!) {
  studentParticularsCorrect(input: $input) {
    student { name version rollNumbers { kind numberMasked validTo } }
    userErrors { ... on RuleBroken { code field } }
  }
}`;
const NUMBER = '640121201703010019';
let bench: Bench;
let place: Place;
let [office, registrar]: Ask[] = [];
beforeAll(async () => {
  bench = await openBench();
  await bench.seed.county('640121', '永宁县');
  place = await bench.seed.school('640121', '杨和小学');
  await bench.database.arrange('UPDATE school_class SET entry_year = 2024 WHERE id = $1', [place.class]);
  office = bench.desk.as({ roles: ['enrollment-office'] });
  registrar = bench.desk.as({ roles: ['school-registrar'], school: `640121.${place.school}` });
});
afterEach(() => bench.database.arrange('TRUNCATE student CASCADE'));
afterAll(() => bench.close());

interface Payload {
  student: (Record<string, unknown> & { id: string; version: number }) | null;
  userErrors: { code: string; field: string[] }[];
}
const papers = (...kinds: string[]) => kinds.map((kind) => ({ kind, reference: '1号' }));
const child = {
  name: '马小燕',
  sex: '1',
  bornOn: '2017-03-01',
  documentType: '1',
  identityNumber: NUMBER,
  ethnicity: '03',
  hukouDivision: '640121101000',
  township: '640121101',
  isMigrantChild: false,
  leftBehind: 'NO',
  boarding: '1',
  occurredOn: '2024-09-01',
  phone: '13912345678',
  guardians: [{ name: '马大明', kinship: '51', phone: '13987654321', isGuardian: true }],
  evidence: papers('户口簿', '入学登记表', '预防接种证'),
};
const say = async (ask: Ask | undefined, query: string, input: object): Promise<Payload> => {
  if (!ask) throw new Error('nobody asks');
  const { data, errors } = await ask(query, { input });
  expect(errors).toBeUndefined();
  return Object.values(data ?? {})[0] as Payload;
};
const register = (given: object = {}) =>
  say(registrar, REGISTER, { ...child, toClass: `640121.${place.class}`, ...given });

it('a child comes onto the roll with its sheet, its guardian, a temporary number, one line and one spell', async () => {
  const { student, userErrors } = await register();
  expect(userErrors).toEqual([]);
  expect(student).toEqual({
    id: expect.any(String) as string,
    name: '马小燕',
    rollStatus: 'PRE_REGISTERED',
    version: 1,
    record: { phoneMasked: '139****5678', admittedIn: '2024-09' },
    guardians: [{ name: '马大明', phoneMasked: '139****4321' }],
    rollNumbers: [{ kind: 'TEMPORARY', numberMasked: expect.stringMatching(/^L640121\*{8}/) as string, validTo: null }],
    movements: [{ kind: 'INITIAL_REGISTRATION', dueOn: '2024-10-01' }],
  });
  expect(await bench.database.arrange('SELECT roll_status, started_on::text FROM school_spell')).toEqual([
    { roll_status: 'PRE_REGISTERED', started_on: '2024-09-01' },
  ]);
  expect(
    await bench.database.arrange(
      `SELECT data->>'rollStatus' AS status, (data->>'version')::int AS version FROM outbox_event ORDER BY recorded_order DESC LIMIT 1`,
    ),
  ).toEqual([{ status: 'PRE_REGISTERED', version: 1 }]);
});

it('of eight who register the same child at once one does', async () => {
  const found = (await Promise.all(Array.from({ length: 8 }, () => register()))).map(({ userErrors }) =>
    userErrors.map(({ code }) => code),
  );
  expect(found.filter((codes) => codes.length === 0)).toHaveLength(1);
  expect(found.flat()).toEqual(Array(7).fill('IDENTITY_KNOWN'));
  expect(await bench.database.arrange('SELECT count(*)::int AS count FROM student')).toEqual([{ count: 1 }]);
});

it.each([
  [{ identityNumber: '640121201703010010' }, ['identityNumber', 'IDENTITY_NUMBER_CHECK']],
  [{ bornOn: '2017-03-02' }, ['bornOn', 'BIRTH_DIFFERS']],
  [{ sex: '2' }, ['sex', 'SEX_DIFFERS']],
  [{ township: '640121999' }, ['township', 'TOWNSHIP_UNKNOWN']],
  [{ documentType: 'B', identityNumber: null, bornOn: '2018-09-01' }, ['bornOn', 'TOO_YOUNG']],
  [{ occurredOn: '2024-12-06' }, ['occurredOn', 'DAY_IN_FUTURE']],
  [{ evidence: papers('户口簿', '入学登记表') }, ['evidence', 'EVIDENCE_MISSING']],
])('%j is refused at its field, and nobody is written', async (given, [field, code]) => {
  const { student, userErrors } = await register(given);
  expect(student).toBeNull();
  expect(userErrors).toEqual([{ code, field: ['input', field] }]);
  expect(await bench.database.arrange('SELECT 1 FROM student')).toEqual([]);
});

it('a child without a number gets J, and G with its history once the number is known', async () => {
  const { student } = await register({ documentType: 'B', identityNumber: null });
  expect(student?.rollNumbers).toMatchObject([{ kind: 'WITHOUT_IDENTITY_NUMBER', validTo: null }]);
  const input = {
    student: student?.id,
    version: 1,
    identityNumber: NUMBER,
    name: '马晓燕',
    occurredOn: TODAY,
    evidence: papers('户口簿', '公安证明'),
  };
  const corrected = await say(office, CORRECT, input);
  expect(corrected).toEqual({
    student: {
      name: '马晓燕',
      version: 2,
      rollNumbers: [
        { kind: 'FORMAL', numberMasked: 'G640121********0019', validTo: null },
        { kind: 'WITHOUT_IDENTITY_NUMBER', numberMasked: expect.stringMatching(/^J640121/) as string, validTo: TODAY },
      ],
    },
    userErrors: [],
  });
  expect(
    await bench.database.arrange(
      'SELECT field, before_value IS NULL AS before, after_value IS NULL AS after FROM particulars_change ORDER BY field',
    ),
  ).toEqual([
    { field: 'IDENTITY_NUMBER', before: true, after: false },
    { field: 'NAME', before: false, after: false },
  ]);
  expect((await say(office, CORRECT, { ...input, version: 2 })).userErrors).toEqual([
    { code: 'NOTHING_CORRECTED', field: ['input'] },
  ]);
  expect((await say(office, CORRECT, input)).userErrors).toMatchObject([
    { code: 'RECORD_CHANGED' },
    { code: 'NOTHING_CORRECTED' },
  ]);
});
