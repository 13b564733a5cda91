import fc from 'fast-check';
import { ADMISSION_BASES, allocateSeats, classesNeeded, dealIntoClasses } from './allocation.rules.ts';

const child = (id: string, townshipCode = 'T1') => ({ id, name: id, townshipCode });
const school = (id: string, seats: number, townshipCode = 'T1') => ({ id, seats, townshipCode });
const basisOf = (...given: Parameters<typeof allocateSeats>) =>
  allocateSeats(...given).map(({ candidateId, schoolId, basis }) => [candidateId, schoolId, basis]);

it('a child gets a seat of its own catchment before anybody from outside', () => {
  const catchments = [{ townshipCode: 'T1', schoolId: 'A', rank: 1 }];
  expect(basisOf([child('far', 'T2'), child('near')], [school('A', 1)], catchments)).toEqual([
    ['far', null, 'NO_SEAT'],
    ['near', 'A', 'CATCHMENT'],
  ]);
});

it('what the first school cannot hold goes to the second of the catchment, then within the township, then the county', () => {
  const catchments = [
    { townshipCode: 'T1', schoolId: 'A', rank: 1 },
    { townshipCode: 'T1', schoolId: 'B', rank: 2 },
  ];
  const schools = [school('A', 1), school('B', 1), school('C', 1), school('D', 1, 'T9')];
  expect(
    basisOf(
      ['1', '2', '3', '4', '5'].map((id) => child(id)),
      schools,
      catchments,
    ),
  ).toEqual([
    ['1', 'A', 'CATCHMENT'],
    ['2', 'B', 'SECOND_CATCHMENT'],
    ['3', 'C', 'ADJUSTED_IN_TOWNSHIP'],
    ['4', 'D', 'ADJUSTED_IN_COUNTY'],
    ['5', null, 'NO_SEAT'],
  ]);
});

it('whatever the county: no school over its seats, nobody without a seat while one is left, all explained', () => {
  const townships = fc.constantFrom('T1', 'T2', 'T3');
  const schools = fc.uniqueArray(
    fc.record({ id: fc.constantFrom('A', 'B', 'C', 'D', 'E'), townshipCode: townships, seats: fc.nat(6) }),
    {
      selector: ({ id }) => id,
    },
  );
  const candidates = fc
    .array(townships, { maxLength: 25 })
    .map((list) => list.map((townshipCode, at) => child(String(at), townshipCode)));
  const catchments = fc.uniqueArray(
    fc.record({
      townshipCode: townships,
      schoolId: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
      rank: fc.integer({ min: 1, max: 3 }),
    }),
    { selector: ({ townshipCode, schoolId }) => townshipCode + schoolId },
  );
  fc.assert(
    fc.property(candidates, schools, catchments, (children, places, drawn) => {
      const given = allocateSeats(children, places, drawn);
      expect(given.map(({ candidateId }) => candidateId)).toEqual(children.map(({ id }) => id));
      for (const { id, seats } of places)
        expect(given.filter(({ schoolId }) => schoolId === id).length).toBeLessThanOrEqual(seats);
      const seats = places.reduce((sum, one) => sum + one.seats, 0);
      expect(given.filter(({ schoolId }) => schoolId !== null)).toHaveLength(Math.min(seats, children.length));
      for (const { basis } of given) expect(ADMISSION_BASES).toContain(basis);
    }),
  );
});

it('deals boys and girls evenly, and no class over its limit', () => {
  const classmates = fc.array(fc.constantFrom('1', '2'), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(classmates, fc.integer({ min: 20, max: 55 }), (sexes, limit) => {
      const children = sexes.map((sex, at) => ({ id: String(at).padStart(4, '0'), sex }));
      const classes = classesNeeded(children.length, limit);
      const dealt = dealIntoClasses(children, classes);
      for (const wanted of ['1', '2', null]) {
        const counts = Array.from(
          { length: classes },
          (_, at) =>
            children.filter(({ id, sex }) => dealt.get(id) === at && (wanted === null || sex === wanted)).length,
        );
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        if (wanted === null) expect(Math.max(...counts)).toBeLessThanOrEqual(limit);
      }
    }),
  );
});
