import type { Reader } from '@bureau/subgraph';
import { Any } from 'typeorm';
import { type DropoutCase, DropoutCaseEntity } from './dropout-case.entity.ts';
import { ENDED_STAGES } from './dropout-case.rules.ts';

/** Cases as they are opened and changed. */
export class DropoutStandingRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  findForUpdate(countyCode: string, id: string): Promise<DropoutCase | null> {
    return this.#reader.read((manager) =>
      manager.findOne(DropoutCaseEntity, { where: { countyCode, id }, lock: { mode: 'pessimistic_write' } }),
    );
  }

  /** Writes the cases about children of whom none stands, though the caller may not see it; answers whose were written. */
  async insertUnlessStanding(cases: readonly DropoutCase[]): Promise<string[]> {
    if (cases.length === 0) return [];
    const inserting = this.#reader.read((manager) =>
      manager
        .createQueryBuilder()
        .insert()
        .into(DropoutCaseEntity)
        .values([...cases])
        .orIgnore()
        .returning('id')
        .execute(),
    );
    const { raw } = (await inserting) as { raw: { id: string }[] };
    return raw.map(({ id }) => id);
  }

  /** Standing cases about children, locked in the order of their ids. */
  listStandingForUpdate(countyCode: string, studentIds: readonly string[]): Promise<DropoutCase[]> {
    return this.#reader.read((manager) =>
      manager
        .createQueryBuilder(DropoutCaseEntity, 'dropout')
        .where('dropout.countyCode = :countyCode AND dropout.studentId = ANY(:studentIds)', { countyCode, studentIds })
        .andWhere('dropout.stage <> ALL(:ended)', { ended: ENDED_STAGES })
        .orderBy('dropout.id')
        .setLock('pessimistic_write')
        .getMany(),
    );
  }

  /** Writes changes of a case that the caller holds locked. */
  async write({ countyCode, id, version }: DropoutCase, changes: Partial<DropoutCase>): Promise<void> {
    const { affected } = await this.#reader.read((manager) =>
      manager.update(DropoutCaseEntity, { countyCode, id, version }, { ...changes, version: version + 1 }),
    );
    if (affected !== 1) throw new Error('A case changed while it was locked.');
  }

  /** The same changes in many cases that the caller holds locked. */
  async writeAll(cases: readonly DropoutCase[], changes: Partial<DropoutCase>): Promise<void> {
    const [first] = cases;
    if (!first) return;
    const ids = cases.map(({ id }) => id);
    await this.#reader.read((manager) =>
      manager.update(
        DropoutCaseEntity,
        { countyCode: first.countyCode, id: Any(ids) },
        { ...changes, version: () => 'version + 1' },
      ),
    );
  }
}
