import { formatGlobalId } from '@bureau/subgraph';
import type { QueryResolvers, SchoolResolvers } from '../__generated__/graphql.ts';

export const schoolQueries: Pick<QueryResolvers, 'school' | 'schools'> = {
  school: (_, { id }, { schools }) => schools.findByGlobalId(id),
  schools: (_, { filter, orderBy, ...page }, { schools }) => {
    const { townships, ...criteria } = filter ?? {};
    return schools.list({ ...criteria, townshipCodes: townships ?? null }, orderBy, page);
  },
};

export const schoolFields: Pick<
  SchoolResolvers,
  '__resolveReference' | 'id' | 'township' | 'classes' | 'studentCount'
> = {
  __resolveReference: (reference, { schools }) =>
    'code' in reference ? schools.findByCode(reference.code) : schools.findByGlobalId(reference.id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  township: ({ townshipCode }, _, { townships }) => townships.get(townshipCode),
  classes: ({ id }, _, { classes }) => classes.listOfSchool(id),
  studentCount: ({ id }, _, { schools }) => schools.countStudents(id),
};
