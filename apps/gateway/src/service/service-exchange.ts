import type { Dispatcher } from 'undici';
import { ServiceFailure } from './service-unavailable.ts';

export interface RawAnswer {
  status: number;
  body: string;
}

/** Collects one answer of a service, and ends it early when it grows past the cap or nobody waits for it any more. */
export class ServiceExchange implements Dispatcher.DispatchHandler {
  readonly #service: string;
  readonly #maxBytes: number;
  readonly #settle: (outcome: RawAnswer | Error) => void;
  readonly #chunks: Buffer[] = [];
  #bytes = 0;
  #status = 0;
  #controller: Dispatcher.DispatchController | undefined;
  #ended: Error | undefined;

  constructor(service: string, maxBytes: number, settle: (outcome: RawAnswer | Error) => void) {
    this.#service = service;
    this.#maxBytes = maxBytes;
    this.#settle = settle;
  }

  get isEnded(): boolean {
    return this.#ended !== undefined;
  }

  end(reason: Error): void {
    if (this.#ended) return;
    this.#ended = reason;
    this.#settle(reason);
    this.#controller?.abort(reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#ended) controller.abort(this.#ended);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#maxBytes) {
      this.end(new ServiceFailure(this.#service, 'oversize', `more than ${this.#maxBytes} bytes`));
      return;
    }
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#ended) return;
    const [first] = this.#chunks;
    const body = this.#chunks.length === 1 && first ? first : Buffer.concat(this.#chunks);
    this.#settle({ status: this.#status, body: body.toString('utf8') });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (this.#ended) return;
    this.#settle(new ServiceFailure(this.#service, reasonOf(error), error.message));
  }
}

function reasonOf(error: Error): 'timeout' | 'unreachable' {
  const code = 'code' in error ? String(error.code) : '';
  return code.endsWith('_TIMEOUT') ? 'timeout' : 'unreachable';
}
