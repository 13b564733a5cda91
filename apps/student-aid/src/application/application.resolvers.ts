import { formatGlobalId, idsInCounty, yearArgument } from '@bureau/subgraph';
import type {
  AidApplicationFilter,
  AidApplicationResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../__generated__/graphql.ts';
import { termArgument, termArguments } from '../calendar/term.resolvers.ts';
import { aidErrors, rowAnswers } from '../refusal/refusal.resolvers.ts';
import { requireOneOf } from '../require-scope.ts';
import { ACT_SCOPES } from '../review/review.rules.ts';
import type { ApplicationCriteria } from './application.repository.ts';

const GROUPINGS = {
  STATE: 'state',
  PROGRAMME: 'programmeCode',
  SCHOOL: 'schoolId',
  TOWNSHIP: 'townshipCode',
  STATION: 'stationCode',
} as const;

function criteriaOf(filter: AidApplicationFilter | null | undefined, county: string): ApplicationCriteria {
  const { schoolYear, terms, programmes, schools, townships, stations, ...criteria } = filter ?? {};
  return {
    ...criteria,
    schoolYear: schoolYear == null ? null : yearArgument(schoolYear, 'filter.schoolYear'),
    terms: terms ? termArguments(terms, 'filter.terms') : null,
    programmeCodes: programmes ?? null,
    schoolIds: schools ? idsInCounty(schools, county, 'filter.schools') : null,
    townshipCodes: townships ?? null,
    stationCodes: stations ?? null,
  };
}

export const applicationQueries: Pick<QueryResolvers, 'aidApplication' | 'aidApplications' | 'aidApplicationGroups'> = {
  aidApplication: (_, { id }, { applications }) => applications.findByGlobalId(id),
  aidApplications: (_, { filter, orderBy, ...page }, { actor, applications }) =>
    applications.list(criteriaOf(filter, actor.scope.county), orderBy, page),
  aidApplicationGroups: async (_, { filter, groupBy }, { actor, applications }) => {
    const { county } = actor.scope;
    const groups = await applications.countGroups(criteriaOf(filter, county), GROUPINGS[groupBy]);
    return groups.map(({ key, count }) => ({
      key: groupBy === 'SCHOOL' && key ? formatGlobalId({ county, id: key }) : key,
      count,
    }));
  },
};

type Mutations = 'aidApplicationsFile' | 'aidApplicationsAdvance' | 'aidWaiverDeclare';

export const applicationMutations: Pick<MutationResolvers, Mutations> = {
  aidApplicationsFile: async (_, { input }, context) => {
    context.applications.forget();
    const rows = input.rows.map(({ student, station }) => ({ student, station: station ?? null }));
    const term = termArgument(input.term, 'input.term');
    const outcome = await context.applicationFiling.file({ ...input, term, rows });
    return {
      applications: await context.applications.listByIds(outcome.ids),
      rows: rowAnswers(outcome.rows, context),
      userErrors: aidErrors(outcome.refusals, context),
    };
  },
  aidApplicationsAdvance: async (_, { input }, context) => {
    requireOneOf(context, ACT_SCOPES[input.act]);
    context.applications.forget();
    const outcome = await context.reviews.advance('aid_application', input);
    return {
      applications: await context.applications.listByIds(outcome.ids),
      rows: rowAnswers(outcome.rows, context),
      userErrors: aidErrors(outcome.refusals, context),
    };
  },
  aidWaiverDeclare: async (_, { input }, context) => {
    const term = termArgument(input.term, 'input.term');
    const refusals = await context.applicationFiling.waive({ ...input, term });
    return { isDeclared: refusals.length === 0, userErrors: aidErrors(refusals, context) };
  },
};

type Fields =
  '__resolveReference' | 'id' | 'student' | 'studentName' | 'programme' | 'term' | 'school' | 'station' | 'steps';

export const applicationFields: Pick<AidApplicationResolvers, Fields> = {
  __resolveReference: ({ id }, { applications }) => applications.findByGlobalId(id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  student: ({ countyCode, studentId }) => ({ county: countyCode, id: studentId }),
  studentName: ({ studentId }, _, { roster }) => roster.findStudentName(studentId),
  programme: ({ programmeCode }, _, { programmes }) => programmes.get(programmeCode),
  term: ({ schoolYear, season }) => ({ schoolYear, season }),
  school: ({ countyCode, schoolId }) => ({ county: countyCode, id: schoolId }),
  station: ({ stationCode }) => stationCode,
  steps: ({ id }, _, { workflow }) => workflow.listSteps(id),
};
