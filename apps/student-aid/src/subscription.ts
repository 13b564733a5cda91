import { type Apply, applySchools, applyStudents, Subscription } from '@bureau/events';
import type { Companion, ServiceSurroundings } from '@bureau/subgraph';

/** Keeps the rosters of schools and children. Awards stay where the child was when they were made. */
export const keepRosters: Apply = async (manager, events) => {
  await applySchools(manager, events);
  await applyStudents(manager, events);
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
      apply: keepRosters,
      log,
    });
    return {
      run: (signal) => subscription.run(signal),
      status: () => ({ enrollmentFeed: subscription.status() }),
    };
  };
}
