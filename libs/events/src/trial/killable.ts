import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const CACHE = join(tmpdir(), 'bureau-test-compile-cache');

/** A program of this folder that is killed again and again, and started anew each time. */
export class Killable {
  readonly #program: string;
  readonly #environment: Record<string, string>;
  readonly #onLine: (line: string) => void;
  #child: ChildProcess | undefined;
  #errors = '';

  constructor(program: string, environment: Record<string, string>, onLine: (line: string) => void = () => undefined) {
    this.#program = fileURLToPath(new URL(program, import.meta.url));
    this.#environment = environment;
    this.#onLine = onLine;
  }

  /** What the program has complained of, over all its lives. */
  get errors(): string {
    return this.#errors;
  }

  get isAlive(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Until it says that it is ready, or has killed itself. */
  async start(environment: Record<string, string> = {}): Promise<void> {
    const child = spawn(process.execPath, [this.#program], {
      env: { ...this.#environment, ...environment, NODE_COMPILE_CACHE: CACHE },
    });
    this.#child = child;
    child.stderr.on('data', (chunk: Buffer) => (this.#errors += chunk.toString()));
    const lines = createInterface(child.stdout);
    lines.on('line', this.#onLine);
    await Promise.race([once(lines, 'line'), once(child, 'exit')]);
    if (child.exitCode !== null) throw new Error(`${this.#program} did not start: ${this.#errors}`);
  }

  async kill(): Promise<void> {
    if (!this.#child || !this.isAlive) return;
    this.#child.kill('SIGKILL');
    await once(this.#child, 'close');
  }
}
