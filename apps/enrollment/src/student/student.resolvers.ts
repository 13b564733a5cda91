import { maskBirthDate, maskIdentityNumber } from '@bureau/access';
import { formatGlobalId, idsInCounty } from '@bureau/subgraph';
import type { QueryResolvers, StudentFilter, StudentResolvers } from '../__generated__/graphql.ts';
import { requireScope } from '../require-scope.ts';
import type { StudentCriteria } from './student.repository.ts';

function criteriaOf(filter: StudentFilter | null | undefined, county: string): StudentCriteria {
  const { schools, townships, ...criteria } = filter ?? {};
  return {
    ...criteria,
    schoolIds: schools ? idsInCounty(schools, county, 'filter.schools') : null,
    townshipCodes: townships ?? null,
  };
}

export const studentQueries: Pick<QueryResolvers, 'student' | 'students' | 'studentGroups'> = {
  student: (_, { id }, { students }) => students.findByGlobalId(id),
  students: (_, { filter, orderBy, ...page }, { actor, students }) =>
    students.list(criteriaOf(filter, actor.scope.county), orderBy, page),
  studentGroups: async (_, { filter, groupBy }, { actor, students }) => {
    if (filter?.nameContains) requireScope(actor, 'students:read');
    const { county } = actor.scope;
    const groups = await students.countGroups(criteriaOf(filter, county), groupBy);
    if (groupBy !== 'SCHOOL') return groups;
    return groups.map(({ key, count }) => ({ key: formatGlobalId({ county, id: key }), count }));
  },
};

export const studentFields: Pick<
  StudentResolvers,
  '__resolveReference' | 'id' | 'bornIn' | 'identityNumberMasked' | 'township' | 'school' | 'schoolClass'
> = {
  __resolveReference: ({ id }, { students }) => students.findByGlobalId(id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  bornIn: ({ bornOn }) => maskBirthDate(bornOn),
  identityNumberMasked: ({ id, identityNumber }, _, { sealer }) =>
    identityNumber && maskIdentityNumber(sealer.open(identityNumber, `student.identity_number:${id}`)),
  township: ({ townshipCode }, _, { townships }) => townships.get(townshipCode),
  school: ({ schoolId }, _, { schools }) => schools.find(schoolId),
  schoolClass: ({ classId }, _, { classes }) => classes.find(classId),
};
