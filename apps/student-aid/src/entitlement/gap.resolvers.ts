import { formatGlobalId, idsInCounty } from '@bureau/subgraph';
import type { AidGapFilter, AidGapResolvers, QueryResolvers } from '../__generated__/graphql.ts';
import { termArguments } from '../calendar/term.resolvers.ts';
import { GAP_REASONS } from './entitlement.rules.ts';
import type { GapCriteria } from './gap.repository.ts';

function criteriaOf(filter: AidGapFilter | null | undefined, county: string): GapCriteria {
  const { terms, programmes, schools, townships, reasons } = filter ?? {};
  return {
    terms: terms ? termArguments(terms, 'filter.terms') : null,
    programmeCodes: programmes ?? null,
    schoolIds: schools ? idsInCounty(schools, county, 'filter.schools') : null,
    townshipCodes: townships ?? null,
    reasons: reasons ?? null,
  };
}

export const gapQueries: Pick<QueryResolvers, 'aidGaps' | 'aidGapGroups'> = {
  aidGaps: (_, { kind, filter, orderBy, ...page }, { actor, gaps }) =>
    gaps.list(kind, criteriaOf(filter, actor.scope.county), orderBy, page),
  aidGapGroups: async (_, { kind, filter, groupBy }, { actor, gaps }) => {
    const { county } = actor.scope;
    const groups = await gaps.countGroups(kind, criteriaOf(filter, county), groupBy);
    return groups.map(({ key, ...counts }) => ({
      ...counts,
      key: groupBy === 'SCHOOL' && key ? formatGlobalId({ county, id: key }) : key,
    }));
  },
};

type Fields = 'id' | 'student' | 'studentName' | 'programme' | 'term' | 'award' | 'reasons' | 'school' | 'township';

export const gapFields: Pick<AidGapResolvers, Fields> = {
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  student: ({ countyCode, studentId }) => ({ county: countyCode, id: studentId }),
  studentName: ({ studentId }, _, { roster }) => roster.findStudentName(studentId),
  programme: ({ programmeCode }, _, { programmes }) => programmes.get(programmeCode),
  term: ({ schoolYear, season }) => ({ schoolYear, season }),
  award: ({ awardId }, _, { awards }) => (awardId ? awards.find(awardId) : null),
  reasons: ({ reasons }) => GAP_REASONS.filter((reason) => reasons.includes(reason)),
  school: ({ countyCode, schoolId }) => (schoolId === null ? null : { county: countyCode, id: schoolId }),
  township: ({ townshipCode }) => ({ code: townshipCode }),
};
