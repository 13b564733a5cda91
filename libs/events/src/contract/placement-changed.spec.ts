import { v7 as uuidv7 } from 'uuid';
import { dataOf, newEvent } from './event.ts';
import { placementChanged, placementDecided, type PlacementState } from './placement-changed.ts';

const state = (given: Partial<PlacementState> = {}): PlacementState => ({
  studentId: uuidv7(),
  attendancePlacement: 'HOME_TEACHING',
  schoolId: uuidv7(),
  from: '2024-09-01',
  to: null,
  cause: 'DECISION',
  version: 3,
  ...given,
});

it.each([placementDecided, placementChanged])('$type is about the child on the roll', (eventType) => {
  const placed = state();
  const event = newEvent(eventType, '640121', placed);
  expect(event.subject).toBe(`640121.${placed.studentId}`);
  expect(dataOf(eventType, event)).toEqual(placed);
});

it('says nothing of what the child suffers from', () => {
  const event = newEvent(placementDecided, '640121', {
    ...state(),
    category: '5',
    kind: 'HOME_TEACHING',
  } as PlacementState);
  expect(Object.keys(event.data as object).sort()).toEqual(
    ['attendancePlacement', 'cause', 'from', 'schoolId', 'studentId', 'to', 'version'].sort(),
  );
});

it.each([{ to: '2024-09-01' }, { to: '2024-08-31' }])('ends after it begins (%o)', (given) => {
  expect(() => newEvent(placementDecided, '640121', state(given))).toThrow('a placement ends after it begins');
});
