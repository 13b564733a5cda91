import { createFeed, placementChanged, placementDecided, subscribersOf } from '@bureau/events';
import type { Companion, ServiceSurroundings } from '@bureau/subgraph';

/** Who may read what of this office: where a child is placed, in the roll's own words. */
export const PERMITTED = { enrollment: [placementDecided.type, placementChanged.type] };

/** The feed of this office's events at `/events`. */
export function specialEducationFeed(keys: string): (surroundings: ServiceSurroundings) => Companion {
  const subscribers = subscribersOf(keys, PERMITTED);
  return ({ dataSource, log }) => {
    const feed = createFeed({ dataSource, source: '/bureau/special-education', subscribers, log });
    return {
      routes: { '/events': (request, response) => feed.handle(request, response) },
      run: (signal) => feed.run(signal),
    };
  };
}
