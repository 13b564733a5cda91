import fc from 'fast-check';
import { columnOf, latestStates } from './roster.rules.ts';

it('keeps of each thing the state with the highest version, whatever the order', () => {
  const states = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), version: fc.integer({ min: 1, max: 9 }) }));
  fc.assert(
    fc.property(states, (all) => {
      const kept = latestStates(all, ({ id }) => id);
      const highest = (id: string) => Math.max(...all.filter((state) => state.id === id).map(({ version }) => version));
      expect(kept.map(({ id }) => id)).toEqual([...new Set(all.map(({ id }) => id))]);
      expect(kept.map(({ version }) => version)).toEqual(kept.map(({ id }) => highest(id)));
    }),
  );
});

it('writes a property as a column', () => {
  expect(['id', 'schoolId', 'attendancePlacement'].map(columnOf)).toEqual(['id', 'school_id', 'attendance_placement']);
});
