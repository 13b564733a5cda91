import { formatGlobalId } from '@bureau/subgraph';

/** A school as known here: its id in the graph. */
export interface School {
  id: string;
}

export function schoolReference(county: string, id: string | null): School | null {
  return id === null ? null : { id: formatGlobalId({ county, id }) };
}
