import fc from 'fast-check';
import type { Ask } from '@bureau/testing';
import { act, kinds } from '../seed/act.seed.ts';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import type { SeededChild } from '../seed/ledger.seed.ts';

const COUNTY = '640121';
const RUNS = process.env['DEEP'] ? 200 : 8;
const SESSION = { record: 'homeTeachingSession { state heldHours verifiedHours version }' };

let bench: Bench;
let school: Awaited<ReturnType<Bench['seed']['school']>>;
let teacher: Ask;
let child: SeededChild;
beforeAll(async () => {
  bench = await openBench();
  school = await bench.seed.school(COUNTY);
  teacher = bench.desk.as({ roles: ['special-education-teacher'], school: `${COUNTY}.${school.schoolId}` });
});
afterAll(() => bench.close());
beforeEach(async () => {
  child = await bench.seed.child(school);
  await bench.seed.placement(child, 'HOME_TEACHING');
});

const open = (given: object = {}) =>
  act(
    teacher,
    'homeTeachingPlanOpen',
    {
      ...{ disabledChild: child.globalId, school: `${COUNTY}.${school.schoolId}`, mode: 'HOME', hoursPerVisit: 2 },
      ...{ weekdays: [2], startsAt: '15:00', teachers: ['张老师', '王老师'], goals: '生活自理' },
      ...{ startsOn: '2024-09-01', consentedOn: '2024-08-25', ...given },
    },
    { record: 'homeTeachingPlan { id visitsPerWeek startsAt }' },
  );
const plan = async (from: string, until: string) => {
  const { record } = await open();
  const planned = await act(
    teacher,
    'homeTeachingSessionsPlan',
    { homeTeachingPlan: record?.['id'], from, until },
    { record: 'homeTeachingPlan { id }' },
  );
  expect(planned.refusals).toEqual([]);
};
const sessions = () =>
  bench.database.arrange(
    `SELECT id, planned_on::text, version FROM home_teaching_session WHERE child_id = $1 ORDER BY planned_on`,
    [child.id],
  ) as Promise<{ id: string; planned_on: string; version: number }[]>;
const at = ({ id, version }: { id: string; version: number }) => ({ homeTeachingSession: `${COUNTY}.${id}`, version });
const give = (session: object, heldHours = 2) =>
  act(
    teacher,
    'homeTeachingSessionGive',
    { ...session, heldHours, teachers: ['张老师'], content: '认知训练' },
    SESSION,
  );
const miss = (session: object, reason = '儿童住院') =>
  act(teacher, 'homeTeachingSessionMiss', { ...session, reason }, SESSION);
const verify = (session: object, verifiedHours: number) =>
  act(
    teacher,
    'homeTeachingSessionVerify',
    { ...session, verifiedHours, verifiedBy: '马某', verifiedOn: '2024-12-01' },
    SESSION,
  );

it('visits are planned on school days only, once, and the month’s gaps are named with the hours owed', async () => {
  await plan('2024-09-24', '2024-10-20');
  await plan('2024-09-24', '2024-10-20').catch(() => undefined);
  const planned = await sessions();
  expect(planned.map(({ planned_on: day }) => day)).toEqual(['2024-09-24', '2024-10-08', '2024-10-15']);
  const [, first, second] = planned;
  if (!first || !second) throw new Error('no visit');
  expect((await give(at(first))).record).toEqual({ state: 'DONE', heldHours: 2, verifiedHours: null, version: 2 });
  expect((await miss(at(second))).record).toMatchObject({ state: 'MISSED' });
  const { data, statements } = await teacher(
    '{ homeTeachingGaps(month: "2024-10") { child { id } dueVisits givenVisits missedVisits owedHours } }',
  );
  expect(data?.['homeTeachingGaps']).toEqual([
    { child: { id: child.globalId }, dueVisits: 4, givenVisits: 1, missedVisits: 1, owedHours: 6 },
  ]);
  expect(statements).toHaveLength(3);
  const groups = await teacher(
    '{ homeTeachingSessions { totalCount } homeTeachingSessionGroups(groupBy: MONTH) { key count plannedHours heldHours } }',
  );
  expect(groups.data).toEqual({
    homeTeachingSessions: { totalCount: 3 },
    homeTeachingSessionGroups: [
      { key: '2024-09', count: 1, plannedHours: 2, heldHours: 0 },
      { key: '2024-10', count: 2, plannedHours: 4, heldHours: 2 },
    ],
  });
});

it('a visit is given once, by eight at once, too; more hours than planned, or confirmed than held, are refused', async () => {
  await plan('2024-11-01', '2024-11-30');
  const [session, second] = await sessions();
  if (!session || !second) throw new Error('no visit');
  expect(kinds(await give(at(session), 3))).toEqual(['SessionHoursUnfit']);
  expect(kinds(await miss(at(session), ' '))).toEqual(['ReasonMissing']);
  const given = await Promise.all(Array.from({ length: 8 }, () => give(at(session))));
  expect(given.filter(({ refusals }) => refusals.length === 0)).toHaveLength(1);
  const done = { ...at(session), version: 2 };
  expect(kinds(await give(done))).toEqual(['SessionActNotDue']);
  expect(kinds(await verify(done, 3))).toEqual(['SessionHoursUnfit']);
  expect((await verify(done, 1)).record).toEqual({ state: 'VERIFIED', heldHours: 2, verifiedHours: 1, version: 3 });
  expect(kinds(await verify(at(second), 0))).toEqual(['SessionActNotDue']);
});

it.each([
  ['before the child is in home teaching', { startsOn: '2023-08-31' }, ['HomeTeachingNotPlaced']],
  ['without a weekday', { weekdays: [] }, ['HomeTeachingPaceUnfit']],
  ['without consent yet', { consentedOn: '2024-12-06' }, ['LedgerDayOutOfRange']],
])('a plan %s is refused', async (_, given, refusals) => {
  expect(kinds(await open(given))).toEqual(refusals);
  expect(await bench.database.arrange('SELECT 1 FROM home_teaching_plan WHERE child_id = $1', [child.id])).toEqual([]);
});

it('the visit of a day to come is not given yet; the holidays of a year to come are not guessed', async () => {
  await plan('2024-12-10', '2024-12-10');
  const [session] = await sessions();
  if (!session) throw new Error('no visit');
  expect(kinds(await give(at(session)))).toEqual(['LedgerDayOutOfRange']);
  const { record } = await open({ startsOn: '2024-12-20' });
  const far = { homeTeachingPlan: record?.['id'], from: '2024-12-20', until: '2090-01-01' };
  expect(kinds(await act(teacher, 'homeTeachingSessionsPlan', far, { record: 'homeTeachingPlan { id }' }))).toEqual([
    'HolidayYearNotLoaded',
  ]);
});

it('confirmed hours never exceed what was held, nor held what was planned, whatever is tried', async () => {
  const turn = fc.record({
    at: fc.nat({ max: 3 }),
    how: fc.constantFrom('give', 'miss', 'verify'),
    hours: fc.integer({ min: -1, max: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 6 }), async (turns) => {
      child = await bench.seed.child(school);
      await bench.seed.placement(child, 'HOME_TEACHING');
      await plan('2024-11-01', '2024-11-30');
      for (const { at: index, how, hours } of turns) {
        const session = (await sessions())[index];
        if (!session) continue;
        if (how === 'give') await give(at(session), hours);
        else if (how === 'miss') await miss(at(session));
        else await verify(at(session), hours);
      }
      const wrong = await bench.database.arrange(
        `SELECT 1 FROM home_teaching_session WHERE child_id = $1
           AND (coalesce(verified_hours, 0) > coalesce(held_hours, 0) OR coalesce(held_hours, 0) > planned_hours OR (state = 'MISSED' AND held_hours IS NOT NULL))`,
        [child.id],
      );
      expect(wrong).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});
