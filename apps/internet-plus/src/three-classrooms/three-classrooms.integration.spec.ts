import type { Ask } from '@bureau/testing';
import { act, rowsOf } from '../seed/act.seed.ts';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import type { SeededSchool } from '../seed/campus.seed.ts';

let bench: Bench;
let [lead, near, far]: SeededSchool[] = [];
let office: Ask;
let asLead: Ask;
let asNear: Ask;
const of = (school: SeededSchool | undefined) => school?.globalId ?? '';
beforeAll(async () => {
  bench = await openBench();
  lead = await bench.seed.school('640121', { township: '101' });
  near = await bench.seed.school('640121', { township: '102' });
  far = await bench.seed.school('640121', { township: '103' });
  office = bench.desk.as({ roles: ['internet-plus-office'] });
  asLead = bench.desk.as({ roles: ['school-it-lead'], school: of(lead) });
  asNear = bench.desk.as({ roles: ['school-it-lead'], school: of(near) });
  await bench.database.arrange(
    `INSERT INTO required_subject VALUES ('640121', gen_random_uuid(), '音乐', 1, 6, 2, '2022-09-01', NULL, '义务教育课程方案(2022年版)')`,
  );
});
afterAll(() => bench.close());

const rows = () =>
  rowsOf(
    bench.database.arrange,
    'classroom_pairing',
    'pairing_receiver',
    'lesson_session',
    'session_party',
    'subject_shortage',
  );

const agreement = (given: object = {}) => ({
  leadSchool: of(lead),
  receivers: [of(near), of(far)],
  kind: 'DELIVERY',
  subjects: ['音乐'],
  weeklySessions: 1,
  startsOn: '2024-09-01',
  ...given,
});
async function agreed(): Promise<string> {
  const { record, refused } = await act(office, 'classroomPairingAgree', { input: agreement() });
  expect(refused).toEqual([]);
  return String(record?.id);
}
const seat = (school: SeededSchool | undefined, className = '三(1)班', room = '互动教室') => ({
  school: of(school),
  room,
  className,
});
const lesson = (pairing: string, given: object = {}) => ({
  pairing,
  heldOn: '2024-11-14',
  startsAt: '10:00',
  endsAt: '10:40',
  subject: '音乐',
  grade: 3,
  mode: 'SYNC',
  parties: [seat(lead), seat(near)],
  ...given,
});

describe('a term of lessons', () => {
  let pairing: string;
  let first: { id: string; parties: { id: string; school: { id: string } }[] };
  beforeAll(async () => {
    pairing = await agreed();
    const planned = await act(office, 'lessonSessionPlan', {
      input: lesson(pairing, { heldOn: '2024-09-24', repeatUntil: '2024-10-15', startsAt: '08:00', endsAt: '08:40' }),
      shown: '{ id parties { id school { id } } }',
    });
    first = planned.record as typeof first;
  });

  it('passes over the holiday, and shows each lesson once', async () => {
    const { data } = await office(
      `query ($p: [ID!]) { lessonSessions(filter: { pairings: $p }) { totalCount nodes { heldOn startsAt minutes state } }
         lessonSessionGroups(filter: { pairings: $p }, groupBy: STATE) { key count minutes } }`,
      { p: [pairing] },
    );
    const planned = { startsAt: '08:00', minutes: 40, state: 'PLANNED' };
    expect(data).toEqual({
      lessonSessions: {
        totalCount: 3,
        nodes: ['2024-09-24', '2024-10-08', '2024-10-15'].map((heldOn) => ({ heldOn, ...planned })),
      },
      lessonSessionGroups: [{ key: 'PLANNED', count: 3, minutes: 120 }],
    });
  });

  it('is held by the lead school and attended by the receiver; the other pair never met', async () => {
    const input = { lessonSession: first.id, version: 1 };
    expect((await act(asNear, 'lessonSessionHold', { input })).refused).toEqual([]);
    const again = await act(asLead, 'lessonSessionHold', { input: { ...input, version: 2 } });
    expect(again.refused).toEqual(['ACT_OUT_OF_ORDER']);
    const party = first.parties.find(({ school }) => school.id === of(near))?.id;
    const attended = { sessionParty: party, wasPresent: true, attendance: 31, version: 1 };
    expect((await act(asNear, 'sessionPartyAttend', { input: attended })).refused).toEqual([]);
    const { data } = await office(
      `query ($p: [ID!]) { met: pairingReceivers(filter: { pairings: $p, hasMet: true }) { nodes { school { id } } }
         never: pairingReceivers(filter: { pairings: $p, hasMet: false }) { nodes { school { id } } }
         missed: lessonSessions(filter: { pairings: $p, isMissedOn: "2024-12-05" }) { totalCount } }`,
      { p: [pairing] },
    );
    expect(data).toEqual({
      met: { nodes: [{ school: { id: of(near) } }] },
      never: { nodes: [{ school: { id: of(far) } }] },
      missed: { totalCount: 2 },
    });
  });

  it('meets a shortage of the receiver', async () => {
    const input = { school: of(near), schoolYear: 2024, grade: 3, subject: '音乐', reason: '无专职教师' };
    expect((await act(asNear, 'subjectShortageDeclare', { input })).refused).toEqual([]);
    expect((await act(asNear, 'subjectShortageDeclare', { input })).refused).toEqual(['RECORD_EXISTS subject']);
    expect((await act(asNear, 'subjectShortageDeclare', { input: { ...input, grade: 4 } })).refused).toEqual([]);
    const { data } = await office(
      `{ met: subjectShortages(filter: { isMet: true }) { nodes { grade } } open: subjectShortages(filter: { isMet: false }) { nodes { grade } } }`,
    );
    expect(data).toEqual({ met: { nodes: [{ grade: 3 }] }, open: { nodes: [{ grade: 4 }] } });
  });
});

it('a room or a class is in one place at a time; of eight who want it at once one has it', async () => {
  const pairing = await agreed();
  const done = await Promise.all(
    Array.from({ length: 8 }, () => act(office, 'lessonSessionPlan', { input: lesson(pairing) })),
  );
  expect(done.filter(({ refused }) => refused.length === 0)).toHaveLength(1);
  expect(done.filter(({ refused }) => refused[0] === 'PLACE_TAKEN parties')).toHaveLength(7);
  const plan = (given: object) => act(office, 'lessonSessionPlan', { input: lesson(pairing, given) });
  const others = [seat(lead, '四(1)班', '二号教室'), seat(near, '四(1)班')];
  expect((await plan({ parties: others, startsAt: '10:39', endsAt: '11:19' })).refused).toEqual([
    'PLACE_TAKEN parties',
  ]);
  expect((await plan({ parties: others, startsAt: '10:40', endsAt: '11:20' })).refused).toEqual([]);
  const sameClass = [seat(lead, '五(1)班', '三号教室'), seat(near, '三(1)班', '四号教室')];
  expect((await plan({ parties: sameClass })).refused).toEqual(['PLACE_TAKEN parties']);
});

it('a lesson that is cancelled frees its rooms, and says why', async () => {
  const pairing = await agreed();
  const at = { heldOn: '2024-11-15' };
  const { record } = await act(office, 'lessonSessionPlan', { input: lesson(pairing, at) });
  const input = { lessonSession: record?.id, version: 1, reason: '停电' };
  expect((await act(office, 'lessonSessionCancel', { input: { ...input, reason: '' } })).refused).toEqual([
    'TEXT_UNFIT reason',
  ]);
  expect(await act(office, 'lessonSessionCancel', { input, shown: '{ state reason }' })).toEqual({
    record: { state: 'CANCELLED', reason: '停电' },
    refused: [],
  });
  expect((await act(office, 'lessonSessionPlan', { input: lesson(pairing, at) })).refused).toEqual([]);
});

it.each<[string, object | ((pairing: string) => object), string[]]>([
  ['classroomPairingAgree', () => agreement({ receivers: [of(lead)] }), ['RECEIVER_IS_LEAD receivers.0']],
  ['classroomPairingAgree', () => agreement({ receivers: [] }), ['VALUE_OUT_OF_RANGE receivers']],
  ['classroomPairingAgree', () => agreement({ subjects: [] }), ['TEXT_UNFIT subjects']],
  ['lessonSessionPlan', (pairing: string) => lesson(pairing, { heldOn: '2024-10-01' }), ['HOLIDAY_CHOSEN heldOn']],
  ['lessonSessionPlan', (pairing: string) => lesson(pairing, { heldOn: '2024-12-07' }), ['HOLIDAY_CHOSEN heldOn']],
  ['lessonSessionPlan', (pairing: string) => lesson(pairing, { subject: '体育' }), ['CODE_UNKNOWN subject']],
  ['lessonSessionPlan', (pairing: string) => lesson(pairing, { parties: [seat(near)] }), ['RECORD_NOT_FOUND parties']],
  [
    'lessonSessionPlan',
    (pairing: string) => lesson(pairing, { parties: [seat(lead), seat(near), seat(near)] }),
    ['RECORD_NOT_FOUND parties.2.school'],
  ],
  [
    'subjectShortageDeclare',
    () => ({ school: of(near), schoolYear: 2024, grade: 3, subject: '击剑', reason: '无' }),
    ['CODE_UNKNOWN subject'],
  ],
])('%s is refused (%#), and nothing changes', async (mutation, input, refused) => {
  const pairing = await agreed();
  const before = await rows();
  const given = (typeof input === 'function' ? input(pairing) : input) as Record<string, unknown>;
  expect((await act(office, mutation, { input: given })).refused).toEqual(refused);
  expect(await rows()).toEqual(before);
});

it('a school sees the agreements it has a part in, and no other', async () => {
  const outside = bench.desk.as({ roles: ['school-it-lead'], school: of(await bench.seed.school('640121')) });
  const COUNT = '{ classroomPairings { totalCount } lessonSessions { totalCount } pairingReceivers { totalCount } }';
  const nothing = { totalCount: 0 };
  expect((await outside(COUNT)).data).toEqual({
    classroomPairings: nothing,
    lessonSessions: nothing,
    pairingReceivers: nothing,
  });
  const { data } = await asNear(COUNT);
  const whole = await office(COUNT);
  expect(data).toMatchObject({ classroomPairings: whole.data?.classroomPairings });
  expect((await act(asNear, 'classroomPairingAgree', { input: agreement() })).refused).toEqual(['FORBIDDEN']);
});

it('PostgreSQL itself refuses a receiver that is the lead, and a room in two places', async () => {
  const [pairing] = (await bench.database.arrange('SELECT id, lead_school_id FROM classroom_pairing LIMIT 1')) as [
    { id: string; lead_school_id: string },
  ];
  await expect(
    bench.database.arrange(
      `INSERT INTO pairing_receiver VALUES ('640121', gen_random_uuid(), $2, '640121101', $1, $2)`,
      [pairing.id, pairing.lead_school_id],
    ),
  ).rejects.toThrow('pairing_receiver_other_check');
  await expect(
    bench.database.arrange(
      `INSERT INTO session_party SELECT county_code, gen_random_uuid(), school_id, township_code, session_id, lead_school_id, role,
         room, '别的班', held_on, starts_at, ends_at, false, NULL, NULL FROM session_party WHERE NOT is_cancelled LIMIT 1`,
    ),
  ).rejects.toThrow(/session_party_(room_excl|school_key)/);
});
