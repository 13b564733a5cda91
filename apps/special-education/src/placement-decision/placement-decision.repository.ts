import type { Reader } from '@bureau/subgraph';
import { Any } from 'typeorm';
import { type PlacementDecision, PlacementDecisionEntity } from './placement-decision.entity.ts';

export class PlacementDecisionRepository {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  listOfRequests(countyCode: string, requestIds: string[]): Promise<PlacementDecision[]> {
    return this.#reader.read((manager) =>
      manager.findBy(PlacementDecisionEntity, { countyCode, requestId: Any(requestIds) }),
    );
  }
}
