import type { Reader } from '@bureau/subgraph';
import { Any } from 'typeorm';
import { type ExternalConfirmation, ExternalConfirmationEntity } from './external-confirmation.entity.ts';

export class ExternalPlacementRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listOfPlacements(countyCode: string, placementIds: string[]): Promise<ExternalConfirmation[]> {
    const order = { schoolYear: 'ASC', confirmedOn: 'ASC' } as const;
    return this.#reader.read((manager) =>
      manager.find(ExternalConfirmationEntity, { where: { countyCode, placementId: Any(placementIds) }, order }),
    );
  }
}
