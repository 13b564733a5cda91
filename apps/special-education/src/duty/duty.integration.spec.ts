import fc from 'fast-check';
import type { Ask } from '@bureau/testing';
import { act, type Acted, kinds } from '../seed/act.seed.ts';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import { handoverEvent, receive, rollEvent } from '../seed/event.seed.ts';
import type { SeededChild } from '../seed/ledger.seed.ts';
import { newId } from '@bureau/subgraph';
import { beginningAfter } from './duty-move.service.ts';
import { dutyAt } from './duty.rules.ts';

const COUNTY = '640121';
const RUNS = process.env['DEEP'] ? 200 : 10;
const TRANSFER = { record: 'dutyTransfer { id version state isOverdue }' };

type Place = Awaited<ReturnType<Bench['seed']['school']>>;
let bench: Bench;
let places: Place[];
let child: SeededChild;
const place = (at: number): Place => {
  const found = places[at];
  if (!found) throw new Error('no place');
  return found;
};
beforeAll(async () => {
  bench = await openBench();
  places = [await bench.seed.school(COUNTY), await bench.seed.school(COUNTY), await bench.seed.school(COUNTY, '102')];
});
afterAll(() => bench.close());
beforeEach(async () => {
  child = await bench.seed.child(place(0), { studentId: await bench.seed.student(place(0)) });
  await bench.seed.placement(child, 'HOME_TEACHING');
});

const teacher = (at: number): Ask =>
  bench.desk.as({ roles: ['special-education-teacher'], school: `${COUNTY}.${place(at).schoolId}` });
const office = (): Ask => bench.desk.as({ roles: ['special-education-office'] });
const offer = (ask: Ask, to: number | null) =>
  act(
    ask,
    'dutyTransferOffer',
    {
      disabledChild: child.globalId,
      toSchool: to === null ? null : `${COUNTY}.${place(to).schoolId}`,
      reason: '小升初',
    },
    TRANSFER,
  );
const answer = (ask: Ask, { record }: Acted, name: 'Accept' | 'Decline') =>
  act(
    ask,
    `dutyTransfer${name}`,
    {
      dutyTransfer: record?.['id'],
      version: record?.['version'],
      ...(name === 'Decline' && { reason: '不在本校学区' }),
    },
    TRANSFER,
  );
const sees = async (ask: Ask) =>
  (
    await ask(`query ($id: ID!) { disabledChild(id: $id) { placement { kind } duties { school { id } cause } } }`, {
      id: child.globalId,
    })
  ).data?.['disabledChild'];

it('until the receiver accepts, the sender answers for the child; the receiver sees the packet from the offer on', async () => {
  expect(await sees(teacher(1))).toBeNull();
  const offered = await offer(teacher(0), 1);
  expect(offered.refusals).toEqual([]);
  expect(await sees(teacher(1))).toMatchObject({
    placement: { kind: 'HOME_TEACHING' },
    duties: [{ cause: 'REGISTERED' }],
  });
  expect(await sees(teacher(2))).toBeNull();
  const accepted = await answer(teacher(1), offered, 'Accept');
  expect(accepted.record).toMatchObject({ state: 'ACCEPTED', version: 2 });
  expect(await sees(teacher(1))).toEqual({
    placement: { kind: 'HOME_TEACHING' },
    duties: [
      { school: { id: `${COUNTY}.${place(0).schoolId}` }, cause: 'REGISTERED' },
      { school: { id: `${COUNTY}.${place(1).schoolId}` }, cause: 'TRANSFER_ACCEPTED' },
    ],
  });
  expect(await sees(teacher(0))).toBeNull();
});

it('one accepts, another ignores: the one who ignored is named as overdue, and the sender still answers', async () => {
  const ignored = await offer(teacher(0), 2);
  await bench.database.arrange(`UPDATE duty_transfer SET due_on = '2024-12-04' WHERE child_id = $1`, [child.id]);
  const { data } = await office()(
    `query ($to: [ID!]) { dutyTransfers(filter: { isOverdue: true, toSchools: $to }) { totalCount nodes { id child { id } } } }`,
    { to: [`${COUNTY}.${place(2).schoolId}`] },
  );
  expect(data?.['dutyTransfers']).toEqual({
    totalCount: 1,
    nodes: [{ id: ignored.record?.['id'], child: { id: child.globalId } }],
  });
  expect(await sees(teacher(0))).toMatchObject({ duties: [{ cause: 'REGISTERED' }] });
});

it('only the receiver answers, once; declined, the child stays where it was', async () => {
  const offered = await offer(teacher(0), 1);
  expect(kinds(await answer(teacher(0), offered, 'Accept'))).toEqual(['DutyTransferNotYours']);
  expect(kinds(await answer(teacher(2), offered, 'Accept'))).toEqual(['LedgerRecordNotFound']);
  expect(kinds(await offer(office(), 2))).toEqual(['DutyTransferOpen']);
  const declined = await answer(teacher(1), offered, 'Decline');
  expect(declined.record).toMatchObject({ state: 'DECLINED' });
  expect(kinds(await answer(teacher(1), declined, 'Accept'))).toEqual(['LedgerRecordNotFound']);
  expect(kinds(await answer(office(), declined, 'Accept'))).toEqual(['DutyTransferAnswered']);
  expect(kinds(await offer(teacher(0), 0))).toEqual(['DutyTransferToItself']);
});

it('without a receiving school the child goes to the bureau’s pool', async () => {
  const accepted = await answer(office(), await offer(teacher(0), null), 'Accept');
  expect(accepted.record).toMatchObject({ state: 'ACCEPTED' });
  expect(await sees(office())).toMatchObject({
    duties: [{ cause: 'REGISTERED' }, { school: null, cause: 'TRANSFER_ACCEPTED' }],
  });
});

it('eight accept at once: the duty moves once', async () => {
  const offered = await offer(teacher(0), 1);
  const answers = await Promise.all(Array.from({ length: 8 }, () => answer(teacher(1), offered, 'Accept')));
  const refused = answers.map(kinds).filter((kind) => kind.length > 0);
  expect(refused).toEqual(Array.from({ length: 7 }, () => ['LedgerRecordChanged', 'DutyTransferAnswered']));
  expect(await bench.database.arrange('SELECT 1 FROM duty WHERE child_id = $1', [child.id])).toHaveLength(2);
});

describe('who answers at an instant', () => {
  const day = (date: number) => new Date(Date.UTC(2024, 8, date));
  const duties = [
    { schoolId: 'b', startedAt: day(10) },
    { schoolId: 'a', startedAt: day(1) },
  ];
  it.each([
    [new Date(day(1).getTime() - 1), undefined],
    [day(1), 'a'],
    [new Date(day(10).getTime() - 1), 'a'],
    [day(10), 'b'],
    [day(30), 'b'],
  ])('%p: %p', (instant, schoolId) => {
    expect(dutyAt(duties, instant)?.schoolId).toBe(schoolId);
  });

  it('a duty begins after the one before it, also when the clock stands still', () => {
    expect(beginningAfter(null, day(1))).toEqual(day(1));
    expect(beginningAfter(day(1), day(2))).toEqual(day(2));
    expect(beginningAfter(day(2), day(2))).toEqual(new Date(day(2).getTime() + 1));
    expect(beginningAfter(day(3), day(2))).toEqual(new Date(day(3).getTime() + 1));
  });
});

it('at every instant exactly one school answers: hand-overs, refusals, transfers and the office’s own at random', async () => {
  const turn = fc.record({
    to: fc.nat({ max: 2 }),
    how: fc.constantFrom(
      'accept' as const,
      'decline' as const,
      'ignore' as const,
      'roll' as const,
      'handover' as const,
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 5 }), async (turns) => {
      child = await bench.seed.child(place(0), { studentId: await bench.seed.student(place(0)) });
      let expected = place(0).schoolId;
      for (const [index, { to, how }] of turns.entries()) {
        const target = place(to).schoolId;
        const studentId = child.studentId ?? '';
        if (how === 'roll') await receive(bench.database, [rollEvent(studentId, place(to), { version: index + 2 })]);
        else if (how === 'handover') {
          const item = { id: newId(), studentId, fromSchoolId: expected, toSchoolId: target };
          await receive(bench.database, [
            handoverEvent({ ...item, state: 'ACKNOWLEDGED', responsibleSchoolId: target, version: 3 }),
          ]);
          expected = target;
        } else {
          const offered = await offer(office(), to);
          if (offered.refusals.length === 0 && how !== 'ignore') {
            const answered = await answer(teacher(to), offered, how === 'accept' ? 'Accept' : 'Decline');
            expect(answered.refusals).toEqual([]);
            if (how === 'accept') expected = target;
          }
        }
        const rows = await bench.database.arrange(
          `SELECT child.school_id, (SELECT school_id FROM duty WHERE duty.child_id = child.id ORDER BY started_at DESC LIMIT 1) AS on_duty,
             (SELECT count(*)::int - count(DISTINCT started_at)::int FROM duty WHERE duty.child_id = child.id) AS doubled,
             (SELECT count(*)::int FROM duty_transfer t WHERE t.child_id = child.id AND t.state = 'OFFERED') <= 1 AS one_offer
           FROM disabled_child child WHERE child.id = $1`,
          [child.id],
        );
        expect(rows).toEqual([{ school_id: expected, on_duty: expected, doubled: 0, one_offer: true }]);
      }
    }),
    { numRuns: RUNS },
  );
});
