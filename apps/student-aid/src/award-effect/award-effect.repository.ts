import type { Reader } from '@bureau/subgraph';
import { Any } from 'typeorm';
import { type AwardEffect, AwardEffectEntity } from './award-effect.entity.ts';

export class AwardEffectRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listByIds(countyCode: string, ids: string[]): Promise<AwardEffect[]> {
    return this.#reader.read((manager) => manager.findBy(AwardEffectEntity, { countyCode, id: Any(ids) }));
  }

  /** Earliest first. */
  listOfAwards(countyCode: string, awardIds: string[]): Promise<AwardEffect[]> {
    return this.#reader.read((manager) =>
      manager.find(AwardEffectEntity, { where: { countyCode, awardId: Any(awardIds) }, order: { id: 'ASC' } }),
    );
  }

  findForUpdate(countyCode: string, id: string): Promise<AwardEffect | null> {
    return this.#reader.read((manager) =>
      manager.findOne(AwardEffectEntity, { where: { countyCode, id }, lock: { mode: 'pessimistic_write' } }),
    );
  }

  async undo({ countyCode, id, version }: AwardEffect, undone: { by: string; reason: string }): Promise<void> {
    const changes = { undoneBy: undone.by, undoneAt: () => 'now()', undoReason: undone.reason, version: version + 1 };
    const { affected } = await this.#reader.read((manager) =>
      manager.update(AwardEffectEntity, { countyCode, id, version }, changes),
    );
    if (affected !== 1) throw new Error('An effect changed while it was locked.');
  }
}
