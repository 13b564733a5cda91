import type { Reader } from '@bureau/subgraph';
import { Any } from 'typeorm';
import { type DropoutRegistration, DropoutRegistrationEntity } from './dropout-registration.entity.ts';

export class DropoutRegistrationRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listOfCases(countyCode: string, dropoutCaseIds: string[]): Promise<DropoutRegistration[]> {
    return this.#reader.read((manager) =>
      manager.findBy(DropoutRegistrationEntity, { countyCode, dropoutCaseId: Any(dropoutCaseIds) }),
    );
  }

  /** Writes the form, the caller holding its case locked. */
  async write(registration: DropoutRegistration): Promise<void> {
    await this.#reader.read((manager) =>
      manager.upsert(DropoutRegistrationEntity, registration, ['countyCode', 'dropoutCaseId']),
    );
  }
}
