import { newId } from '@bureau/subgraph';
import fc from 'fast-check';
import { act, kinds } from '../seed/act.seed.ts';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import { closureEvent, handoverEvent, receive, rollEvent } from '../seed/event.seed.ts';
import type { SeededChild } from '../seed/ledger.seed.ts';

const COUNTY = '640121';
const RUNS = process.env['DEEP'] ? 300 : 12;

let bench: Bench;
let [first, second, third]: Awaited<ReturnType<Bench['seed']['school']>>[] = [];
let child: SeededChild;

const school = (at: 0 | 1 | 2) => {
  const found = [first, second, third][at];
  if (!found) throw new Error('no school');
  return found;
};

beforeAll(async () => {
  bench = await openBench();
  [first, second, third] = [
    await bench.seed.school(COUNTY),
    await bench.seed.school(COUNTY),
    await bench.seed.school(COUNTY, '102'),
  ];
});
afterAll(() => bench.close());

async function newChild() {
  const planted = await bench.seed.child(school(0), { studentId: await bench.seed.student(school(0)) });
  await bench.seed.placement(planted, 'REGULAR_CLASS');
  return planted;
}
beforeEach(async () => {
  child = await newChild();
});

const office = () => bench.desk.as({ roles: ['special-education-office'] });
const hear = (...events: Parameters<typeof receive>[1]) => receive(bench.database, events);
const roll = (at: 0 | 1 | 2, given: Parameters<typeof rollEvent>[2]) =>
  rollEvent(child.studentId ?? '', school(at), given);

/** Where the child stands: who answers for it, to whom it is offered, and until when it is placed. */
async function standing(of = child) {
  const [row] = await bench.database.arrange(
    `SELECT child.school_id, child.class_id, placement.ended_on::text,
       (SELECT to_school_id FROM duty_transfer t WHERE t.child_id = child.id AND t.state = 'OFFERED') AS offered_to,
       (SELECT school_id FROM duty d WHERE d.child_id = child.id ORDER BY started_at DESC LIMIT 1) AS on_duty
     FROM disabled_child child JOIN placement ON placement.child_id = child.id WHERE child.id = $1`,
    [of.id],
  );
  return row as Record<'school_id' | 'class_id' | 'ended_on' | 'offered_to' | 'on_duty', string | null>;
}
async function effects() {
  const { data } = await office()(
    `query ($id: ID!) { disabledChild(id: $id) { automaticEffects { id rule ruleVersion eventId explanation undoneAt version } } }`,
    { id: child.globalId },
  );
  return (data?.['disabledChild'] as { automaticEffects: Record<string, unknown>[] }).automaticEffects;
}
const undo = (effect: Record<string, unknown> | undefined, reason = '误登记') =>
  act(
    office(),
    'automaticEffectUndo',
    { automaticEffect: effect?.['id'], version: effect?.['version'], reason },
    { record: 'automaticEffect { undoReason version }' },
  );

const at = (place: { schoolId: string }) => place.schoolId;

it('a transfer on the roll offers the duty and moves nothing; the effect says by which event and rule', async () => {
  const event = roll(1, { version: 2 });
  await hear(event);
  expect(await standing()).toEqual({
    school_id: at(school(0)),
    on_duty: at(school(0)),
    class_id: school(0).classId,
    offered_to: at(school(1)),
    ended_on: null,
  });
  expect(await effects()).toMatchObject([
    { rule: 'ROLL_AT_ANOTHER_SCHOOL', ruleVersion: 1, eventId: event.id, undoneAt: null },
  ]);

  const [effect] = await effects();
  expect(kinds(await undo(effect, ' '))).toEqual(['ReasonMissing']);
  expect((await undo(effect)).record).toEqual({ undoReason: '误登记', version: 2 });
  expect(await standing()).toMatchObject({ offered_to: null, school_id: at(school(0)) });
  expect(kinds(await undo((await effects())[0]))).toEqual(['EffectAlreadyUndone']);
  await hear(event);
  expect(await standing()).toMatchObject({ offered_to: null });
});

it('back at its school the offer is withdrawn; a new class follows the roll', async () => {
  await hear(roll(1, { version: 2 }));
  const classId = newId();
  await hear(rollEvent(child.studentId ?? '', { ...school(0), classId }, { version: 3 }));
  expect(await standing()).toMatchObject({ offered_to: null, class_id: classId, school_id: at(school(0)) });
  expect((await effects()).map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['ROLL_AT_ANOTHER_SCHOOL', 'ROLL_BACK_AT_DUTY_SCHOOL', 'CLASS_FOLLOWS_ROLL']),
  );
});

it('a graduation closes nothing: the placement goes on, and somebody must decide', async () => {
  await hear(roll(0, { version: 2, rollStatus: 'GRADUATED' }));
  expect(await standing()).toMatchObject({ offered_to: null, ended_on: null, school_id: at(school(0)) });
  expect(await effects()).toMatchObject([{ rule: 'ROLL_ENDED' }]);
});

it('a death ends the placement; one that was wrong lets it go on, by event or by undoing', async () => {
  await hear(roll(0, { version: 2, rollStatus: 'DECEASED' }));
  expect(await standing()).toMatchObject({ ended_on: '2024-12-01' });
  await hear(roll(0, { version: 3 }));
  expect(await standing()).toMatchObject({ ended_on: null });
  await hear(roll(0, { version: 4, rollStatus: 'DECEASED' }));
  expect(await standing()).toMatchObject({ ended_on: '2024-12-01' });
  await undo((await effects()).find(({ rule, undoneAt }) => rule === 'DEATH_ENDS_PLACEMENT' && undoneAt === null));
  expect(await standing()).toMatchObject({ ended_on: null });
  const told = await bench.database.arrange(
    `SELECT data->>'cause' AS cause FROM outbox_event WHERE subject = $1 ORDER BY recorded_order`,
    [`${COUNTY}.${child.studentId ?? ''}`],
  );
  expect(told).toEqual(['DEATH', 'UNDONE', 'DEATH', 'UNDONE'].map((cause) => ({ cause })));
});

it('a merger offers the duty to the one successor; without one somebody must decide', async () => {
  const closing = await bench.seed.school(COUNTY);
  child = await bench.seed.child(closing);
  await bench.seed.placement(child, 'REGULAR_CLASS');
  await hear(closureEvent(closing.schoolId, [at(school(1))], 2));
  expect(await standing()).toMatchObject({ school_id: closing.schoolId, offered_to: at(school(1)), ended_on: null });

  const split = await bench.seed.school(COUNTY);
  child = await bench.seed.child(split);
  await bench.seed.placement(child, 'REGULAR_CLASS');
  await hear(closureEvent(split.schoolId, [at(school(1)), at(school(2))], 2));
  expect(await standing()).toMatchObject({ school_id: split.schoolId, offered_to: null });
  expect(await effects()).toMatchObject([{ rule: 'SCHOOL_CLOSED' }]);
});

it('enrollment’s hand-over moves the duty when it is answered, and back when it is undone', async () => {
  const item = {
    id: newId(),
    studentId: child.studentId ?? '',
    fromSchoolId: at(school(0)),
    toSchoolId: at(school(2)),
  };
  await hear(handoverEvent({ ...item, state: 'SENT', responsibleSchoolId: at(school(0)), version: 2 }));
  expect(await standing()).toMatchObject({ school_id: at(school(0)), on_duty: at(school(0)) });
  const answered = handoverEvent({ ...item, state: 'ACKNOWLEDGED', responsibleSchoolId: at(school(2)), version: 4 });
  await hear(answered);
  await hear(answered, handoverEvent({ ...item, state: 'RECEIVED', responsibleSchoolId: at(school(0)), version: 3 }));
  expect(await standing()).toMatchObject({ school_id: at(school(2)), on_duty: at(school(2)), ended_on: null });
  await undo((await effects())[0]);
  expect(await standing()).toMatchObject({
    school_id: at(school(0)),
    on_duty: at(school(0)),
    class_id: school(0).classId,
  });
});

it('an effect that was overtaken is not undone', async () => {
  await hear(roll(1, { version: 2 }));
  await hear(roll(0, { version: 3 }));
  expect(kinds(await undo((await effects()).find(({ rule }) => rule === 'ROLL_AT_ANOTHER_SCHOOL')))).toEqual([
    'EffectOvertaken',
  ]);
});

const turn = fc.record({
  at: fc.constantFrom(0 as const, 1 as const, 2 as const),
  rollStatus: fc.constantFrom(
    'ACTIVE' as const,
    'ACTIVE' as const,
    'DECEASED' as const,
    'GRADUATED' as const,
    'SUSPENDED' as const,
  ),
});

it('late, repeated and disordered events lead to where the events in order lead', async () => {
  const histories = fc.array(turn, { minLength: 1, maxLength: 5 }).chain((turns) =>
    fc.record({
      turns: fc.constant(turns),
      order: fc.shuffledSubarray([...turns.keys(), ...turns.keys()], { minLength: turns.length * 2 }),
      batch: fc.integer({ min: 1, max: 4 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(histories, async ({ turns, order, batch }) => {
      const [inOrder, disordered] = [await newChild(), await newChild()];
      const events = (of: SeededChild) =>
        turns.map(({ at: place, rollStatus }, index) =>
          rollEvent(of.studentId ?? '', school(place), { version: index + 2, rollStatus }),
        );
      for (const event of events(inOrder)) await hear(event);
      const shuffled = events(disordered);
      const sequence = order.flatMap((index) => shuffled[index] ?? []);
      for (let from = 0; from < sequence.length; from += batch) await hear(...sequence.slice(from, from + batch));
      expect(await standing(disordered)).toEqual(await standing(inOrder));
    }),
    { numRuns: RUNS },
  );
});
