import type { Actor } from '@bureau/access';
import type { PageOrder } from '@bureau/subgraph';
import { type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { ImportFaultEntity, type ImportFault } from './import-fault.entity.ts';
import { type ImportRun, ImportRunEntity } from './import-run.entity.ts';
import { nextImportState, type ImportAct, statesFor } from './import-run.rules.ts';

export interface ImportRunCriteria {
  kinds?: readonly string[] | null;
  states?: readonly string[] | null;
}

export const IMPORT_RUN_ORDERS = {
  RECEIVED_ASC: { name: 'RECEIVED_ASC', properties: ['receivedAt'], direction: 'ASC' },
  RECEIVED_DESC: { name: 'RECEIVED_DESC', properties: ['receivedAt'], direction: 'DESC' },
} as const satisfies Record<string, PageOrder>;

/** The numbers that a run shows while it goes on. */
export type RunProgress = Pick<ImportRun, 'rowsTotal' | 'rowsRead' | 'rowsFaulty'>;

/** Queries of import runs, within a transaction that acts for somebody. */
export class ImportRunRepository {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  find(countyCode: string, id: string): Promise<ImportRun | null> {
    return this.#manager.findOneBy(ImportRunEntity, { countyCode, id });
  }

  /** False when a run of the same file is under way or done. */
  async insertUnlessSame(run: ImportRun): Promise<boolean> {
    const inserted: { raw: unknown } = await this.#manager
      .createQueryBuilder()
      .insert()
      .into(ImportRunEntity)
      .values(run)
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  findSame({ countyCode, kind, fileHash, argumentsHash }: ImportRun): Promise<ImportRun | null> {
    return this.#manager
      .createQueryBuilder(ImportRunEntity, 'run')
      .where('run.countyCode = :countyCode AND run.kind = :kind', { countyCode, kind })
      .andWhere('run.fileHash = :fileHash AND run.argumentsHash = :argumentsHash', { fileHash, argumentsHash })
      .andWhere(`run.state IN ('RECEIVED', 'RUNNING', 'DONE') AND NOT run.isDryRun`)
      .getOne();
  }

  /** Takes the step if the run still stands where it can; false when it does not. */
  async take(act: ImportAct, { countyCode, id }: RunKey, change: Partial<ImportRun> = {}): Promise<boolean> {
    const [from = 'RUNNING'] = statesFor(act);
    const state = nextImportState(from, act) ?? from;
    const { affected } = await this.#manager
      .createQueryBuilder()
      .update(ImportRunEntity)
      .set({ ...change, state })
      .where('countyCode = :countyCode AND id = :id AND state = ANY(:from)', { countyCode, id, from: statesFor(act) })
      .execute();
    return affected === 1;
  }

  /** Shows how far the run is and that it lives; false when it was ended by somebody. */
  async showProgress({ countyCode, id }: RunKey, progress: RunProgress): Promise<boolean> {
    const { affected } = await this.#manager
      .createQueryBuilder()
      .update(ImportRunEntity)
      .set({ ...progress, aliveAt: () => 'clock_timestamp()' })
      .where('countyCode = :countyCode AND id = :id', { countyCode, id })
      .andWhere('state = ANY(:standing)', { standing: statesFor('CANCEL') })
      .execute();
    return affected === 1;
  }

  /** A run whose process has given no sign of life is broken off; nothing of its file was kept. */
  async breakOffLifeless(actor: Actor, afterMs: number): Promise<void> {
    await this.#manager
      .createQueryBuilder()
      .update(ImportRunEntity)
      .set({ state: 'FAILED', finishedAt: () => 'clock_timestamp()', fault: INTERRUPTED })
      .where('countyCode = :county', { county: actor.scope.county })
      .andWhere('state = ANY(:standing)', { standing: statesFor('BREAK_OFF') })
      .andWhere(`aliveAt < clock_timestamp() - make_interval(secs => :after / 1000.0)`, { after: afterMs })
      .execute();
  }

  async insertFaults(faults: ImportFault[]): Promise<void> {
    if (faults.length > 0) await this.#manager.insert(ImportFaultEntity, faults);
  }

  listFaults({ countyCode, id }: RunKey, after: number, count: number): Promise<ImportFault[]> {
    return this.#manager
      .createQueryBuilder(ImportFaultEntity, 'fault')
      .where('fault.countyCode = :countyCode AND fault.runId = :id AND fault.serial > :after', {
        countyCode,
        id,
        after,
      })
      .orderBy('fault.serial')
      .limit(count)
      .getMany();
  }
}

export interface RunKey {
  countyCode: string;
  id: string;
}

export const INTERRUPTED = {
  code: 'INTERRUPTED',
  zh: '导入中途中断，没有写入任何数据，请重新上传。',
  en: 'The import was interrupted; nothing of it was kept. Send the file again.',
};

/** The runs of a list, not yet ordered. */
export function importRunsMatching(countyCode: string, { kinds, states }: ImportRunCriteria) {
  return (manager: EntityManager): SelectQueryBuilder<ImportRun> => {
    const query = manager
      .createQueryBuilder(ImportRunEntity, 'run')
      .where('run.countyCode = :countyCode', { countyCode });
    if (kinds) query.andWhere('run.kind = ANY(:kinds)', { kinds });
    if (states) query.andWhere('run.state = ANY(:states)', { states });
    return query;
  };
}
