import * as codes from '@bureau/codes';

export interface Office {
  name: codes.Office;
  /** Where the gateway finds it unless its environment says otherwise. */
  url: string;
}

/** The services that the supergraph is composed of. */
export const offices: readonly Office[] = codes.offices.map((name, index) => ({
  name,
  url: `http://127.0.0.1:${4001 + index}/graphql`,
}));
