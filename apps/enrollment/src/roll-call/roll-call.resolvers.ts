import { formatGlobalId, idsInCounty } from '@bureau/subgraph';
import type {
  AbsenceResolvers,
  MutationResolvers,
  QueryResolvers,
  RollCallResolvers,
  StudentResolvers,
} from '../__generated__/graphql.ts';
import { correctionError, rollCallError } from './roll-call-errors.resolvers.ts';

export const rollCallQueries: Pick<QueryResolvers, 'rollCalls'> = {
  rollCalls: (_, { filter, orderBy, ...page }, { actor, rollCalls }) => {
    const { schools, classes, from, to } = filter ?? {};
    const { county } = actor.scope;
    const criteria = {
      schoolIds: schools ? idsInCounty(schools, county, 'filter.schools') : null,
      classIds: classes ? idsInCounty(classes, county, 'filter.classes') : null,
      from: from ?? null,
      to: to ?? null,
    };
    return rollCalls.list(criteria, orderBy, page);
  },
};

export const rollCallMutations: Pick<MutationResolvers, 'rollCallRecord' | 'rollCallCorrect'> = {
  rollCallRecord: async (_, { input }, { rollCalls, rollCallTaking, language }) => {
    const { rollCallId, refusals } = await rollCallTaking.record(input);
    rollCalls.forget();
    const rollCall = rollCallId ? await rollCalls.find(rollCallId) : null;
    return { rollCall, userErrors: refusals.map((refusal) => rollCallError(refusal, language)) };
  },
  rollCallCorrect: async (_, { input }, { rollCalls, rollCallTaking, language }) => {
    const { rollCallId, refusals } = await rollCallTaking.correct(input);
    rollCalls.forget();
    const rollCall = rollCallId ? await rollCalls.find(rollCallId) : null;
    return { rollCall, userErrors: refusals.map((refusal) => correctionError(refusal, language)) };
  },
};

export const studentAbsenceFields: Pick<StudentResolvers, 'absenceStreak'> = {
  absenceStreak: ({ id }, _, { rollCalls }) => rollCalls.findStreak(id),
};

export const rollCallFields: Pick<RollCallResolvers, 'id' | 'schoolClass' | 'absences'> = {
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  schoolClass: ({ classId }, _, { classes }) => classes.find(classId),
  absences: ({ id }, _, { rollCalls }) => rollCalls.listAbsences(id),
};

export const absenceFields: Pick<AbsenceResolvers, 'student'> = {
  student: ({ studentId }, _, { students }) => students.find(studentId),
};
