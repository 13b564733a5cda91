import { formatGlobalId, idInCounty } from '@bureau/subgraph';
import type { SchoolClassResolvers } from '../__generated__/graphql.ts';
import { classNameIn } from './school-class.rules.ts';

export const schoolClassFields: Pick<SchoolClassResolvers, '__resolveReference' | 'id' | 'name'> = {
  __resolveReference: async (reference, { actor, classes }) => {
    const id = idInCounty(reference.id, actor.scope.county, 'id');
    return id ? classes.find(id) : null;
  },
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  name: (schoolClass, { schoolYear }) => classNameIn(schoolYear, schoolClass),
};
