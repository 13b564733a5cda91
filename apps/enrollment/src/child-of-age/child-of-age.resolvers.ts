import { maskBirthDate } from '@bureau/access';
import { formatGlobalId, yearArgument } from '@bureau/subgraph';
import type { ChildOfAgeResolvers, CountyResolvers, QueryResolvers } from '../__generated__/graphql.ts';
import { whereaboutsAsked } from './child-of-age.rules.ts';

export const childOfAgeQueries: Pick<QueryResolvers, 'childrenOfAge'> = {
  childrenOfAge: (_, { schoolYear, filter, orderBy, ...page }, { childrenOfAge }) => {
    const { townships, whereabouts, isEnrolled, ageBands } = filter ?? {};
    const criteria = {
      schoolYear: yearArgument(schoolYear, 'schoolYear'),
      ageBands: ageBands ?? null,
      townshipCodes: townships ?? null,
      whereabouts: whereaboutsAsked(whereabouts ?? null, isEnrolled ?? null),
    };
    return childrenOfAge.list(criteria, orderBy, page);
  },
};

export const countyChildOfAgeFields: Pick<CountyResolvers, 'enrollmentRate'> = {
  enrollmentRate: (_, { stage, schoolYear }, { childrenOfAge }) =>
    childrenOfAge.enrollmentRate(stage, yearArgument(schoolYear, 'schoolYear')),
};

export const childOfAgeFields: Pick<ChildOfAgeResolvers, 'id' | 'bornIn' | 'township' | 'student' | 'school'> = {
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  bornIn: ({ bornOn }) => maskBirthDate(bornOn),
  township: ({ townshipCode }, _, { townships }) => townships.get(townshipCode),
  student: ({ studentId }, _, { students }) => (studentId ? students.find(studentId) : null),
  school: ({ schoolId }, _, { schools }) => (schoolId ? schools.find(schoolId) : null),
};
