import { formatGlobalId, idsInCounty, yearArgument } from '@bureau/subgraph';
import type {
  CountyResolvers,
  DropoutCaseFilter,
  DropoutCaseResolvers,
  MutationResolvers,
  QueryResolvers,
  StudentResolvers,
} from '../__generated__/graphql.ts';
import type { Context } from '../context.ts';
import { openingError, returnError } from './dropout-case-errors.resolvers.ts';
import type { DropoutCaseCriteria } from './dropout-case.repository.ts';
import { caseSidesOf, STAGE_OWNER, stagesOwnedBy, waysFrom } from './dropout-stage.rules.ts';

function criteriaOf(
  filter: DropoutCaseFilter | null | undefined,
  { actor, today }: Pick<Context, 'actor' | 'today'>,
): DropoutCaseCriteria {
  const { schools, suspectedInYear, townships, owners, stages, isOverdue, ...criteria } = filter ?? {};
  const { county } = actor.scope;
  const owned = owners ? stagesOwnedBy(owners) : null;
  return {
    ...criteria,
    stages: owned && stages ? owned.filter((stage) => stages.includes(stage)) : (owned ?? stages ?? null),
    townshipCodes: townships ?? null,
    overdue: isOverdue == null ? null : { on: today, isOverdue },
    suspectedInYear: suspectedInYear == null ? null : yearArgument(suspectedInYear, 'filter.suspectedInYear'),
    schoolIds: schools ? idsInCounty(schools, county, 'filter.schools') : null,
  };
}

export const dropoutCaseQueries: Pick<QueryResolvers, 'dropoutCase' | 'dropoutCases' | 'dropoutCaseGroups'> = {
  dropoutCase: (_, { id }, { dropoutCases }) => dropoutCases.findByGlobalId(id),
  dropoutCases: (_, { filter, orderBy, ...page }, context) =>
    context.dropoutCases.list(criteriaOf(filter, context), orderBy, page),
  dropoutCaseGroups: async (_, { filter, groupBy }, context) => {
    const groups = await context.dropoutCases.countGroups(criteriaOf(filter, context), groupBy);
    if (groupBy !== 'SCHOOL') return groups;
    const { county } = context.actor.scope;
    return groups.map(({ key, count }) => ({ key: formatGlobalId({ county, id: key }), count }));
  },
};

export const dropoutCaseMutations: Pick<MutationResolvers, 'dropoutCaseOpen' | 'dropoutCaseReturn'> = {
  dropoutCaseOpen: async (_, { input }, context) => {
    const { dropoutCaseId, refusals } = await context.dropoutOpenings.open(input);
    context.dropoutCases.forget();
    const dropoutCase = dropoutCaseId ? await context.dropoutCases.find(dropoutCaseId) : null;
    return { dropoutCase, userErrors: await Promise.all(refusals.map((refusal) => openingError(refusal, context))) };
  },
  dropoutCaseReturn: async (_, { input }, { dropoutCases, dropoutStages, language }) => {
    const { dropoutCaseId, refusals } = await dropoutStages.recordReturn(input);
    dropoutCases.forget();
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

export const dropoutCaseFields: Pick<
  DropoutCaseResolvers,
  | '__resolveReference'
  | 'id'
  | 'student'
  | 'school'
  | 'formerSchool'
  | 'stageSince'
  | 'isOverdue'
  | 'owner'
  | 'returnChecks'
  | 'isWithdrawn'
  | 'viewerMayGoTo'
> = {
  __resolveReference: ({ id }, { dropoutCases }) => dropoutCases.findByGlobalId(id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  student: ({ studentId }, _, { students }) => students.find(studentId),
  school: ({ schoolId }, _, { schools }) => schools.find(schoolId),
  formerSchool: ({ formerSchoolId }, _, { handovers }) => (formerSchoolId ? handovers.mention(formerSchoolId) : null),
  stageSince: ({ stageSince, suspectedOn }) => stageSince ?? suspectedOn,
  isOverdue: ({ dueOn }, _, { today }) => dueOn !== null && dueOn < today,
  owner: ({ stage }) => STAGE_OWNER[stage],
  returnChecks: (dropoutCase, _, { returnChecks }) => returnChecks.checksOf(dropoutCase),
  isWithdrawn: ({ withdrawnBy }) => withdrawnBy !== null,
  viewerMayGoTo: ({ stage }, _, { actor }) =>
    actor.scopes.has('dropout-cases:write') ? waysFrom(stage, caseSidesOf(actor.scope.reach)).map(({ to }) => to) : [],
};
