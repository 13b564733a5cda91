import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DataSource } from 'typeorm';
import { faultLabel } from '../fault-label.ts';
import type { Log } from '../log.ts';
import { Bell } from './bell.ts';
import { listenForCommits } from './commit-listener.ts';
import { sendPage, sendProblem } from './feed-answer.ts';
import { getPage, publishOutbox, type FeedPage } from './feed-page.repository.ts';
import { feedRequest, type FeedRequest } from './feed-request.rules.ts';
import { subscriberFinder, type Subscriber } from './subscriber.ts';

export interface FeedOptions {
  dataSource: DataSource;
  /** Who publishes, `/bureau/<office>`. */
  source: string;
  /** By feed key. */
  subscribers: ReadonlyMap<string, Subscriber>;
  log: Log;
}

export interface Feed {
  /** Answers `GET /events`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Listens for commits until the signal aborts, which also ends every long poll. */
  run(signal: AbortSignal): Promise<void>;
}

/** A poll looks again by itself, in case no notification reaches this process. */
const LOOK_AGAIN_MS = 5_000;

export function createFeed({ dataSource, source, subscribers, log }: FeedOptions): Feed {
  const bell = new Bell();
  const ending = new AbortController();
  const findSubscriber = subscriberFinder(subscribers);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET') return sendProblem(response, 405, 'the feed is read with GET');
    const subscriber = findSubscriber(request.headers.authorization);
    if (!subscriber) return sendProblem(response, 401, 'a feed key is needed: Authorization: Bearer <key>');
    const asked = feedRequest((request.url ?? '').split('?')[1] ?? '');
    if (typeof asked === 'string') return sendProblem(response, 400, asked);

    const gone = new AbortController();
    response.once('close', () => gone.abort());
    try {
      const page = await poll(asked, subscriber, AbortSignal.any([gone.signal, ending.signal]));
      if (gone.signal.aborted) return;
      if (asked.after > page.head)
        return sendProblem(response, 409, `the feed ends at ${page.head}: it is not the one that was read`);
      await sendPage(request, response, { ...page, source });
    } catch (error) {
      log.error({ fault: faultLabel(error), subscriber: subscriber.name }, 'the feed cannot be read');
      sendProblem(response, 503, 'the feed cannot be read at the moment');
    }
  }

  /** The first page that holds something, or what there is when the wait is over. */
  async function poll(
    { after, limit, waitSeconds }: FeedRequest,
    { types }: Subscriber,
    signal: AbortSignal,
  ): Promise<FeedPage> {
    const until = Date.now() + waitSeconds * 1_000;
    for (let from = after; ;) {
      const { rings } = bell;
      const published = await publishOutbox(dataSource);
      const page = await getPage(dataSource, { after: from, limit, types });
      const leftMs = until - Date.now();
      if (page.events.length > 0 || leftMs <= 0 || from > page.head) return page;
      if (published === 0 && page.next === page.head)
        await bell.rungSince(rings, Math.min(leftMs, LOOK_AGAIN_MS), signal);
      if (signal.aborted) return page;
      from = page.next;
    }
  }

  async function run(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => ending.abort(), { once: true });
    await listenForCommits({ dataSource, onCommit: () => bell.ring(), log, signal });
  }

  return { handle, run };
}
