import { addDays } from '@bureau/calendar';
import type { Ask } from '@bureau/testing';
import fc from 'fast-check';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import type { Place, SeededStudent } from '../seed/county.seed.ts';

const RECORD = `mutation ($input: RollMovementRecordInput!) {
  rollMovementRecord(input: $input) { movement { id } student { version } userErrors { ... on RuleBroken { code } } }
}`;
const STARTS_ON = '2024-01-01';
const KINDS = [
  'SUSPENSION',
  'SUSPENSION_EXTENSION',
  'RESUMPTION',
  'GRADE_SKIP',
  'CLASS_CHANGE',
  'GOING_ABROAD',
  'RETURN_FROM_ABROAD',
  'DEATH',
  'DISAPPEARANCE',
  'REAPPEARANCE',
  'PLACEMENT_CHANGE',
  'CANCELLATION',
  'RESTORATION',
] as const;
const PAPERS = [
  '休学申请表',
  '县级以上医院证明',
  '康复证明',
  '学校评估意见',
  '出国(境)证明',
  '境外就读证明',
  '死亡证明',
  '报警回执',
  '情况说明',
];

const clock = { today: STARTS_ON };
let bench: Bench;
let office: Ask;
let places: Place[] = [];
beforeAll(async () => {
  bench = await openBench(clock);
  await bench.seed.county('640121', '永宁县');
  const [one, other] = [await bench.seed.school('640121', '第一小学'), await bench.seed.school('640121', '第二小学')];
  const classes = (await bench.database.arrange(
    `INSERT INTO school_class (county_code, id, school_id, stage, entry_year, serial)
     SELECT '640121', gen_random_uuid(), school.id, 'PRIMARY', entry_year, 2 FROM school CROSS JOIN unnest(ARRAY[2021, 2022]) AS entry_year
     RETURNING id, school_id`,
  )) as { id: string; school_id: string }[];
  const seats = classes.map(({ id, school_id: school }) => ({ ...one, school, class: id }));
  places = [one, other, ...seats];
  office = bench.desk.as({ roles: ['enrollment-office'] });
});
afterAll(() => bench.close());

const act = fc.record({
  child: fc.nat(3),
  kind: fc.constantFrom(...KINDS),
  /** Days since the act before: several may fall on one day. */
  gap: fc.constantFrom(0, 0, 1, 7, 40),
  seat: fc.nat(5),
  placement: fc.constantFrom('IN_SCHOOL', 'HOME_TEACHING', 'LONG_LEAVE', 'EXTERNAL_OTHER'),
});

/** How many are on the roll of each school and grade on a day, by the spells. */
const countsOn = async (day: string) =>
  new Map(
    (
      (await bench.database.arrange(
        `SELECT spell.school_id || ' ' || class.entry_year AS place, count(*)::int AS count FROM school_spell AS spell
         JOIN school_class AS class ON class.id = spell.class_id
         WHERE started_on <= $1 AND (ended_on IS NULL OR ended_on > $1) GROUP BY 1`,
        [day],
      )) as { place: string; count: number }[]
    ).map(({ place, count }) => [place, count]),
  );

/** What the register says came and went in each school and grade after a day, until another. */
const flowsBetween = (from: string, to: string) =>
  bench.database.arrange(
    `SELECT place, sum(change)::int AS change FROM (
       SELECT from_school_id || ' ' || from_entry_year AS place, -1 AS change FROM roll_movement
       WHERE occurred_on > $1 AND occurred_on <= $2 AND from_roll_status = ANY ($3)
       UNION ALL SELECT to_school_id || ' ' || to_entry_year, 1 FROM roll_movement
       WHERE occurred_on > $1 AND occurred_on <= $2 AND to_roll_status = ANY ($3)
     ) AS flow GROUP BY 1`,
    [from, to, ['PRE_REGISTERED', 'ACTIVE', 'SUSPENDED', 'DROPPED_OUT', 'MISSING']],
  ) as Promise<{ place: string; change: number }[]>;

it('in random years one child is on one roll at every instant, and start + came − went = end in every school and grade', async () => {
  const acts = fc.array(act, { minLength: 10, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(acts, async (drawn) => {
      await bench.database.arrange('TRUNCATE student, school_spell, roll_movement CASCADE');
      const children: (SeededStudent & { version: number })[] = [];
      for (let at = 0; at < 4; at += 1) {
        const place = places[at % 2];
        if (place) children.push({ ...(await bench.seed.student(place, { startedOn: '2022-09-01' })), version: 1 });
      }
      let day = addDays(STARTS_ON, 1);
      const days = [STARTS_ON];
      let recorded = 0;
      for (const { child, kind, gap, seat, placement } of drawn) {
        day = addDays(day, gap);
        clock.today = day;
        days.push(day);
        const student = children[child];
        if (!student) continue;
        const { data, errors } = await office(RECORD, {
          input: {
            student: `640121.${student.id}`,
            version: student.version,
            kind,
            occurredOn: day,
            toClass: `640121.${places[seat]?.class}`,
            placement,
            otherPlace: '日本',
            untilOn: addDays(day, 100),
            evidence: PAPERS.map((paper) => ({ kind: paper, reference: '1号' })),
          },
        });
        expect(errors).toBeUndefined();
        const { movement, student: stands } = data?.rollMovementRecord as {
          movement: object | null;
          student: { version: number };
        };
        recorded += movement ? 1 : 0;
        student.version = stands.version;
      }
      expect(await bench.database.arrange('SELECT count(*)::int AS count FROM roll_movement')).toEqual([
        { count: recorded },
      ]);
      expect(
        await bench.database.arrange(
          `SELECT one.student_id FROM school_spell AS one JOIN school_spell AS other ON other.student_id = one.student_id AND other.id <> one.id
           WHERE daterange(one.started_on, one.ended_on) && daterange(other.started_on, other.ended_on)`,
        ),
      ).toEqual([]);
      expect(
        await bench.database.arrange(
          `SELECT student.id FROM student LEFT JOIN school_spell AS running ON running.student_id = student.id AND running.ended_on IS NULL
           WHERE (running.id IS NOT NULL) <> (student.roll_status = ANY (ARRAY['PRE_REGISTERED', 'ACTIVE', 'SUSPENDED', 'DROPPED_OUT', 'MISSING']))
              OR running.school_id <> student.school_id OR running.class_id <> student.class_id
              OR running.roll_status <> student.roll_status OR running.attendance_placement <> student.attendance_placement`,
        ),
      ).toEqual([]);
      const middle = days[Math.floor(days.length / 2)] ?? day;
      for (const [from, to] of [
        [STARTS_ON, day],
        [STARTS_ON, middle],
        [middle, day],
      ] as const) {
        const [start, end, flows] = [await countsOn(from), await countsOn(to), await flowsBetween(from, to)];
        for (const { place, change } of flows) start.set(place, (start.get(place) ?? 0) + change);
        const kept = [...start].filter(([, count]) => count !== 0);
        expect(new Map(kept)).toEqual(end);
      }
    }),
    { numRuns: process.env.DEEP ? 100 : 5, endOnFailure: true },
  );
});
