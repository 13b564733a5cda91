import type { CellFault } from '@bureau/spreadsheet';
import type { ImportFault } from './import-fault.entity.ts';
import type { RowFault } from './import-kind.ts';
import type { ImportRun } from './import-run.entity.ts';

/** More than a clerk will read; the count goes on. */
const MOST_KEPT = 20_000;

/** The faults of a run: counted by rows, and kept until they are taken to be written. */
export class FaultLedger {
  readonly #run: ImportRun;
  readonly #rows = new Set<number>();
  #waiting: ImportFault[] = [];
  #serial = 0;

  constructor(run: ImportRun) {
    this.#run = run;
  }

  get faultyRows(): number {
    return this.#rows.size;
  }

  add({ row, column = '', value = '', code, message }: RowFault | CellFault): void {
    this.#rows.add(row);
    if (this.#serial >= MOST_KEPT) return;
    this.#serial += 1;
    const { countyCode, id, townshipCode, schoolId, classId } = this.#run;
    this.#waiting.push({
      countyCode,
      runId: id,
      serial: this.#serial,
      townshipCode,
      schoolId,
      classId,
      rowNumber: row,
      columnTitle: column,
      value,
      code,
      messageZh: message.zh,
      messageEn: message.en,
    });
  }

  /** What was not taken yet; each fault is given once. */
  take(): ImportFault[] {
    const faults = this.#waiting;
    this.#waiting = [];
    return faults;
  }
}
