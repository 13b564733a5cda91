import { Agent, fetch, type Response } from 'undici';
import { z } from 'zod';
import { BATCH_MEDIA_TYPE, cloudEvent } from '../contract/cloud-event.ts';
import type { FeedEvent } from '../contract/event.ts';
import { PlainFault } from '../fault-label.ts';

export interface ReceivedPage {
  feedId: string;
  head: number;
  next: number;
  events: FeedEvent[];
}

export interface PageRequest {
  after: number;
  limit: number;
  waitSeconds: number;
  signal: AbortSignal;
}

const PAGE_BYTES_MOST = 64 * 1024 * 1024;
const ANSWER_WITHIN_MS = 30_000;

const whole = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
const pageHeaders = z.object({ 'feed-id': z.uuid(), 'feed-head': whole, 'feed-next': whole });
const batch = z.array(cloudEvent);

const refusals: Record<number, string> = {
  401: 'the producer does not know our feed key',
  409: 'the feed ends before our cursor, it is not the one that was read: rebuild the rosters',
};

/** Reads pages of one producer's feed. */
export class FeedClient {
  readonly #agent = new Agent({ maxResponseSize: PAGE_BYTES_MOST, connect: { timeout: 5_000 } });
  readonly #url: string;
  readonly #key: string;

  constructor(url: string, key: string) {
    this.#url = url;
    this.#key = key;
  }

  async getPage({ after, limit, waitSeconds, signal }: PageRequest): Promise<ReceivedPage> {
    const url = new URL(this.#url);
    url.search = new URLSearchParams({ after: `${after}`, limit: `${limit}`, wait: `${waitSeconds}` }).toString();
    const response = await fetch(url, {
      dispatcher: this.#agent,
      redirect: 'error',
      // Between neighbours, compressing takes longer than sending.
      headers: { authorization: `Bearer ${this.#key}`, accept: BATCH_MEDIA_TYPE, 'accept-encoding': 'identity' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(waitSeconds * 1_000 + ANSWER_WITHIN_MS)]),
    });
    return pageOf(response);
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }
}

async function pageOf(response: Response): Promise<ReceivedPage> {
  const text = await response.text();
  if (response.status !== 200)
    throw new PlainFault(refusals[response.status] ?? `the producer answered ${response.status}`);
  const headers = pageHeaders.safeParse(Object.fromEntries(response.headers));
  const events = batch.safeParse(parsed(text));
  const isBatch = response.headers.get('content-type')?.startsWith(BATCH_MEDIA_TYPE) ?? false;
  if (!isBatch || !headers.success || !events.success)
    throw new PlainFault('the page is not a batch of CloudEvents from a feed');
  const { 'feed-id': feedId, 'feed-head': head, 'feed-next': next } = headers.data;
  return { feedId, head, next, events: events.data };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
