interface Page {
  feedId: string;
  head: number;
  next: number;
  events: { id: string; source: string; position: number }[];
}

interface Expected {
  source: string;
  /** Null before the first page. */
  feedId: string | null;
  after: number;
  limit: number;
}

/** Why a page must not be applied; null when it may. */
export function pageFault({ feedId, head, next, events }: Page, expected: Expected): string | null {
  if (expected.feedId !== null && feedId !== expected.feedId)
    return 'the producer has another feed now: rebuild the rosters';
  if (next < expected.after || next > head) return 'the page leads outside the feed';
  if (events.length > expected.limit) return 'the page is longer than asked for';

  const ids = new Set<string>();
  let last = expected.after;
  for (const { id, source, position } of events) {
    if (source !== expected.source) return `event ${id} is from another source`;
    if (position <= last || position > next) return `event ${id} is out of order`;
    if (ids.has(id)) return `event ${id} is there twice`;
    ids.add(id);
    last = position;
  }
  return null;
}

/** The events of each county, in their order: row-level security admits one county at a time. */
export function byCounty<Event extends { countyCode: string }>(events: Event[]): Map<string, Event[]> {
  return Map.groupBy(events, ({ countyCode }) => countyCode);
}
