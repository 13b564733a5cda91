import type { Actor } from '@bureau/access';
import { dayInBeijing } from '@bureau/calendar';
import { FileRefusal, fileSentence } from '@bureau/spreadsheet';
import { Session } from '@bureau/subgraph';
import type { DataSource, EntityManager } from 'typeorm';
import { FaultLedger } from './fault-ledger.ts';
import type { ImportCounts, ImportKind } from './import-kind.ts';
import type { ImportRun, RunFault } from './import-run.entity.ts';
import type { ImportAct } from './import-run.rules.ts';
import { ImportRunRepository, INTERRUPTED } from './import-run.repository.ts';

export interface ExecutionParts {
  dataSource: DataSource;
  kind: ImportKind;
  actor: Actor;
  run: ImportRun;
  path: string;
  now: () => Date;
  /** Aborts when the run is cancelled or the process ends. */
  cancelling: AbortController;
}

const FAULTS_AT_ONCE = 1_000;
const PULSE_MS = 1_000;
const NO_ROWS: ImportCounts = { created: 0, changed: 0, unchanged: 0 };

/** Thrown to undo all that was loaded: the run is a trial, has faults, or was cancelled. */
class Undone extends Error {
  readonly act: ImportAct;
  readonly counts: ImportCounts;

  constructor(act: ImportAct, counts: ImportCounts) {
    super(act);
    this.act = act;
    this.counts = counts;
  }
}

/** One run of one file, from its first row to its end. */
export class ImportExecution {
  readonly #parts: ExecutionParts;
  readonly #ledger: FaultLedger;
  #rowsTotal: number | null = null;
  #rowsRead = 0;
  #writing: Promise<unknown> = Promise.resolve();
  readonly #pulse: NodeJS.Timeout;

  /** From here on the run shows that it lives, also while it waits for its turn. */
  constructor(parts: ExecutionParts) {
    this.#parts = parts;
    this.#ledger = new FaultLedger(parts.run);
    this.#pulse = setInterval(() => this.#showProgress(), PULSE_MS).unref();
  }

  async run(): Promise<void> {
    const { run } = this.#parts;
    try {
      if (await this.#apart((runs) => runs.take('START', run))) await this.#load();
    } catch (error) {
      await this.#end(error);
      if (isOurs(error)) throw error;
    } finally {
      clearInterval(this.#pulse);
    }
  }

  /** All of the file in one transaction, whose last statement says that it is done. */
  async #load(): Promise<void> {
    const { kind, run, path, actor, dataSource, cancelling } = this.#parts;
    await new Session(dataSource, actor).transaction(async (manager) => {
      const counts = await kind.run(path, this.#context(manager), {
        onTotal: (rows) => void (this.#rowsTotal = rows - 1),
        onRows: (rows, faults) => {
          this.#rowsRead += rows;
          for (const fault of faults) this.#ledger.add(fault);
        },
      });
      cancelling.signal.throwIfAborted();
      await this.#writeFaults();
      if (this.#ledger.faultyRows > 0 && run.onError === 'REJECT_ALL') throw new Undone('REJECT', NO_ROWS);
      if (run.isDryRun) throw new Undone('FINISH', counts);
      const isDone = await new ImportRunRepository(manager).take('FINISH', run, this.#outcome(counts));
      if (!isDone) throw new Undone('CANCEL', NO_ROWS);
    });
  }

  #context(manager: EntityManager) {
    const { run, actor, now, cancelling } = this.#parts;
    return {
      manager,
      actor,
      today: dayInBeijing(now()),
      arguments: run.arguments,
      runId: run.id,
      signal: cancelling.signal,
      refuse: (fault: Parameters<FaultLedger['add']>[0]) => this.#ledger.add(fault),
    };
  }

  #outcome({ created, changed, unchanged }: ImportCounts): Partial<ImportRun> {
    return {
      rowsTotal: this.#rowsRead,
      rowsRead: this.#rowsRead,
      rowsCreated: created,
      rowsChanged: changed,
      rowsUnchanged: unchanged,
      rowsFaulty: this.#ledger.faultyRows,
      finishedAt: this.#parts.now(),
    };
  }

  /** Says how it ended, after everything that was loaded is undone. */
  async #end(error: unknown): Promise<void> {
    await this.#writing;
    await this.#writeFaults();
    const { run, cancelling } = this.#parts;
    if (error instanceof Undone)
      return this.#apart(async (runs) => {
        await runs.take(error.act, run, this.#outcome(error.counts));
      });
    const act = error instanceof FileRefusal ? 'REJECT' : 'BREAK_OFF';
    const fault = cancelling.signal.aborted ? INTERRUPTED : faultOf(error);
    await this.#apart((runs) => runs.take(act, run, { ...this.#outcome(NO_ROWS), fault }));
  }

  #showProgress(): void {
    const progress = { rowsTotal: this.#rowsTotal, rowsRead: this.#rowsRead, rowsFaulty: this.#ledger.faultyRows };
    this.#writing = this.#writing
      .then(async () => {
        const isStanding = await this.#apart((runs) => runs.showProgress(this.#parts.run, progress));
        if (!isStanding) this.#parts.cancelling.abort();
      })
      .catch(() => undefined);
  }

  async #writeFaults(): Promise<void> {
    const faults = this.#ledger.take();
    for (let start = 0; start < faults.length; start += FAULTS_AT_ONCE)
      await this.#apart((runs) => runs.insertFaults(faults.slice(start, start + FAULTS_AT_ONCE)));
  }

  /** In a transaction of its own, so that it stands whatever becomes of the rows. */
  #apart<T>(work: (runs: ImportRunRepository) => Promise<T>): Promise<T> {
    const { dataSource, actor } = this.#parts;
    return new Session(dataSource, actor).transaction((manager) => work(new ImportRunRepository(manager)));
  }
}

/** What nobody foresaw is logged; refusals and cancellations are not. */
const isOurs = (error: unknown) =>
  !(error instanceof Undone) &&
  !(error instanceof FileRefusal) &&
  !(error instanceof Error && error.name === 'AbortError');

function faultOf(error: unknown): RunFault {
  if (error instanceof FileRefusal) {
    const { fault } = error;
    return { code: fault.kind, zh: fileSentence(fault, 'zh'), en: fileSentence(fault, 'en') };
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '23505' || code === '23P01' || code === '40001' || code === '40P01') return MEANWHILE;
  return FAULT;
}

const MEANWHILE = {
  code: 'CHANGED_MEANWHILE',
  zh: '导入期间他人写入了相同的记录，本次没有写入任何数据，请重新上传。',
  en: 'Somebody wrote the same records meanwhile; nothing of this file was kept. Send it again.',
};

const FAULT = {
  code: 'FAULT',
  zh: '系统内部错误，没有写入任何数据，请告诉信息中心。',
  en: 'Something went wrong on our side; nothing of the file was kept. Tell the IT desk.',
};
