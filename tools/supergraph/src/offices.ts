export interface Office {
  name: string;
  /** Where the gateway finds it unless its environment says otherwise. */
  url: string;
}

/** The services that the supergraph is composed of. */
export const offices: readonly Office[] = [
  { name: 'enrollment', url: 'http://127.0.0.1:4001/graphql' },
  { name: 'special-education', url: 'http://127.0.0.1:4002/graphql' },
  { name: 'student-aid', url: 'http://127.0.0.1:4003/graphql' },
  { name: 'internet-plus', url: 'http://127.0.0.1:4004/graphql' },
];
