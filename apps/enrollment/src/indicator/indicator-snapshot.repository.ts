import type { Reader } from '@bureau/subgraph';
import { type IndicatorSnapshot, IndicatorSnapshotEntity } from './indicator-snapshot.entity.ts';

export class IndicatorSnapshotRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  list(countyCode: string, asOf: string | null): Promise<IndicatorSnapshot[]> {
    return this.#reader.read((manager) =>
      manager.find(IndicatorSnapshotEntity, {
        where: { countyCode, ...(asOf !== null && { asOf }) },
        order: { asOf: 'DESC', id: 'DESC' },
        take: 200,
      }),
    );
  }

  async insert(snapshots: readonly IndicatorSnapshot[]): Promise<void> {
    await this.#reader.read((manager) => manager.insert(IndicatorSnapshotEntity, [...snapshots]));
  }
}
