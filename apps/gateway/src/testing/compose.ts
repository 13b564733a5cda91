import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

/** The supergraph of some services, or the reasons why there is none. */
export function compose(services: readonly { name: string; url: string; typeDefs: string }[]): string {
  const result = composeServices(services.map(({ name, url, typeDefs }) => ({ name, url, typeDefs: parse(typeDefs) })));
  if (result.errors) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return result.supergraphSdl;
}
