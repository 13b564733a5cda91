import type { DataSource } from 'typeorm';
import type { Log } from '../log.ts';
import type { Apply } from './apply-page.ts';
import { Subscription, type SubscriptionStatus } from './subscription.ts';

export const ENROLLMENT = '/bureau/enrollment';

export interface FollowedFeed {
  url: string;
  /** Our feed key. */
  key: string;
  apply: Apply;
}

/** What runs beside an office's service. */
export interface FeedFollower {
  run: (signal: AbortSignal) => Promise<void>;
  /** How far it is, for `/health/ready`. */
  status: () => { enrollmentFeed: SubscriptionStatus };
}

/** Follows enrollment's feed while an office's service runs. */
export function enrollmentSubscription(
  feed: FollowedFeed,
): (surroundings: { dataSource: DataSource; log: Log }) => FeedFollower {
  return (surroundings) => {
    const subscription = new Subscription({ ...feed, ...surroundings, source: ENROLLMENT });
    return {
      run: (signal) => subscription.run(signal),
      status: () => ({ enrollmentFeed: subscription.status() }),
    };
  };
}
