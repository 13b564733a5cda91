import type { Reader } from '@bureau/subgraph';
import { Any } from 'typeorm';
import { type SchoolAlert, SchoolAlertEntity } from './school-alert.entity.ts';

export class SchoolAlertRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listOfCases(countyCode: string, dropoutCaseIds: string[]): Promise<SchoolAlert[]> {
    return this.#reader.read((manager) =>
      manager.findBy(SchoolAlertEntity, { countyCode, dropoutCaseId: Any(dropoutCaseIds) }),
    );
  }

  findForUpdate(countyCode: string, id: string): Promise<SchoolAlert | null> {
    return this.#reader.read((manager) =>
      manager.findOne(SchoolAlertEntity, { where: { countyCode, id }, lock: { mode: 'pessimistic_write' } }),
    );
  }

  async insert(alert: SchoolAlert): Promise<void> {
    await this.#reader.read((manager) => manager.insert(SchoolAlertEntity, alert));
  }

  async answer({ countyCode, id, version }: SchoolAlert, answer: string, answeredOn: string): Promise<void> {
    const { affected } = await this.#reader.read((manager) =>
      manager.update(SchoolAlertEntity, { countyCode, id, version }, { answer, answeredOn, version: version + 1 }),
    );
    if (affected !== 1) throw new Error('An alert changed while it was locked.');
  }
}
