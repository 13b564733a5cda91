import type { DataSource, EntityManager } from 'typeorm';
import type { FeedEvent } from '../contract/event.ts';
import { isPassing } from './fault.rules.ts';
import { byCounty } from './page.rules.ts';
import { findIdleCursorForUpdate, moveCursor, type Step } from './subscription-cursor.repository.ts';

/** Writes what events mean for this office; all of them are of one county, which row-level security is set to. */
export type Apply = (manager: EntityManager, events: FeedEvent[]) => Promise<void>;

export interface Application {
  dataSource: DataSource;
  source: string;
  apply: Apply;
}

export interface AppliedPage {
  feedId: string;
  events: FeedEvent[];
}

/** An event that cannot be applied, whatever stands before it. */
export class UnappliableEvent extends Error {
  override name = 'UnappliableEvent';
  readonly event: FeedEvent;
  constructor(event: FeedEvent, cause: unknown) {
    super('an event cannot be applied', { cause });
    this.event = event;
  }
}

/**
 * Applies the events and moves the cursor, exactly once among all instances; answers false when another was faster.
 *
 * When an event cannot be applied, those before it are: the page is halved until the culprit stands alone.
 */
export async function applyPage(application: Application, page: AppliedPage, step: Step): Promise<boolean> {
  try {
    return await applyAtOnce(application, page, step);
  } catch (error) {
    const [only, ...others] = page.events;
    if (isPassing(error) || !only) throw error;
    if (others.length === 0) throw new UnappliableEvent(only, error);
    return applyInHalves(application, page, step);
  }
}

async function applyInHalves(
  application: Application,
  { feedId, events }: AppliedPage,
  { from, to }: Step,
): Promise<boolean> {
  const first = events.slice(0, Math.ceil(events.length / 2));
  const middle = first.at(-1)?.position ?? from;
  const isFirstApplied = await applyPage(application, { feedId, events: first }, { from, to: middle });
  return isFirstApplied && applyPage(application, { feedId, events: events.slice(first.length) }, { from: middle, to });
}

function applyAtOnce(
  { dataSource, source, apply }: Application,
  { feedId, events }: AppliedPage,
  step: Step,
): Promise<boolean> {
  return dataSource.transaction('READ COMMITTED', async (manager) => {
    const cursor = await findIdleCursorForUpdate(manager, source);
    const isOurs = cursor?.position === step.from && (cursor.feedId ?? feedId) === feedId;
    if (!isOurs) return false;

    for (const [county, group] of byCounty(events)) {
      await actAs(manager, county, source);
      await apply(manager, group);
    }
    await moveCursor(manager, source, feedId, step);
    return true;
  });
}

async function actAs(manager: EntityManager, county: string, source: string): Promise<void> {
  await manager.query(
    `SELECT set_config('bureau.subject', $2, true), set_config('bureau.county', $1, true),
       set_config('bureau.township', '', true), set_config('bureau.school', '', true), set_config('bureau.class', '', true)`,
    [county, `events:${source}`],
  );
}
