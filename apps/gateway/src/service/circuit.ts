export interface CircuitOptions {
  /** Failures in a row after which a service is left in peace. */
  failures: number;
  /** How long, before one request may try again. */
  pauseMs: number;
  now?: () => number;
}

/**
 * Spares a service that does not answer, and its callers the wait: after some failures in a row nothing is sent for a
 * while, then one request tries; if it is answered everything is as before.
 */
export class Circuit {
  readonly #options: CircuitOptions;
  readonly #now: () => number;
  #failures = 0;
  #openUntil = 0;
  #isTripped = false;

  constructor(options: CircuitOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
  }

  /** Nothing is sent, or only now and then one request to try. */
  get isOpen(): boolean {
    return this.#isTripped || this.#failures >= this.#options.failures;
  }

  /** The service hangs: nobody tries at the cost of a caller until it is heard again. */
  trip(): void {
    this.#isTripped = true;
  }

  /** Whether a request may be sent. Of those that wait for the pause to end, the first is let through to try. */
  admits(): boolean {
    if (this.#isTripped) return false;
    if (this.#failures < this.#options.failures) return true;
    if (this.#now() < this.#openUntil) return false;
    this.#openUntil = this.#now() + this.#options.pauseMs;
    return true;
  }

  succeeded(): void {
    this.#isTripped = false;
    this.#failures = 0;
  }

  failed(): void {
    this.#failures += 1;
    if (this.#failures >= this.#options.failures) this.#openUntil = this.#now() + this.#options.pauseMs;
  }
}
