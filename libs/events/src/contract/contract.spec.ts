import fc from 'fast-check';
import { headcount, school, student, yongning } from '../trial/samples.ts';
import { cloudEvent, cloudEventJson } from './cloud-event.ts';
import { dataOf, newEvent } from './event.ts';
import { schoolChanged } from './school-changed.ts';
import { schoolHeadcountChanged } from './school-headcount-changed.ts';
import { studentChanged } from './student-changed.ts';

it('names the subject by its GraphQL id', () => {
  const [child, place, counts] = [student(), school(), headcount()];
  expect(newEvent(studentChanged, yongning, child)).toEqual({
    type: 'bureau.enrollment.student.changed',
    subject: `640121.${child.id}`,
    countyCode: '640121',
    dataschema: 'urn:bureau:event:enrollment.student.changed:1',
    data: child,
  });
  expect(newEvent(schoolChanged, yongning, place).subject).toBe(`640121.${place.id}`);
  expect(newEvent(schoolHeadcountChanged, yongning, counts).subject).toBe(`640121.${counts.schoolId}`);
});

it('lets no event be made that a subscriber would refuse', () => {
  expect(() => newEvent(studentChanged, '64012', student())).toThrow();
  expect(() => newEvent(studentChanged, yongning, student({ townshipCode: '640121' }))).toThrow();
  expect(() => newEvent(studentChanged, yongning, student({ schoolId: null }))).toThrow(
    'a child on the roll has a school and a stage',
  );
  expect(() => newEvent(studentChanged, yongning, student({ rollStatus: null }))).toThrow(
    'a child without a roll is not enrolled',
  );
});

it('admits a child without a roll', () => {
  const child = student({
    rollStatus: null,
    attendancePlacement: 'NOT_ENROLLED',
    schoolId: null,
    classId: null,
    stage: null,
    grade: null,
  });
  const event = newEvent(studentChanged, yongning, child);
  expect(dataOf(studentChanged, event)).toEqual(child);
});

it('says by which movement a child came to stand so, where one did', () => {
  const movement = {
    id: '0192f0c1-0000-7000-8000-000000000001',
    kind: 'SUSPENSION',
    fromSchoolId: null,
    fromRollStatus: 'ACTIVE',
    fromPlacement: 'IN_SCHOOL',
    untilOn: '2025-11-30',
    cause: null,
  } as const;
  const child = student({ rollStatus: 'SUSPENDED', movement });
  expect(dataOf(studentChanged, newEvent(studentChanged, yongning, child)).movement).toEqual(movement);
  expect(() =>
    newEvent(studentChanged, yongning, student({ movement: { ...movement, kind: 'HOLIDAY' as never } })),
  ).toThrow();
});

it('drops what it does not know, so that a producer may add', () => {
  const event = newEvent(studentChanged, yongning, student());
  expect(
    dataOf(studentChanged, { ...event, data: { ...student({ id: event.subject.slice(7) }), shoeSize: 36 } }),
  ).not.toHaveProperty('shoeSize');
});

it('comes through the wire unchanged, whatever the payload', () => {
  const written = fc.record({
    id: fc.uuid(),
    source: fc.string({ minLength: 1 }),
    type: fc.string({ minLength: 1 }),
    subject: fc.uuid().map((id) => `640121.${id}`),
    countyCode: fc.constant('640121'),
    occurredAt: fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }),
    dataschema: fc.string({ minLength: 1 }),
    position: fc.integer({ min: 1, max: 2 ** 48 }),
    data: fc.jsonValue(),
  });
  fc.assert(
    fc.property(written, ({ data, ...event }) => {
      const dataJson = JSON.stringify(data);
      expect(cloudEvent.parse(JSON.parse(cloudEventJson({ ...event, dataJson })))).toEqual({
        ...event,
        data: JSON.parse(dataJson),
      });
    }),
  );
});
