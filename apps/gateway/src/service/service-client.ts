import { Pool } from 'undici';
import { Circuit } from './circuit.ts';
import { readServiceAnswer, type ServiceAnswer } from './service-answer.ts';
import { ServiceExchange } from './service-exchange.ts';
import { ServiceFailure, type FailureReason } from './service-unavailable.ts';

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
  /** Told of every request that was sent, with its outcome. */
  observe?: (service: string, seconds: number, failure: FailureReason | undefined) => void;
}

export interface ServiceHeaders {
  [name: string]: string;
}

/** A cancelled or oversize answer says nothing about the service's health. */
const signsOfTrouble: ReadonlySet<FailureReason> = new Set(['unreachable', 'timeout', 'garbage']);

/** One service behind the gateway: a pool of kept-alive connections, one request at a time on each. */
export class ServiceClient {
  readonly name: string;
  readonly #pool: Pool;
  readonly #path: string;
  readonly #options: ServiceClientOptions;
  readonly #circuit: Circuit;
  #inFlight = 0;

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
      headersTimeout: options.timeoutMs,
      bodyTimeout: options.timeoutMs,
      keepAliveTimeout: 30_000,
    });
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  async post(body: string, headers: ServiceHeaders, signal: AbortSignal): Promise<ServiceAnswer> {
    if (!this.#circuit.admits()) throw new ServiceFailure(this.name, 'resting', 'it failed too often in a row');
    if (this.#inFlight >= this.#options.maxInFlight) {
      throw new ServiceFailure(this.name, 'busy', `${this.#inFlight} requests in flight`);
    }
    this.#inFlight += 1;
    const startedAt = performance.now();
    let failure: FailureReason | undefined;
    try {
      const { status, body: text } = await this.#exchange(body, headers, signal);
      const answer = readServiceAnswer(this.name, status, text);
      this.#circuit.succeeded();
      return answer;
    } catch (error) {
      if (error instanceof ServiceFailure) failure = error.reason;
      if (failure !== undefined && signsOfTrouble.has(failure)) this.#circuit.failed();
      throw error;
    } finally {
      this.#inFlight -= 1;
      this.#options.observe?.(this.name, (performance.now() - startedAt) / 1000, failure);
    }
  }

  /** Lets what is in flight come to its end. */
  async retire(): Promise<void> {
    await this.#pool.close();
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  #exchange(body: string, headers: ServiceHeaders, signal: AbortSignal): Promise<{ status: number; body: string }> {
    const { timeoutMs, maxAnswerBytes } = this.#options;
    return new Promise((resolve, reject) => {
      const exchange = new ServiceExchange(this.name, maxAnswerBytes, (outcome) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', cancel);
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      });
      const cancel = () => exchange.end(new ServiceFailure(this.name, 'cancelled', 'the caller went away'));
      const timer = setTimeout(() => {
        exchange.end(new ServiceFailure(this.name, 'timeout', `no answer within ${timeoutMs} ms`));
      }, timeoutMs);
      if (signal.aborted) return cancel();
      signal.addEventListener('abort', cancel);
      this.#pool.dispatch({ path: this.#path, method: 'POST', headers, body }, exchange);
    });
  }
}
