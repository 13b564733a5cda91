import { Pool } from 'undici';
import type { Cancellation } from '../cancellation.ts';
import { Circuit } from './circuit.ts';
import { readServiceAnswer, type ServiceAnswer } from './service-answer.ts';
import { ServiceExchange, type RawAnswer } from './service-exchange.ts';
import { ServiceFailure, type FailureReason } from './service-unavailable.ts';
import { Vigil } from './vigil.ts';

export interface ServiceClientOptions {
  /** From sending a request, waiting for a connection included, to the last byte of its answer. */
  timeoutMs: number;
  maxAnswerBytes: number;
  connections: number;
  /** Requests that may wait or run at once; more are refused without being sent. */
  maxInFlight: number;
  /** Failures in a row after which nothing is sent for `pauseMs`. */
  failuresBeforePause: number;
  pauseMs: number;
  /** After so long without a word the service is asked whether it lives, and has as long again to say so. */
  doubtMs: number;
  /** Told of every request that was sent, with its outcome. */
  observe?: (service: string, seconds: number, failure: FailureReason | undefined) => void;
}

export interface ServiceHeaders {
  [name: string]: string;
}

/** A cancelled or oversize answer says nothing about the service's health. */
const signsOfTrouble: ReadonlySet<FailureReason> = new Set(['unreachable', 'timeout', 'garbage']);

const leastQuestion = JSON.stringify({ query: '{ __typename }' });
const leastHeaders = { 'content-type': 'application/json', accept: 'application/json' };

/** One service behind the gateway: a pool of kept-alive connections, one request at a time on each. */
export class ServiceClient {
  readonly name: string;
  readonly #pool: Pool;
  readonly #path: string;
  readonly #options: ServiceClientOptions;
  readonly #circuit: Circuit;
  readonly #vigil: Vigil;
  readonly #waiting = new Set<ServiceExchange>();

  constructor(name: string, url: string, options: ServiceClientOptions) {
    const { origin, pathname, search } = new URL(url);
    this.name = name;
    this.#path = pathname + search;
    this.#options = options;
    this.#circuit = new Circuit({ failures: options.failuresBeforePause, pauseMs: options.pauseMs });
    this.#pool = new Pool(origin, {
      connections: options.connections,
      pipelining: 1,
      connectTimeout: Math.min(options.timeoutMs, 5_000),
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: 30_000,
    });
    this.#vigil = new Vigil({
      doubtMs: options.doubtMs,
      pauseMs: options.pauseMs,
      isAlive: (withinMs) => this.isAlive(withinMs),
      onSilence: () => this.#giveUp(),
      onReturn: () => this.#circuit.succeeded(),
    });
  }

  get inFlight(): number {
    return this.#waiting.size;
  }

  /** It failed too often in a row or hangs, and is left in peace. */
  get isResting(): boolean {
    return this.#circuit.isOpen;
  }

  async post(body: string, headers: ServiceHeaders, cancellation: Cancellation): Promise<ServiceAnswer> {
    if (!this.#circuit.admits()) throw new ServiceFailure(this.name, 'resting', 'it failed too often, or hangs');
    if (this.inFlight >= this.#options.maxInFlight) {
      throw new ServiceFailure(this.name, 'busy', `${this.inFlight} requests in flight`);
    }
    const startedAt = performance.now();
    let failure: FailureReason | undefined;
    this.#vigil.begun();
    try {
      const { status, body: text } = await this.#exchange(body, headers, cancellation);
      const answer = readServiceAnswer(this.name, status, text);
      this.#circuit.succeeded();
      return answer;
    } catch (error) {
      if (error instanceof ServiceFailure) failure = error.reason;
      if (failure !== undefined && signsOfTrouble.has(failure)) this.#circuit.failed();
      throw error;
    } finally {
      this.#vigil.ended(failure === undefined || failure === 'garbage');
      this.#options.observe?.(this.name, (performance.now() - startedAt) / 1000, failure);
    }
  }

  /** Whether it says anything at all within the time. */
  isAlive(withinMs: number): Promise<boolean> {
    return this.#ask(leastQuestion, leastHeaders, withinMs).then(
      () => true,
      () => false,
    );
  }

  /** Lets what is in flight come to its end. */
  async retire(): Promise<void> {
    this.#vigil.stop();
    await this.#pool.close();
  }

  async close(): Promise<void> {
    this.#vigil.stop();
    await this.#pool.destroy();
  }

  #giveUp(): void {
    this.#circuit.trip();
    for (const exchange of this.#waiting) exchange.end(new ServiceFailure(this.name, 'timeout', 'it hangs'));
  }

  async #exchange(body: string, headers: ServiceHeaders, cancellation: Cancellation): Promise<RawAnswer> {
    let cancel: (() => void) | undefined;
    try {
      return await this.#ask(body, headers, this.#options.timeoutMs, (exchange) => {
        cancel = () => exchange.end(new ServiceFailure(this.name, 'cancelled', 'the caller went away'));
        this.#waiting.add(exchange);
        cancellation.onCancel(cancel);
        if (cancellation.isCancelled) cancel();
      });
    } finally {
      if (cancel) cancellation.forget(cancel);
    }
  }

  #ask(
    body: string,
    headers: ServiceHeaders,
    withinMs: number,
    begun?: (exchange: ServiceExchange) => void,
  ): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
      const exchange = new ServiceExchange(this.name, this.#options.maxAnswerBytes, (outcome) => {
        clearTimeout(timer);
        this.#waiting.delete(exchange);
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      });
      const late = () => exchange.end(new ServiceFailure(this.name, 'timeout', `no answer within ${withinMs} ms`));
      const timer = setTimeout(late, withinMs);
      begun?.(exchange);
      if (!exchange.isEnded) this.#pool.dispatch({ path: this.#path, method: 'POST', headers, body }, exchange);
    });
  }
}
