import type { Ask } from '@bureau/testing';
import { type Bench, openBench, TODAY } from '../seed/bench.seed.ts';
import type { Place, SeededStudent } from '../seed/county.seed.ts';

const RECORD = `mutation ($input: RollMovementRecordInput!) {
  rollMovementRecord(input: $input) {
    movement { kind code occurredOn dueOn isLate ruleVersion fromRollStatus toRollStatus fromPlacement toPlacement untilOn }
    student { rollStatus attendancePlacement version spells { rollStatus attendancePlacement startedOn endedOn endedBy } }
    userErrors { ... on RuleBroken { code field limit allowed found rule message } }
  }
}`;
const END = `mutation ($input: SeniorRollEndInput!) {
  seniorRollEnd(input: $input) { movement { kind } userErrors { ... on RuleBroken { code } } }
}`;

let bench: Bench;
let place: Place;
let student: SeededStudent;
let office: Ask;
let registrar: Ask;
beforeAll(async () => {
  bench = await openBench();
  await bench.seed.county('640121', '永宁县');
  place = await bench.seed.school('640121', '望远小学');
  office = bench.desk.as({ roles: ['enrollment-office'] });
  registrar = bench.desk.as({ roles: ['school-registrar'], school: `640121.${place.school}` });
});
beforeEach(async () => {
  student = await bench.seed.student(place, { startedOn: '2022-09-01' });
});
afterAll(() => bench.close());

const papers = (...kinds: string[]) => kinds.map((kind) => ({ kind, reference: '1号' }));
const about = (given: object) => ({
  input: { student: `640121.${student.id}`, version: 1, occurredOn: TODAY, ...given },
});
const SUSPENSION = { kind: 'SUSPENSION', untilOn: '2025-06-30', evidence: papers('休学申请表', '县级以上医院证明') };
interface Payload {
  movement: Record<string, unknown> | null;
  student: Record<string, unknown> | null;
  userErrors: Record<string, unknown>[];
}
async function record(ask: Ask, given: object): Promise<Payload> {
  const { data, errors } = await ask(RECORD, about(given));
  expect(errors).toBeUndefined();
  return data?.rollMovementRecord as Payload;
}
const events = () =>
  bench.database.arrange(
    `SELECT data->'movement'->>'kind' AS kind, data->>'rollStatus' AS status, (data->>'version')::int AS version, data->'movement'->>'untilOn' AS until,
            data->'movement'->>'fromRollStatus' AS before
     FROM outbox_event WHERE subject = $1 ORDER BY recorded_order`,
    [`640121.${student.id}`],
  );
const everything = async () => [
  await bench.database.arrange('SELECT * FROM student WHERE id = $1', [student.id]),
  await bench.database.arrange('SELECT * FROM school_spell WHERE student_id = $1 ORDER BY started_on, id', [
    student.id,
  ]),
  await bench.database.arrange('SELECT id FROM roll_movement WHERE student_id = $1', [student.id]),
  await events(),
];

it('a suspension ends the spell, begins another, is in the register, and is told', async () => {
  expect(await record(office, SUSPENSION)).toEqual({
    movement: {
      kind: 'SUSPENSION',
      code: '11',
      occurredOn: TODAY,
      dueOn: null,
      isLate: false,
      ruleVersion: '教基一〔2013〕7号',
      fromRollStatus: 'ACTIVE',
      toRollStatus: 'SUSPENDED',
      fromPlacement: 'IN_SCHOOL',
      toPlacement: 'OTHER_LEFT',
      untilOn: '2025-06-30',
    },
    student: {
      rollStatus: 'SUSPENDED',
      attendancePlacement: 'OTHER_LEFT',
      version: 2,
      spells: [
        {
          rollStatus: 'ACTIVE',
          attendancePlacement: 'IN_SCHOOL',
          startedOn: '2022-09-01',
          endedOn: TODAY,
          endedBy: 'STATUS_CHANGED',
        },
        { rollStatus: 'SUSPENDED', attendancePlacement: 'OTHER_LEFT', startedOn: TODAY, endedOn: null, endedBy: null },
      ],
    },
    userErrors: [],
  });
  expect(await events()).toEqual([
    { kind: 'SUSPENSION', status: 'SUSPENDED', version: 2, until: '2025-06-30', before: 'ACTIVE' },
  ]);
});

it('suspended, extended, resumed: three lines, and the list of ends that come shows the grant that runs', async () => {
  await record(office, { ...SUSPENSION, occurredOn: '2024-03-01', untilOn: '2024-09-01' });
  const ending = async (by: string) =>
    (
      await office('query ($f: RollMovementFilter) { rollMovements(filter: $f) { totalCount nodes { untilOn } } }', {
        f: { suspensionEndsBy: by, students: [`640121.${student.id}`] },
      })
    ).data;
  expect(await ending('2024-08-31')).toEqual({ rollMovements: { totalCount: 0, nodes: [] } });
  expect(await ending('2024-09-01')).toEqual({ rollMovements: { totalCount: 1, nodes: [{ untilOn: '2024-09-01' }] } });
  await record(office, {
    ...SUSPENSION,
    kind: 'SUSPENSION_EXTENSION',
    version: 2,
    occurredOn: '2024-08-20',
    untilOn: '2024-12-20',
  });
  expect(await ending('2024-09-01')).toEqual({ rollMovements: { totalCount: 0, nodes: [] } });
  expect(await ending('2024-12-20')).toEqual({ rollMovements: { totalCount: 1, nodes: [{ untilOn: '2024-12-20' }] } });
  const back = await record(office, { kind: 'RESUMPTION', version: 3, evidence: papers('康复证明') });
  expect(back.student).toMatchObject({ rollStatus: 'ACTIVE', attendancePlacement: 'IN_SCHOOL', version: 4 });
  expect(await ending('2025-12-31')).toEqual({ rollMovements: { totalCount: 0, nodes: [] } });
  expect((await events()).map((event) => (event as { kind: string }).kind)).toEqual([
    'SUSPENSION',
    'SUSPENSION_EXTENSION',
    'RESUMPTION',
  ]);
});

it('a death reported after ten working days is recorded, and marked late', async () => {
  const { movement, student: child } = await record(office, {
    kind: 'DEATH',
    occurredOn: '2024-11-20',
    evidence: papers('死亡证明'),
  });
  expect(movement).toMatchObject({ dueOn: '2024-12-04', isLate: true });
  expect(child).toMatchObject({ rollStatus: 'DECEASED', version: 2 });
  const again = await record(office, { kind: 'RESUMPTION', version: 2, evidence: papers('康复证明') });
  expect(again.userErrors).toMatchObject([
    { code: 'MOVEMENT_NOT_POSSIBLE', found: 'DECEASED', allowed: ['SUSPENDED'] },
  ]);
});

it('refuses with field, fault and rule, and changes nothing', async () => {
  const before = await everything();
  const { movement, userErrors } = await record(office, {
    kind: 'SUSPENSION',
    occurredOn: '2024-12-06',
    untilOn: '2026-12-06',
    evidence: papers('休学申请表'),
  });
  expect(movement).toBeNull();
  expect(userErrors).toEqual([
    {
      code: 'DAY_IN_FUTURE',
      field: ['input', 'occurredOn'],
      limit: TODAY,
      allowed: [],
      found: '2024-12-06',
      rule: 'docs/rules/enrollment.md#movements',
      message: 'The day 2024-12-06 must not be after today (2024-12-05).',
    },
    {
      code: 'EVIDENCE_MISSING',
      field: ['input', 'evidence'],
      limit: null,
      allowed: ['县级以上医院证明'],
      found: null,
      rule: 'docs/rules/enrollment.md#movements',
      message: 'These documents are missing: 县级以上医院证明.',
    },
    {
      code: 'UNTIL_UNFIT',
      field: ['input', 'untilOn'],
      limit: '2025-12-06',
      allowed: [],
      found: '2026-12-06',
      rule: 'docs/rules/enrollment.md#movements',
      message: 'The end 2026-12-06 must be after the start and not after 2025-12-06.',
    },
  ]);
  expect(await everything()).toEqual(before);
});

it('the school records what is its own to record, and the county the rest', async () => {
  const seated = await record(registrar, { kind: 'PLACEMENT_CHANGE', placement: 'HOME_TEACHING' });
  expect(seated.userErrors).toEqual([]);
  const { data, errors } = await registrar(RECORD, about({ ...SUSPENSION, version: 2 }));
  expect(data).toBeNull();
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', scopes: ['roll:decide'] } }]);
  const teacher = bench.desk.as({
    roles: ['homeroom-teacher'],
    school: `640121.${place.school}`,
    class: `640121.${place.class}`,
  });
  const refused = await teacher(RECORD, about({ kind: 'PLACEMENT_CHANGE', placement: 'IN_SCHOOL', version: 2 }));
  expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', scopes: ['roll:write'] } }]);
});

it('a child of another school is not found, and stays as it is', async () => {
  const elsewhere = await bench.seed.school('640121', '胜利小学');
  student = await bench.seed.student(elsewhere);
  const before = await everything();
  const { userErrors } = await record(registrar, { kind: 'PLACEMENT_CHANGE', placement: 'HOME_TEACHING' });
  expect(userErrors).toMatchObject([{ code: 'STUDENT_NOT_FOUND' }]);
  expect(await everything()).toEqual(before);
});

it('expulsion from a compulsory stage is refused by the rule, and by PostgreSQL', async () => {
  const { data } = await office(END, about({ kind: 'EXPULSION', evidence: papers('处分决定书') }));
  expect(data).toMatchObject({ seniorRollEnd: { movement: null, userErrors: [{ code: 'COMPULSORY_STAGE' }] } });
  await expect(
    bench.database.arrange(`UPDATE student SET roll_status = 'EXPELLED' WHERE id = $1`, [student.id]),
  ).rejects.toThrow('student_compulsory_check');
  await expect(
    bench.database.arrange(
      `UPDATE school_spell SET ended_on = '2024-12-05', ended_by = 'WITHDRAWN' WHERE student_id = $1`,
      [student.id],
    ),
  ).rejects.toThrow('school_spell_compulsory_check');
  const senior = await bench.seed.school('640121', '永宁中学', { stage: 'SENIOR_SECONDARY' });
  student = await bench.seed.student(senior);
  const ended = await office(END, about({ kind: 'EXPULSION', evidence: papers('处分决定书') }));
  expect(ended.data).toMatchObject({ seniorRollEnd: { movement: { kind: 'EXPULSION' }, userErrors: [] } });
});

it('of eight clerks who record at once one does, and seven are told that the record has changed', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => record(office, SUSPENSION)));
  const codes = answers.map(({ userErrors }) => userErrors.map(({ code }) => code));
  expect(codes.filter((list) => list.length === 0)).toHaveLength(1);
  expect(codes.filter(([code]) => code === 'RECORD_CHANGED')).toHaveLength(7);
  expect(await bench.database.arrange('SELECT 1 FROM roll_movement WHERE student_id = $1', [student.id])).toHaveLength(
    1,
  );
});

it('of eight children who want the last seat of a class one gets it', async () => {
  const { school } = place;
  const [{ id: small } = { id: '' }] = (await bench.database.arrange(
    `INSERT INTO school_class (county_code, id, school_id, stage, entry_year, serial) VALUES ('640121', gen_random_uuid(), $1, 'PRIMARY', 2022, 9) RETURNING id`,
    [school],
  )) as { id: string }[];
  for (let at = 0; at < 44; at += 1) await bench.seed.student({ ...place, class: small });
  const children: SeededStudent[] = [];
  for (let at = 0; at < 8; at += 1) children.push(await bench.seed.student(place));
  const answers = await Promise.all(
    children.map(({ id }) =>
      registrar(RECORD, {
        input: {
          student: `640121.${id}`,
          version: 1,
          occurredOn: TODAY,
          kind: 'CLASS_CHANGE',
          toClass: `640121.${small}`,
        },
      }),
    ),
  );
  const refusals = answers.map(({ data }) => (data?.rollMovementRecord as Payload).userErrors.map(({ code }) => code));
  expect(refusals.filter((list) => list.length === 0)).toHaveLength(1);
  expect(refusals.filter(([code]) => code === 'CLASS_FULL')).toHaveLength(7);
});

it('the same key gets the first answer, and one line in the register', async () => {
  const once = { ...SUSPENSION, idempotencyKey: `suspend-${student.id}` };
  expect(await record(office, once)).toEqual(await record(office, once));
  expect(await bench.database.arrange('SELECT 1 FROM roll_movement WHERE student_id = $1', [student.id])).toHaveLength(
    1,
  );
});

it('the total, the groups and the list agree, for county and school', async () => {
  await record(office, SUSPENSION);
  for (const ask of [office, registrar])
    for (const groupBy of ['KIND', 'STAGE', 'TO_SCHOOL', 'MONTH']) {
      const { data, errors } = await ask(
        `query ($groupBy: RollMovementGrouping!) {
          rollMovements(first: 200) { totalCount nodes { id } }
          rollMovementGroups(groupBy: $groupBy) { count }
        }`,
        { groupBy },
      );
      expect(errors).toBeUndefined();
      const { rollMovements, rollMovementGroups } = data as {
        rollMovements: { totalCount: number; nodes: object[] };
        rollMovementGroups: { count: number }[];
      };
      expect(rollMovements.totalCount).toBeGreaterThan(0);
      expect(rollMovements.nodes).toHaveLength(rollMovements.totalCount);
      expect(rollMovementGroups.reduce((sum, { count }) => sum + count, 0)).toBe(rollMovements.totalCount);
    }
});

it('recording takes fourteen statements, however long the register', async () => {
  const first = await office(RECORD, about(SUSPENSION));
  const second = await office(RECORD, about({ kind: 'RESUMPTION', version: 2, evidence: papers('康复证明') }));
  expect([first.statements.length, second.statements.length]).toEqual([14, 14]);
});
