import { formatGlobalId } from '@bureau/subgraph';

/** A child on the roll as known here: its id in the graph. */
export interface Student {
  id: string;
}

export function studentReference(county: string, id: string | null): Student | null {
  return id === null ? null : { id: formatGlobalId({ county, id }) };
}
