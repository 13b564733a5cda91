// breaks: nothing
import { completeResolvers } from '@bureau/subgraph';

interface Wanted {
  School?: { name?: () => string; pupils?: () => number };
}
interface Rows {
  School: { name: string };
}

export const resolvers = completeResolvers<Wanted, Rows>()({ School: { pupils: () => 3 } });
