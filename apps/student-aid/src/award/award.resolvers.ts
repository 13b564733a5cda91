import { formatTermCode } from '@bureau/calendar';
import { formatYuan } from '@bureau/money';
import { formatGlobalId, idsInCounty, yearArgument } from '@bureau/subgraph';
import type {
  AidAwardFilter,
  AidAwardGrouping,
  AidAwardResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../__generated__/graphql.ts';
import { periodArgument } from '../calendar/period.resolvers.ts';
import { termArgument, termArguments } from '../calendar/term.resolvers.ts';
import { aidErrors } from '../refusal/refusal.resolvers.ts';
import { daysOfMultirange } from './covers.rules.ts';
import type { AwardCriteria, AwardGroup } from './award.repository.ts';

function criteriaOf(filter: AidAwardFilter | null | undefined, county: string): AwardCriteria {
  const { schoolYear, terms, programmes, schools, townships, paidFrom, paidTo, ...criteria } = filter ?? {};
  const paid = periodArgument(['filter.paidFrom', paidFrom], ['filter.paidTo', paidTo]);
  return {
    ...criteria,
    schoolYear: schoolYear == null ? null : yearArgument(schoolYear, 'filter.schoolYear'),
    terms: terms ? termArguments(terms, 'filter.terms') : null,
    programmeCodes: programmes ?? null,
    schoolIds: schools ? idsInCounty(schools, county, 'filter.schools') : null,
    townshipCodes: townships ?? null,
    paid: paid.from === null && paid.to === null ? null : paid,
  };
}

function keyOf({ values: [value, season] }: AwardGroup, groupBy: AidAwardGrouping, county: string): string {
  if (groupBy === 'SCHOOL') return formatGlobalId({ county, id: String(value) });
  if (groupBy === 'TERM')
    return formatTermCode({ schoolYear: Number(value), season: season === 'AUTUMN' ? 'AUTUMN' : 'SPRING' });
  return String(value);
}

export const awardQueries: Pick<QueryResolvers, 'aidAward' | 'aidAwards' | 'aidAwardGroups'> = {
  aidAward: (_, { id }, { awards }) => awards.findByGlobalId(id),
  aidAwards: (_, { filter, orderBy, ...page }, { actor, awards }) =>
    awards.list(criteriaOf(filter, actor.scope.county), orderBy, page),
  aidAwardGroups: async (_, { filter, groupBy }, { actor, awards }) => {
    const { county } = actor.scope;
    const groups = await awards.countGroups(criteriaOf(filter, county), groupBy);
    return groups.map((group) => ({
      ...group,
      key: keyOf(group, groupBy, county),
      amount: formatYuan(BigInt(group.amountFen)),
    }));
  },
};

export const awardMutations: Pick<MutationResolvers, 'aidAwardsGrant'> = {
  aidAwardsGrant: async (_, { input }, context) => {
    const term = termArgument(input.term, 'input.term');
    context.awards.forget();
    const { counts, refusals } = await context.grants.grant({ ...input, term });
    return {
      granted: counts
        .filter(({ obstacle }) => obstacle === null)
        .map(({ programmeCode, count, amountFen }) => ({
          programme: programmeCode,
          count,
          amountFen,
          amount: formatYuan(BigInt(amountFen)),
        })),
      passedOver: counts.flatMap(({ programmeCode, obstacle, count }) =>
        obstacle ? [{ programme: programmeCode, obstacle, count }] : [],
      ),
      userErrors: aidErrors(refusals, context),
    };
  },
};

export const awardFields: Pick<
  AidAwardResolvers,
  | '__resolveReference'
  | 'id'
  | 'student'
  | 'studentName'
  | 'programme'
  | 'term'
  | 'amount'
  | 'school'
  | 'township'
  | 'entitledAmount'
  | 'covers'
  | 'application'
  | 'recognition'
> = {
  __resolveReference: ({ id }, { awards }) => awards.findByGlobalId(id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  student: ({ countyCode, studentId }) => ({ county: countyCode, id: studentId }),
  studentName: ({ studentId }, _, { roster }) => roster.findStudentName(studentId),
  programme: ({ programmeCode }, _, { programmes }) => programmes.get(programmeCode),
  term: ({ schoolYear, season }) => ({ schoolYear, season }),
  amount: ({ amountFen }) => formatYuan(BigInt(amountFen)),
  school: ({ countyCode, schoolId }) => ({ county: countyCode, id: schoolId }),
  township: ({ townshipCode }) => ({ code: townshipCode }),
  entitledAmount: ({ entitledFen }) => formatYuan(BigInt(entitledFen)),
  covers: ({ covers }) => (covers === null ? null : daysOfMultirange(covers)),
  application: async ({ applicationId }, _, { applications }) =>
    applicationId ? ((await applications.listByIds([applicationId]))[0] ?? null) : null,
  recognition: async ({ recognitionId }, _, { hardship }) =>
    recognitionId ? ((await hardship.listByIds([recognitionId]))[0] ?? null) : null,
};
