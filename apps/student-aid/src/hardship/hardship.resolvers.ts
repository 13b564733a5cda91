import { formatGlobalId, idsInCounty, yearArgument } from '@bureau/subgraph';
import type {
  HardshipRecognitionFilter,
  HardshipRecognitionResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../__generated__/graphql.ts';
import { aidErrors, rowAnswers } from '../refusal/refusal.resolvers.ts';
import { requireOneOf } from '../require-scope.ts';
import { ACT_SCOPES } from '../review/review.rules.ts';
import type { HardshipCriteria } from './hardship.repository.ts';

const GROUPINGS = {
  STATE: 'state',
  LEVEL: 'level',
  SCHOOL: 'schoolId',
  TOWNSHIP: 'townshipCode',
  STATION: 'stationCode',
} as const;

function criteriaOf(filter: HardshipRecognitionFilter | null | undefined, county: string): HardshipCriteria {
  const { schoolYear, schools, townships, stations, ...criteria } = filter ?? {};
  return {
    ...criteria,
    schoolYear: schoolYear == null ? null : yearArgument(schoolYear, 'filter.schoolYear'),
    schoolIds: schools ? idsInCounty(schools, county, 'filter.schools') : null,
    townshipCodes: townships ?? null,
    stationCodes: stations ?? null,
  };
}

type Queries = 'hardshipRecognition' | 'hardshipRecognitions' | 'hardshipRecognitionGroups';

export const hardshipQueries: Pick<QueryResolvers, Queries> = {
  hardshipRecognition: (_, { id }, { hardship }) => hardship.findByGlobalId(id),
  hardshipRecognitions: (_, { filter, orderBy, ...page }, { actor, hardship }) =>
    hardship.list(criteriaOf(filter, actor.scope.county), orderBy, page),
  hardshipRecognitionGroups: async (_, { filter, groupBy }, { actor, hardship }) => {
    const { county } = actor.scope;
    const groups = await hardship.countGroups(criteriaOf(filter, county), GROUPINGS[groupBy]);
    return groups.map(({ key, count }) => ({
      key: groupBy === 'SCHOOL' && key ? formatGlobalId({ county, id: key }) : key,
      count,
    }));
  },
};

type Mutations = 'hardshipRecognitionsFile' | 'hardshipRecognitionsAdvance' | 'hardshipRecognitionAdjust';

export const hardshipMutations: Pick<MutationResolvers, Mutations> = {
  hardshipRecognitionsFile: async (_, { input }, context) => {
    context.hardship.forget();
    const rows = input.rows.map((row) => ({ ...row, categories: row.categories ?? [], station: row.station ?? null }));
    const schoolYear = yearArgument(input.schoolYear, 'input.schoolYear');
    const outcome = await context.hardshipFiling.file({ ...input, schoolYear, rows });
    return {
      recognitions: await context.hardship.listByIds(outcome.ids),
      rows: rowAnswers(outcome.rows, context),
      userErrors: aidErrors(outcome.refusals, context),
    };
  },
  hardshipRecognitionsAdvance: async (_, { input }, context) => {
    requireOneOf(context, ACT_SCOPES[input.act]);
    context.hardship.forget();
    const outcome = await context.reviews.advance('hardship_recognition', input);
    return {
      recognitions: await context.hardship.listByIds(outcome.ids),
      rows: rowAnswers(outcome.rows, context),
      userErrors: aidErrors(outcome.refusals, context),
    };
  },
  hardshipRecognitionAdjust: async (_, { input }, context) => {
    context.hardship.forget();
    const { id, refusals } = await context.hardshipFiling.adjust({ ...input, level: input.level ?? null });
    const [recognition] = id ? await context.hardship.listByIds([id]) : [];
    return { recognition: recognition ?? null, userErrors: aidErrors(refusals, context) };
  },
};

type Fields = '__resolveReference' | 'id' | 'student' | 'studentName' | 'levelIn' | 'school' | 'station' | 'steps';

export const hardshipFields: Pick<HardshipRecognitionResolvers, Fields> = {
  __resolveReference: ({ id }, { hardship }) => hardship.findByGlobalId(id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  student: ({ countyCode, studentId }) => ({ county: countyCode, id: studentId }),
  studentName: ({ studentId }, _, { roster }) => roster.findStudentName(studentId),
  levelIn: (recognition, { season }, { hardship }) => hardship.levelIn(recognition, season),
  school: ({ countyCode, schoolId }) => ({ county: countyCode, id: schoolId }),
  station: ({ stationCode }) => stationCode,
  steps: ({ id }, _, { workflow }) => workflow.listSteps(id),
};
