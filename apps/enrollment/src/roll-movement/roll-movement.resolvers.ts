import { formatGlobalId, idsInCounty } from '@bureau/subgraph';
import type {
  MutationResolvers,
  QueryResolvers,
  RollMovementFilter,
  RollMovementResolvers,
  StudentResolvers,
} from '../__generated__/graphql.ts';
import type { Context } from '../context.ts';
import { requireScope } from '../require-scope.ts';
import { brokenAnswer } from '../rule-broken/rule-broken.resolvers.ts';
import { movementCode, needsCounty } from './movement-code.rules.ts';
import { movementSentences } from './roll-movement-sentences.resolvers.ts';
import type { MovementInput } from './roll-movement.service.ts';
import type { RollMovementCriteria } from './roll-movement.repository.ts';

function criteriaOf(filter: RollMovementFilter | null | undefined, county: string): RollMovementCriteria {
  const { schools, students, ...criteria } = filter ?? {};
  return {
    ...criteria,
    schoolIds: schools ? idsInCounty(schools, county, 'filter.schools') : null,
    studentIds: students ? idsInCounty(students, county, 'filter.students') : null,
  };
}

export const rollMovementQueries: Pick<QueryResolvers, 'rollMovements' | 'rollMovementGroups'> = {
  rollMovements: (_, { filter, orderBy, ...page }, { actor, movements }) =>
    movements.list(criteriaOf(filter, actor.scope.county), orderBy, page),
  rollMovementGroups: async (_, { filter, groupBy }, { actor, movements }) => {
    if (filter?.students) requireScope(actor, 'students:read');
    const { county } = actor.scope;
    const groups = await movements.countGroups(criteriaOf(filter, county), groupBy);
    if (groupBy !== 'TO_SCHOOL') return groups;
    return groups.map(({ key, count }) => ({ key: formatGlobalId({ county, id: key }), count }));
  },
};

async function recorded(operation: string, input: MovementInput, context: Context) {
  const { movements, students, language } = context;
  const { movementId, studentId, refusals } = await movements.record(operation, input);
  return {
    movement: movementId ? await movements.find(movementId) : null,
    student: studentId ? await students.find(studentId) : null,
    userErrors: refusals.map((refusal) => brokenAnswer(refusal, movementSentences, language)),
  };
}

export const rollMovementMutations: Pick<MutationResolvers, 'rollMovementRecord' | 'seniorRollEnd'> = {
  rollMovementRecord: (_, { input }, context) => {
    if (needsCounty(input.kind)) requireScope(context.actor, 'roll:decide');
    return recorded('rollMovementRecord', input, context);
  },
  seniorRollEnd: (_, { input }, context) => recorded('seniorRollEnd', input, context),
};

export const studentMovementFields: Pick<StudentResolvers, 'movements'> = {
  movements: ({ id }, _, { movements }) => movements.listOfStudent(id),
};

export const rollMovementFields: Pick<
  RollMovementResolvers,
  '__resolveReference' | 'id' | 'code' | 'student' | 'fromSchool' | 'fromClass' | 'toSchool' | 'toClass'
> = {
  __resolveReference: ({ id }, { movements }) => movements.findByGlobalId(id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  code: ({ kind }) => movementCode(kind),
  student: ({ studentId }, _, { students }) => students.find(studentId),
  fromSchool: ({ fromSchoolId }, _, { schools }) => (fromSchoolId ? schools.find(fromSchoolId) : null),
  fromClass: ({ fromClassId }, _, { classes }) => (fromClassId ? classes.find(fromClassId) : null),
  toSchool: ({ toSchoolId }, _, { schools }) => schools.find(toSchoolId),
  toClass: ({ toClassId }, _, { classes }) => classes.find(toClassId),
};
