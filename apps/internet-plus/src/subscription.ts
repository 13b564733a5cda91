import { type Apply, applyHeadcounts, applySchools, Subscription } from '@bureau/events';
import type { Companion, ServiceSurroundings } from '@bureau/subgraph';

/** What this office keeps of enrollment's events; it knows no child, whatever the feed may say. */
export const keepRoster: Apply = async (manager, events) => {
  await applySchools(manager, events);
  await applyHeadcounts(manager, events);
};

/** Follows enrollment's feed while the service runs; `/health/ready` says how far it is. */
export function enrollmentSubscription(feed: {
  url: string;
  key: string;
}): (surroundings: ServiceSurroundings) => Companion {
  return ({ dataSource, log }) => {
    const subscription = new Subscription({
      ...feed,
      source: '/bureau/enrollment',
      dataSource,
      apply: keepRoster,
      log,
    });
    return {
      run: (signal) => subscription.run(signal),
      status: () => ({ enrollmentFeed: subscription.status() }),
    };
  };
}
