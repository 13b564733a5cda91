import { v7 as uuidv7 } from 'uuid';
import type { FeedEvent, NewEvent } from '../contract/event.ts';

/** Events as a subscriber receives them, at consecutive positions. */
export function fedEvents(events: NewEvent[]): FeedEvent[] {
  return events.map((event, index) => ({
    ...event,
    id: uuidv7(),
    source: '/bureau/enrollment',
    occurredAt: new Date('2024-09-01T00:00:00Z'),
    position: index + 1,
  }));
}
