import { applySchools, applyStudents, Subscription } from '@bureau/events';
import type { Companion, ServiceSurroundings } from '@bureau/subgraph';

export interface FeedAddress {
  url: string;
  /** Of this office. */
  key: string;
}

/** Keeps the rosters up to enrollment's events; `/health/ready` says how far. */
export function enrollmentSubscription({ url, key }: FeedAddress): (surroundings: ServiceSurroundings) => Companion {
  return ({ dataSource, log }) => {
    const subscription = new Subscription({
      source: '/bureau/enrollment',
      url,
      key,
      dataSource,
      apply: async (manager, events) => {
        await applySchools(manager, events);
        await applyStudents(manager, events);
      },
      log,
    });
    return {
      run: (signal) => subscription.run(signal),
      status: () => ({ enrollment: subscription.status() }),
    };
  };
}
