import { compareTerms } from '@bureau/calendar';
import { formatGlobalId, parseGlobalId } from '@bureau/subgraph';
import type { StudentAidResolvers, StudentResolvers } from '../__generated__/graphql.ts';
import { termArgument } from '../calendar/term.resolvers.ts';

/** A child is known here by its id; whose awards the caller may see, row-level security decides. */
export const studentFields: Pick<StudentResolvers, '__resolveReference' | 'id' | 'aid'> = {
  __resolveReference: ({ id }, { actor }) => {
    const student = parseGlobalId(id);
    return student?.county === actor.scope.county ? student : null;
  },
  id: formatGlobalId,
  aid: (student) => student,
};

export const studentAidFields: Pick<StudentAidResolvers, 'awards'> = {
  awards: async ({ id }, { term }, { awards }) => {
    const wanted = term == null ? null : termArgument(term, 'term');
    const all = await awards.listOfStudent(id);
    return wanted ? all.filter((award) => compareTerms(award, wanted) === 0) : all;
  },
};
