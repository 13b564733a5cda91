import type { Reader } from '@bureau/subgraph';
import { Any } from 'typeorm';
import { type CaseAction, CaseActionEntity } from './case-action.entity.ts';

export class CaseActionRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listOfCases(countyCode: string, dropoutCaseIds: string[]): Promise<CaseAction[]> {
    return this.#reader.read((manager) =>
      manager.find(CaseActionEntity, {
        where: { countyCode, dropoutCaseId: Any(dropoutCaseIds) },
        order: { happenedOn: 'ASC', id: 'ASC' },
      }),
    );
  }

  countPersuasions(countyCode: string, dropoutCaseId: string): Promise<number> {
    return this.#reader.read((manager) =>
      manager.countBy(CaseActionEntity, { countyCode, dropoutCaseId, kind: 'PERSUASION' }),
    );
  }

  async insert(actions: readonly CaseAction[]): Promise<void> {
    if (actions.length > 0) await this.#reader.read((manager) => manager.insert(CaseActionEntity, [...actions]));
  }
}
