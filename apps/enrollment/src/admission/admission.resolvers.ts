import { formatGlobalId, idsInCounty, yearArgument } from '@bureau/subgraph';
import type {
  AdmissionFilter,
  AdmissionResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../__generated__/graphql.ts';
import { brokenAnswer } from '../rule-broken/rule-broken.resolvers.ts';
import type { AdmissionCriteria } from './admission.repository.ts';
import { admissionSentences } from './admission-sentences.resolvers.ts';

function criteriaOf({ schools, ...criteria }: AdmissionFilter, county: string): AdmissionCriteria {
  return {
    ...criteria,
    schoolYear: yearArgument(criteria.schoolYear, 'filter.schoolYear'),
    schoolIds: schools ? idsInCounty(schools, county, 'filter.schools') : null,
  };
}

export const admissionQueries: Pick<QueryResolvers, 'admissions' | 'admissionGroups'> = {
  admissions: (_, { filter, ...page }, { actor, admissions }) =>
    admissions.list(criteriaOf(filter, actor.scope.county), page),
  admissionGroups: async (_, { filter, groupBy }, { actor, admissions }) => {
    const { county } = actor.scope;
    const groups = await admissions.countGroups(criteriaOf(filter, county), groupBy);
    const isSchool = groupBy === 'SCHOOL';
    return groups.map(({ key, count }) => ({
      key: isSchool && key ? formatGlobalId({ county, id: key }) : (key ?? ''),
      count,
    }));
  },
};

export const admissionMutations: Pick<
  MutationResolvers,
  'admissionAllocate' | 'admissionEnrol' | 'enrolmentPlanDecide' | 'catchmentDraw'
> = {
  admissionAllocate: async (_, { input }, { admissions, language }) => {
    const { count, withoutSeat, refusals } = await admissions.allocate(input);
    return {
      allocated: count,
      withoutSeat,
      userErrors: refusals.map((one) => brokenAnswer(one, admissionSentences, language)),
    };
  },
  admissionEnrol: async (_, { input }, { enrolments, language }) => {
    const { count, withoutSeat, refusals } = await enrolments.enrol(input);
    return {
      enrolled: count,
      passedOver: withoutSeat,
      userErrors: refusals.map((one) => brokenAnswer(one, admissionSentences, language)),
    };
  },
  enrolmentPlanDecide: async (_, { input }, { seatPlans, language }) => {
    yearArgument(input.schoolYear, 'input.schoolYear');
    const isSet = await seatPlans.decide(input);
    const refusal = brokenAnswer({ code: 'SCHOOL_NOT_FOUND', field: 'school' }, admissionSentences, language);
    return { seats: isSet ? input.seats : null, userErrors: isSet ? [] : [refusal] };
  },
  catchmentDraw: async (_, { input }, { seatPlans, language }) => {
    const isDrawn = await seatPlans.draw(input);
    const refusal = brokenAnswer({ code: 'SCHOOL_NOT_FOUND', field: 'schools' }, admissionSentences, language);
    return { isDrawn, userErrors: isDrawn ? [] : [refusal] };
  },
};

export const admissionFields: Pick<AdmissionResolvers, 'id' | 'student' | 'school' | 'catchmentSchool'> = {
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  student: ({ studentId }, _, { students }) => students.find(studentId),
  school: ({ schoolId }, _, { handovers }) => (schoolId ? handovers.mention(schoolId) : null),
  catchmentSchool: ({ catchmentSchoolId }, _, { handovers }) =>
    catchmentSchoolId ? handovers.mention(catchmentSchoolId) : null,
};
