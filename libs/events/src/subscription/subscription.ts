import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { faultLabel, PlainFault } from '../fault-label.ts';
import type { Log } from '../log.ts';
import { applyPage, type Apply, UnappliableEvent } from './apply-page.ts';
import { FeedClient } from './feed.client.ts';
import { type Pace, retryDelayMs } from './pace.rules.ts';
import { pageFault } from './page.rules.ts';
import { getCursor } from './subscription-cursor.repository.ts';

export interface SubscriptionOptions {
  /** The producer, `/bureau/<office>`: events of anyone else are refused. */
  source: string;
  /** Of the producer's feed. */
  url: string;
  /** Our feed key. */
  key: string;
  dataSource: DataSource;
  apply: Apply;
  log: Log;
  /** While the producer or the database is away. */
  retry?: Pace;
  /** While an event cannot be applied. */
  retryEvent?: Pace;
}

export interface SubscriptionStatus {
  source: string;
  position: number;
  /** The end of the producer's feed when it was last heard of. */
  head: number | null;
  /** True until everything that is known to be there is applied. */
  lagging: boolean;
  lastError: string | null;
}

const EVENTS_PER_PAGE = 2_000;
const WAIT_SECONDS = 25;
/** While another instance applies the same page, its cursor is looked at so often, so many times. */
const OTHER_INSTANCE = { lookMs: 50, looks: 20 };

/** Follows another office's feed: every event is applied exactly once, in order, by any number of instances together. */
export class Subscription {
  readonly #options: SubscriptionOptions;
  #position = 0;
  #head: number | null = null;
  #failures = 0;
  #lastError: string | null = null;
  /** The event that the feed waits for, once one could not be applied. */
  #stuckOn: string | null = null;

  constructor(options: SubscriptionOptions) {
    this.#options = options;
  }

  status(): SubscriptionStatus {
    const lagging = this.#lastError !== null || this.#head === null || this.#position < this.#head;
    return {
      source: this.#options.source,
      position: this.#position,
      head: this.#head,
      lagging,
      lastError: this.#lastError,
    };
  }

  /** Until the signal aborts; whatever fails is tried again. */
  async run(signal: AbortSignal): Promise<void> {
    const client = new FeedClient(this.#options.url, this.#options.key);
    const isEnding = () => signal.aborted;
    while (!isEnding()) {
      try {
        await this.#applyNext(client, signal);
        this.#succeeded();
      } catch (error) {
        if (isEnding()) break;
        const delay = this.#failed(error);
        await sleep(delay, undefined, { signal }).catch(() => undefined);
      }
    }
    await client.close();
  }

  async #applyNext(client: FeedClient, signal: AbortSignal): Promise<void> {
    const { dataSource, source } = this.#options;
    const { feedId, position } = await getCursor(dataSource.manager, source);
    this.#position = position;

    const limit = this.#stuckOn === null ? EVENTS_PER_PAGE : 1;
    const page = await client.getPage({ after: position, limit, waitSeconds: WAIT_SECONDS, signal });
    const fault = pageFault(page, { source, feedId, after: position, limit });
    if (fault) throw new PlainFault(fault);

    this.#head = page.head;
    if (page.next === position) return;
    const isApplied = await applyPage(this.#options, page, { from: position, to: page.next });
    if (isApplied) this.#position = page.next;
    else await this.#waitForOtherInstance(position, signal);
  }

  async #waitForOtherInstance(position: number, signal: AbortSignal): Promise<void> {
    const { dataSource, source } = this.#options;
    for (let look = 0; look < OTHER_INSTANCE.looks; look++) {
      await sleep(OTHER_INSTANCE.lookMs, undefined, { signal });
      const cursor = await getCursor(dataSource.manager, source);
      if (cursor.position !== position) return;
    }
  }

  #succeeded(): void {
    if (this.#failures > 0)
      this.#options.log.info({ source: this.#options.source, failures: this.#failures }, 'events flow again');
    this.#failures = 0;
    this.#lastError = null;
    this.#stuckOn = null;
  }

  /** Notes and logs the failure, the same one once; answers how long to wait. */
  #failed(error: unknown): number {
    const {
      source,
      log,
      retry = { first: 250, longest: 15_000 },
      retryEvent = { first: 1_000, longest: 300_000 },
    } = this.#options;
    const isEvent = error instanceof UnappliableEvent;
    const label = isEvent ? `event ${error.event.id} cannot be applied: ${faultLabel(error.cause)}` : faultLabel(error);
    if (label !== this.#lastError) {
      const fields = isEvent ? { eventId: error.event.id, type: error.event.type } : {};
      log[isEvent ? 'error' : 'warn']({ source, ...fields, fault: label }, 'events do not flow');
    }
    const isNewlyStuck = isEvent && this.#stuckOn !== error.event.id;
    this.#failures = isNewlyStuck ? 1 : this.#failures + 1;
    this.#lastError = label;
    if (isEvent) this.#stuckOn = error.event.id;
    return retryDelayMs(isEvent ? retryEvent : retry, this.#failures, Math.random());
  }
}
