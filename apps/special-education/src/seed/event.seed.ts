import {
  type FeedEvent,
  handoverItemChanged,
  type HandoverItemChanged,
  newEvent,
  type NewEvent,
  schoolChanged,
  studentChanged,
  type StudentChanged,
} from '@bureau/events';
import { newId } from '@bureau/subgraph';
import type { OfficeDatabase } from '@bureau/testing';
import { applyEvents } from '../subscription.ts';

const COUNTY = '640121';

let position = 0;

/** Applies events as the subscription does: one county, one transaction. */
export function receive(database: OfficeDatabase, events: FeedEvent[]): Promise<void> {
  return database.dataSource.transaction(async (manager) => {
    await manager.query(
      `SELECT set_config('bureau.subject', 'events', true), set_config('bureau.county', $1, true),
         set_config('bureau.township', '', true), set_config('bureau.school', '', true), set_config('bureau.class', '', true)`,
      [COUNTY],
    );
    await applyEvents(manager, events);
  });
}

function received(event: NewEvent): FeedEvent {
  position += 1;
  const occurredAt = new Date(Date.UTC(2024, 11, 1) + position * 60_000);
  return { ...event, id: newId(), source: '/bureau/enrollment', occurredAt, position };
}

/** Enrollment tells how a child stands on the roll. */
export function rollEvent(
  id: string,
  { schoolId, classId }: { schoolId: string | null; classId: string | null },
  given: Pick<StudentChanged, 'version'> & Partial<Pick<StudentChanged, 'rollStatus' | 'effectiveOn'>>,
): FeedEvent {
  const state: StudentChanged = {
    id,
    schoolId,
    classId,
    townshipCode: `${COUNTY}101`,
    name: '李小明',
    stage: 'PRIMARY',
    grade: 4,
    rollStatus: 'ACTIVE',
    attendancePlacement: 'IN_SCHOOL',
    bornOn: '2015-03-01',
    sex: '1',
    identityIndex: null,
    boarding: null,
    effectiveOn: '2024-12-01',
    ...given,
  };
  return received(newEvent(studentChanged, COUNTY, state));
}

/** Enrollment tells that a school closes. */
export function closureEvent(id: string, successorIds: string[], version: number): FeedEvent {
  const school = {
    id,
    code: `21${String(position).padStart(8, '0')}`,
    name: '撤并小学',
    kind: '211',
    townshipCode: `${COUNTY}101`,
  };
  const state = { ...school, opensOn: '2000-09-01', closesOn: '2024-12-01', successorIds, version };
  return received(newEvent(schoolChanged, COUNTY, state));
}

/** Enrollment tells of a step of a hand-over. */
export function handoverEvent(given: Omit<HandoverItemChanged, 'kind' | 'dueOn'>): FeedEvent {
  const state: HandoverItemChanged = { kind: 'STAGE_TRANSITION', dueOn: '2024-12-20', ...given };
  return received(newEvent(handoverItemChanged, COUNTY, state));
}
