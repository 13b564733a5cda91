import { formatGlobalId, idsInCounty, yearArgument } from '@bureau/subgraph';
import type {
  CountyResolvers,
  DropoutCaseFilter,
  DropoutCaseResolvers,
  MutationResolvers,
  QueryResolvers,
  StudentResolvers,
} from '../__generated__/graphql.ts';
import { openingError, returnError } from './dropout-case-errors.resolvers.ts';
import type { DropoutCaseCriteria } from './dropout-case.repository.ts';

function criteriaOf(filter: DropoutCaseFilter | null | undefined, county: string): DropoutCaseCriteria {
  const { schools, suspectedInYear, ...criteria } = filter ?? {};
  return {
    ...criteria,
    suspectedInYear: suspectedInYear == null ? null : yearArgument(suspectedInYear, 'filter.suspectedInYear'),
    schoolIds: schools ? idsInCounty(schools, county, 'filter.schools') : null,
  };
}

export const dropoutCaseQueries: Pick<QueryResolvers, 'dropoutCase' | 'dropoutCases'> = {
  dropoutCase: (_, { id }, { dropoutCases }) => dropoutCases.findByGlobalId(id),
  dropoutCases: (_, { filter, orderBy, ...page }, { actor, dropoutCases }) =>
    dropoutCases.list(criteriaOf(filter, actor.scope.county), orderBy, page),
};

export const dropoutCaseMutations: Pick<MutationResolvers, 'dropoutCaseOpen' | 'dropoutCaseReturn'> = {
  dropoutCaseOpen: async (_, { input }, context) => {
    const { dropoutCaseId, refusals } = await context.dropoutCases.open(input);
    const dropoutCase = dropoutCaseId ? await context.dropoutCases.find(dropoutCaseId) : null;
    return { dropoutCase, userErrors: await Promise.all(refusals.map((refusal) => openingError(refusal, context))) };
  },
  dropoutCaseReturn: async (_, { input }, { dropoutCases, language }) => {
    const { dropoutCaseId, refusals } = await dropoutCases.recordReturn(input);
    const dropoutCase = dropoutCaseId ? await dropoutCases.find(dropoutCaseId) : null;
    return { dropoutCase, userErrors: refusals.map((refusal) => returnError(refusal, language)) };
  },
};

export const countyDropoutFields: Pick<CountyResolvers, 'dropoutControl'> = {
  dropoutControl: (_, { year }, { dropoutCases }) => dropoutCases.countInYear(yearArgument(year, 'year')),
};

export const studentDropoutFields: Pick<StudentResolvers, 'dropoutCases'> = {
  dropoutCases: ({ id }, _, { dropoutCases }) => dropoutCases.listOfStudent(id),
};

export const dropoutCaseFields: Pick<DropoutCaseResolvers, '__resolveReference' | 'id' | 'student' | 'school'> = {
  __resolveReference: ({ id }, { dropoutCases }) => dropoutCases.findByGlobalId(id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  student: ({ studentId }, _, { students }) => students.find(studentId),
  school: ({ schoolId }, _, { schools }) => schools.find(schoolId),
};
