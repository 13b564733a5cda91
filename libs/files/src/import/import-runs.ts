import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Actor } from '@bureau/access';
import { faultOf, newId, Session } from '@bureau/subgraph';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { placeOf } from '../place.ts';
import { ImportExecution } from './import-execution.ts';
import type { ImportFault } from './import-fault.entity.ts';
import type { ImportKind } from './import-kind.ts';
import type { ImportRun, OnError } from './import-run.entity.ts';
import { ImportRunRepository } from './import-run.repository.ts';

/** A file that lies on this machine, whole, in a folder of its own. */
export interface ReceivedFile {
  path: string;
  name: string;
  bytes: number;
  hash: Buffer;
}

export interface ImportOrder {
  kind: ImportKind;
  file: ReceivedFile;
  onError: OnError;
  isDryRun: boolean;
  arguments: Record<string, string>;
}

export interface ImportRunsParts {
  dataSource: DataSource;
  log: Logger;
  now: () => Date;
  /** A run without a sign of life for so long is taken for dead. */
  lifelessAfterMs?: number;
}

const LIFELESS_AFTER_MS = 30_000;
const FAULTS_AT_ONCE = 2_000;

/** The imports of an office: one at a time in a process, in the order in which they came. */
export class ImportRuns {
  readonly #parts: ImportRunsParts;
  readonly #standing = new Map<string, AbortController>();
  #last: Promise<void> = Promise.resolve();

  constructor(parts: ImportRunsParts) {
    this.#parts = parts;
  }

  /** Takes a file in; the same file again, with the same arguments, gets the first run, and changes nothing. */
  async receive(actor: Actor, order: ImportOrder): Promise<{ run: ImportRun; isNew: boolean }> {
    const run = this.#newRun(actor, order);
    const same = await this.#within(actor, async (runs) =>
      (await runs.insertUnlessSame(run)) ? null : runs.findSame(run),
    );
    if (same) {
      await rm(dirname(order.file.path), { recursive: true, force: true });
      return { run: same, isNew: false };
    }
    this.#enqueue(actor, order, run);
    return { run, isNew: true };
  }

  find(actor: Actor, id: string): Promise<ImportRun | null> {
    return this.#within(actor, (runs) => runs.find(actor.scope.county, id));
  }

  /** Ends a run that stands; what it loaded so far is undone. Null when there is none that the caller may see. */
  async cancel(actor: Actor, id: string): Promise<{ run: ImportRun; isCancelled: boolean } | null> {
    const key = { countyCode: actor.scope.county, id };
    const cancelled = await this.#within(actor, async (runs) => {
      const isCancelled = await runs.take('CANCEL', key, { finishedAt: this.#parts.now() });
      const run = await runs.find(key.countyCode, id);
      return run && { run, isCancelled };
    });
    if (cancelled?.isCancelled === true) this.#standing.get(id)?.abort();
    return cancelled;
  }

  /** The faults of a run, in order, page by page. */
  async *faults(actor: Actor, id: string): AsyncGenerator<ImportFault> {
    for (let after = 0; ;) {
      const from = after;
      const page = await this.#within(actor, (runs) =>
        runs.listFaults({ countyCode: actor.scope.county, id }, from, FAULTS_AT_ONCE),
      );
      yield* page;
      if (page.length < FAULTS_AT_ONCE) return;
      after = page.at(-1)?.serial ?? after;
    }
  }

  /** Until what was taken in has ended. */
  async settled(): Promise<void> {
    await this.#last;
  }

  /** Breaks off what stands: the process is asked to end. */
  async stop(): Promise<void> {
    for (const controller of this.#standing.values()) controller.abort();
    await this.#last;
  }

  #newRun(actor: Actor, { kind, file, onError, isDryRun, arguments: given }: ImportOrder): ImportRun {
    const now = this.#parts.now();
    const place = placeOf(actor);
    return {
      countyCode: actor.scope.county,
      id: newId(),
      kind: kind.kind,
      state: 'RECEIVED',
      onError,
      isDryRun,
      fileName: file.name,
      fileBytes: String(file.bytes),
      fileHash: file.hash,
      arguments: given,
      argumentsHash: createHash('sha256')
        .update(JSON.stringify([place, given]))
        .digest(),
      requestedBy: actor.subject,
      ...place,
      rowsTotal: null,
      rowsRead: 0,
      rowsCreated: 0,
      rowsChanged: 0,
      rowsUnchanged: 0,
      rowsFaulty: 0,
      fault: null,
      receivedAt: now,
      finishedAt: null,
      // A sign of life is of the clock on the wall, whatever day the office takes it for.
      aliveAt: new Date(),
    };
  }

  #enqueue(actor: Actor, { kind, file }: ImportOrder, run: ImportRun): void {
    const { dataSource, now, log } = this.#parts;
    const cancelling = new AbortController();
    this.#standing.set(run.id, cancelling);
    const execution = new ImportExecution({ dataSource, now, kind, actor, run, path: file.path, cancelling });
    this.#last = this.#last
      .then(() => execution.run())
      .catch((error: unknown) => log.error({ run: run.id, fault: faultOf(error as Error) }, 'an import broke off'))
      .then(() => rm(dirname(file.path), { recursive: true, force: true }))
      .finally(() => this.#standing.delete(run.id));
  }

  /** In a transaction that has first broken off the runs of processes that are gone. */
  #within<T>(actor: Actor, work: (runs: ImportRunRepository) => Promise<T>): Promise<T> {
    const { dataSource, lifelessAfterMs = LIFELESS_AFTER_MS } = this.#parts;
    return new Session(dataSource, actor).transaction(async (manager) => {
      const runs = new ImportRunRepository(manager);
      await runs.breakOffLifeless(actor, lifelessAfterMs);
      return work(runs);
    });
  }
}
