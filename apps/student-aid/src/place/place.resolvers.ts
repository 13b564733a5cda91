import { formatGlobalId } from '@bureau/subgraph';
import type { SchoolResolvers } from '../__generated__/graphql.ts';

export const schoolFields: Pick<SchoolResolvers, 'id'> = { id: formatGlobalId };
