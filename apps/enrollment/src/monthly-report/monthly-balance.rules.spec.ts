import fc from 'fast-check';
import { balanceLines, type MonthChange, reportRefusals } from './monthly-balance.rules.ts';

const change = (studentId: string, from: string | null, to: string | null, cause: string | null): MonthChange => ({
  studentId,
  from,
  to,
  cause,
});

it('counts who stayed, came and left by movement, and names whom nothing explains', () => {
  const lines = balanceLines([
    change('stays', 'PRIMARY-2022', 'PRIMARY-2022', null),
    change('came', null, 'PRIMARY-2022', 'TRANSFER_IN'),
    change('left', 'PRIMARY-2022', null, 'TRANSFER_OUT'),
    change('lost', 'PRIMARY-2022', null, null),
    change('dropped', 'PRIMARY-2022', null, 'DROPPED_OUT'),
    change('repeats', 'PRIMARY-2021', 'PRIMARY-2022', 'GRADE_REPEAT'),
  ]);
  expect(lines).toEqual([
    {
      grade: 'PRIMARY-2021',
      startRoll: 1,
      joined: {},
      left: { GRADE_REPEAT: 1 },
      endRoll: 0,
      residual: 0,
      unexplained: [],
    },
    {
      grade: 'PRIMARY-2022',
      startRoll: 4,
      joined: { TRANSFER_IN: 1, GRADE_REPEAT: 1 },
      left: { TRANSFER_OUT: 1 },
      endRoll: 3,
      residual: -2,
      unexplained: ['lost', 'dropped'],
    },
  ]);
});

it('the balance identity holds for any month, and its residual is exactly the children named', () => {
  const grade = fc.constantFrom(null, 'PRIMARY-2021', 'PRIMARY-2022', 'JUNIOR_SECONDARY-2022');
  const cause = fc.constantFrom(null, 'TRANSFER_IN', 'TRANSFER_OUT', 'DROPPED_OUT', 'DEATH', 'GRADE_REPEAT');
  const changes = fc.array(fc.record({ studentId: fc.uuid(), from: grade, to: grade, cause }), { maxLength: 60 });
  fc.assert(
    fc.property(changes, (month) => {
      const lines = balanceLines(month);
      const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0);
      for (const { grade: at, startRoll, joined, left, endRoll, residual, unexplained } of lines) {
        expect(endRoll).toBe(startRoll + sum(joined) - sum(left) + residual);
        const unknown = month.filter(
          ({ from, to, studentId }) => from !== to && (from === at || to === at) && unexplained.includes(studentId),
        );
        const net = unknown.reduce((total, { to }) => total + (to === at ? 1 : -1), 0);
        expect(residual).toBe(net);
        expect(startRoll).toBe(month.filter(({ from }) => from === at).length);
        expect(endRoll).toBe(month.filter(({ to }) => to === at).length);
      }
    }),
  );
});

it('children whom nothing explains must be spoken of', () => {
  const lines = balanceLines([change('lost', 'PRIMARY-2022', null, null)]);
  const facts = { lines, month: '2024-12', thisMonth: '2024-12' };
  expect(reportRefusals({ analysis: '平稳', actions: '' }, facts)).toEqual([
    { kind: 'MonthlyReportIncomplete', missing: ['actions'] },
  ]);
  expect(reportRefusals({ analysis: '平稳', actions: '入户核查' }, facts)).toEqual([]);
  expect(reportRefusals({ analysis: '平稳', actions: '' }, { ...facts, lines: [] })).toEqual([]);
  expect(reportRefusals({ analysis: '平稳', actions: 'x' }, { ...facts, month: '2025-01' })).toEqual([
    { kind: 'MonthlyReportMonthUnfit', latest: '2024-12' },
  ]);
});
