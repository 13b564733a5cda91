import {
  createFeed,
  handoverItemChanged,
  schoolChanged,
  schoolHeadcountChanged,
  studentChanged,
  subscribersOf,
} from '@bureau/events';
import type { Companion, ServiceSurroundings } from '@bureau/subgraph';

/** Who may read what of this office: internet-plus knows no child. */
export const PERMITTED = {
  'special-education': [schoolChanged.type, studentChanged.type, handoverItemChanged.type],
  'student-aid': [schoolChanged.type, studentChanged.type, handoverItemChanged.type],
  'internet-plus': [schoolChanged.type, schoolHeadcountChanged.type],
};

/** The feed of this office's events at `/events`. */
export function enrollmentFeed(keys: string): (surroundings: ServiceSurroundings) => Companion {
  const subscribers = subscribersOf(keys, PERMITTED);
  return ({ dataSource, log }) => {
    const feed = createFeed({ dataSource, source: '/bureau/enrollment', subscribers, log });
    return {
      routes: { '/events': (request, response) => feed.handle(request, response) },
      run: (signal) => feed.run(signal),
    };
  };
}
