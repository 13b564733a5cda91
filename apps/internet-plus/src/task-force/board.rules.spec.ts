import fc from 'fast-check';
import { circleOf, reported, reportRefusals, taskRefusals, weekOf } from './board.rules.ts';

const kinds = (refusals: { kind: string; field: string }[]) =>
  refusals.map(({ kind, field }) => `${field} ${kind}`.trim());
const chain = [
  { taskId: 'b', blockerId: 'a' },
  { taskId: 'c', blockerId: 'b' },
];

it.each([
  [{ taskId: 'a', blockerId: 'c' }, ['c', 'b', 'a']],
  [{ taskId: 'a', blockerId: 'a' }, ['a']],
  [{ taskId: 'c', blockerId: 'a' }, []],
  [{ taskId: 'd', blockerId: 'c' }, []],
])('%j closes the circle %p', (block, circle) => expect(circleOf(block, chain)).toEqual(circle));

it('blocks that were let in never make a circle', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const block = fc.record({ taskId: id, blockerId: id });
  fc.assert(
    fc.property(fc.array(block, { maxLength: 30 }), (asked) => {
      const standing: typeof asked = [];
      for (const one of asked) if (circleOf(one, standing).length === 0) standing.push(one);
      const left = new Set(standing.map(({ taskId }) => taskId));
      for (let round = 0; round < 5; round += 1)
        for (const task of left)
          if (standing.every(({ taskId, blockerId }) => taskId !== task || !left.has(blockerId))) left.delete(task);
      expect([...left]).toEqual([]);
    }),
  );
});

it.each([
  ['OPEN', { progress: 100 }, 0, []],
  ['OPEN', { progress: 100 }, 1, ['progress TasksOpen']],
  ['OPEN', { progress: 99, issue: '缺经费' }, 1, []],
  ['OPEN', { progress: 101 }, 0, ['progress ValueOutOfRange']],
  ['OPEN', { progress: 1, issue: ' ' }, 0, ['issue TextUnfit']],
  ['DONE', { progress: 1 }, 0, ['ActOutOfOrder']],
  ['DROPPED', { progress: 1 }, 0, ['ActOutOfOrder']],
] as const)('%s: a report of %j with %i before it open', (state, asked, open, wanted) => {
  expect(kinds(reportRefusals(state, asked, open))).toEqual(wanted);
});

it('is done at 100 percent', () => {
  expect(reported({ progress: 100 }, '2024-12-05')).toEqual({
    progress: 100,
    issue: null,
    state: 'DONE',
    closedOn: '2024-12-05',
  });
  expect(reported({ progress: 99 }, '2024-12-05')).toMatchObject({ state: 'OPEN', closedOn: null });
});

it.each(['2024-12-02', '2024-12-05', '2024-12-08'])('the week of %s is of 2 to 8 December', (day) => {
  expect(weekOf(day)).toEqual({ from: '2024-12-02', until: '2024-12-08' });
});

it('a task is not due before today', () => {
  expect(kinds(taskRefusals({ title: '', owner: '', dueOn: '2024-12-04' }, '2024-12-05'))).toEqual([
    'title TextUnfit',
    'owner TextUnfit',
    'dueOn DayTooEarly',
  ]);
});
