import { newId } from '@bureau/subgraph';
import type { Ask } from '@bureau/testing';
import fc from 'fast-check';
import { type Bench, openBench, TODAY } from '../seed/bench.seed.ts';
import type { SeededSchool } from '../seed/campus.seed.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const day = fc.constantFrom(
  '2023-09-01',
  '2024-08-31',
  '2024-09-01',
  '2024-11-30',
  '2024-12-04',
  '2024-12-05',
  '2024-12-06',
);
const world = fc.record({
  rooms: fc.array(fc.record({ media: fc.boolean(), wifi: fc.boolean(), closed: fc.option(day) }), {
    minLength: 4,
    maxLength: 30,
  }),
  projects: fc.array(fc.record({ due: day, ended: fc.option(day), abandoned: fc.boolean() }), {
    minLength: 2,
    maxLength: 12,
  }),
  tasks: fc.array(fc.record({ done: fc.boolean() }), { minLength: 1, maxLength: 12 }),
  lessons: fc.array(fc.record({ on: day, state: fc.constantFrom('PLANNED', 'HELD', 'CANCELLED') }), {
    minLength: 3,
    maxLength: 30,
  }),
  visits: fc.array(day, { maxLength: 8 }),
});
type World = typeof world extends fc.Arbitrary<infer Found> ? Found : never;

const WHOLE = '2010-01-01';
const insert = (table: string, values: unknown[]) =>
  bench.database.arrange(`INSERT INTO ${table} VALUES (${values.map((_, at) => `$${at + 1}`).join(', ')})`, values);

async function plant(countyCode: string, { rooms, projects, tasks, lessons, visits }: World): Promise<void> {
  const [lead, near]: SeededSchool[] = [await bench.seed.school(countyCode), await bench.seed.school(countyCode)];
  if (!lead || !near) throw new Error('no schools');
  const place = [lead.id, lead.townshipCode];
  for (const [at, { media, wifi, closed }] of rooms.entries())
    await insert('classroom', [countyCode, newId(), ...place, `${at}`, 'CLASSROOM', media, wifi, null, closed, 1]);
  for (const { due, ended, abandoned } of projects) {
    const state = ended === null ? 'UNDER_WAY' : abandoned ? 'ABANDONED' : 'ACCEPTED';
    await insert('upgrade_project', [countyCode, newId(), ...place, 'x', 'ACCESS', state, '1', WHOLE, due, ended, 1]);
  }
  const pilot = await bench.seed.pilot(lead);
  for (const [at, { done }] of tasks.entries()) {
    const finished = done ? [TODAY, 'https://a'] : [null, null];
    await insert('pilot_task', [countyCode, newId(), ...place, pilot, 'TASK', `${at}`, TODAY, ...finished, 1]);
  }
  const pairing = newId();
  await insert('classroom_pairing', [countyCode, pairing, lead.id, 'DELIVERY', ['音乐'], 1, WHOLE, null, 1]);
  await insert('pairing_receiver', [countyCode, newId(), near.id, near.townshipCode, pairing, lead.id]);
  for (const { on, state } of lessons) {
    const reason = state === 'CANCELLED' ? '停电' : null;
    const of = [pairing, lead.id, 'DELIVERY', 'SYNC', '音乐', 3];
    await insert('lesson_session', [countyCode, newId(), ...of, on, '08:00', '08:40', 40, state, reason, 1]);
  }
  for (const on of visits)
    await insert('expert_engagement', [countyCode, newId(), 'GUIDANCE', 'a', 'b', 'c', on, 1, 1, [], '', 1]);
}

const FIGURES = `classrooms classroomsWithoutMultimedia classroomsWithoutWifi upgradesLate sessionCompletion { numerator denominator }
  sessionsMissed sessionsCancelled pairs pairsNeverMet pilotProgress { numerator denominator } expertVisits`;
const dashboardOf = (code: string, fields: string) =>
  `{ _entities(representations: [{ __typename: "County", code: "${code}" }]) { ... on County { internetPlusDashboard(schoolYear: 2024) { ${fields} } } } }`;
const LISTS = `{
  rooms: classrooms(filter: { usedOn: "${TODAY}" }) { totalCount }
  bare: classrooms(filter: { usedOn: "${TODAY}", hasMultimedia: false }) { totalCount }
  late: upgradeProjects(filter: { lateOn: "${TODAY}" }) { totalCount }
  missed: lessonSessions(filter: { from: "2024-09-01", isMissedOn: "${TODAY}" }) { totalCount }
  pairs: pairingReceivers(filter: { inForceOn: "${TODAY}", hasMet: false }) { totalCount }
}`;

const isThisYear = (on: string) => on >= '2024-09-01' && on <= TODAY;

/** What counting by hand gives. */
function counted({ rooms, projects, tasks, lessons, visits }: World) {
  const used = rooms.filter(({ closed }) => closed === null || closed > TODAY);
  const ofYear = lessons.filter(({ on }) => isThisYear(on));
  const held = ofYear.filter(({ state }) => state === 'HELD').length;
  const cancelled = ofYear.filter(({ state }) => state === 'CANCELLED').length;
  return {
    classrooms: used.length,
    classroomsWithoutMultimedia: used.filter(({ media }) => !media).length,
    classroomsWithoutWifi: used.filter(({ wifi }) => !wifi).length,
    upgradesLate: projects.filter(({ due, ended, abandoned }) => due < (ended ?? TODAY) && !(abandoned && ended))
      .length,
    sessionCompletion: { numerator: held, denominator: ofYear.length - cancelled },
    sessionsMissed: lessons.filter(({ on, state }) => state === 'PLANNED' && on >= '2024-09-01' && on < TODAY).length,
    sessionsCancelled: cancelled,
    pairs: 1,
    pairsNeverMet: 1,
    pilotProgress: { numerator: tasks.filter(({ done }) => done).length, denominator: tasks.length },
    expertVisits: visits.filter(isThisYear).length,
  };
}

it('every figure equals brute force on random counties, and opens its list', async () => {
  let serial = 640200;
  const check = async (given: World) => {
    const code = String((serial += 1));
    await plant(code, given);
    const ask: Ask = bench.desk.as({ roles: ['county-leader'], county: code });
    const { data, errors } = await ask(dashboardOf(code, FIGURES));
    expect(errors).toBeUndefined();
    const wanted = counted(given);
    expect((data?._entities as [{ internetPlusDashboard: unknown }])[0].internetPlusDashboard).toEqual(wanted);
    expect((await ask(LISTS)).data).toEqual({
      rooms: { totalCount: wanted.classrooms },
      bare: { totalCount: wanted.classroomsWithoutMultimedia },
      late: { totalCount: wanted.upgradesLate },
      missed: { totalCount: wanted.sessionsMissed },
      pairs: { totalCount: wanted.pairsNeverMet },
    });
  };
  await fc.assert(fc.asyncProperty(world, check), { numRuns: process.env['DEEP'] ? 200 : 8 });
});

it('the whole of it takes the same statements however much there is', async () => {
  const fields = `asOf platformMonth platformActivity { percent } platformLaggards stars { key count } literacyLevels { count } medals { count } shortagesMet { percent } ${FIGURES}`;
  const counts: number[] = [];
  for (const code of ['640201', '640999']) {
    const { statements, errors } = await bench.desk.as({ roles: ['county-leader'], county: code })(
      dashboardOf(code, fields),
    );
    expect(errors).toBeUndefined();
    counts.push(statements.length);
  }
  expect(counts).toEqual([19, 19]);
});

it('is forbidden to who may have no figures', async () => {
  const { errors } = await bench.desk.as({ roles: ['county-department'] })(dashboardOf('640121', 'asOf'));
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});
