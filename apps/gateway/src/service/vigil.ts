export interface VigilOptions {
  /** How long nothing may be heard while somebody waits, and how long the service may then take to say that it lives. */
  doubtMs: number;
  /** Time between questions whether a service that hangs has come back. */
  pauseMs: number;
  /** Asks the service whether it lives, at nobody's cost; false when it says nothing within the time. */
  isAlive: (withinMs: number) => Promise<boolean>;
  /** It hangs. */
  onSilence: () => void;
  /** It is back. */
  onReturn: () => void;
}

/**
 * Tells a service that hangs from one that takes its time over a hard question. Nothing is asked as long as answers come
 * in; when somebody waits and nothing is heard for a while, the service is asked for the least it can say.
 */
export class Vigil {
  readonly #options: VigilOptions;
  readonly #timer: NodeJS.Timeout;
  #waiting = 0;
  #heardAt = performance.now();
  #askedAt = 0;
  #isAsking = false;
  #isSilent = false;

  constructor(options: VigilOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.#look(), Math.max(5, Math.min(options.doubtMs, options.pauseMs) / 4)).unref();
  }

  begun(): void {
    if (this.#waiting === 0) this.#heardAt = performance.now();
    this.#waiting += 1;
  }

  ended(isHeard: boolean): void {
    this.#waiting -= 1;
    if (isHeard) this.#heardAt = performance.now();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const { doubtMs, pauseMs } = this.#options;
    const now = performance.now();
    if (this.#isAsking) return;
    if (this.#isSilent ? now - this.#askedAt < pauseMs : this.#waiting === 0 || now - this.#heardAt < doubtMs) return;
    this.#isAsking = true;
    this.#askedAt = now;
    void this.#ask(doubtMs);
  }

  async #ask(withinMs: number): Promise<void> {
    const askedAt = this.#askedAt;
    const isAlive = await this.#options.isAlive(withinMs);
    this.#isAsking = false;
    if (isAlive || this.#heardAt > askedAt) {
      this.#heardAt = performance.now();
      if (this.#isSilent) this.#options.onReturn();
      this.#isSilent = false;
    } else if (!this.#isSilent) {
      this.#isSilent = true;
      this.#options.onSilence();
    }
  }
}
