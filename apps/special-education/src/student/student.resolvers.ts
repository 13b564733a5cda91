import type { StudentResolvers } from '../__generated__/graphql.ts';

export const studentFields: Pick<StudentResolvers, '__resolveReference' | 'specialEducation'> = {
  __resolveReference: async ({ id }, { students }) => ((await students.findStanding(id)) ? { id } : null),
  specialEducation: ({ id }, _, { students }) => students.findStanding(id),
};
