import { yearArgument } from '@bureau/subgraph';
import type { QueryResolvers, Resolvers } from '../__generated__/graphql.ts';
import { globalIdOf } from '../record/record.service.ts';
import { incentiveRules, literacyResults, microCompetences, teachers, trainingRecords } from './teacher.repository.ts';

export const teacherQueries = {
  teacher: (_, { id }, { records }) => records.of(teachers).findByGlobalId(id),
  teachers: (_, asked, { records }) => records.of(teachers).list(asked),
  teacherGroups: (_, asked, { records }) => records.of(teachers).groups(asked),
  literacyResults: (_, asked, { records }) => records.of(literacyResults).list(asked),
  literacyResultGroups: (_, asked, { records }) => records.of(literacyResults).groups(asked),
  microCompetences: (_, asked, { records }) => records.of(microCompetences).list(asked),
  microCompetenceGroups: (_, asked, { records }) => records.of(microCompetences).groups(asked),
  trainingRecords: (_, asked, { records }) => records.of(trainingRecords).list(asked),
  trainingRecordGroups: (_, asked, { records }) => records.of(trainingRecords).groups(asked),
  incentiveRules: (_, asked, { records }) => records.of(incentiveRules).list(asked),
} satisfies Partial<QueryResolvers>;

export const teacherTypes = {
  Teacher: {
    __resolveReference: ({ id }, { records }) => records.of(teachers).findByGlobalId(id),
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
    literacyResults: ({ id }, _, { records }) => records.of(literacyResults).of('teacherId', id, 'YEAR_DESC'),
    microCompetences: ({ id }, _, { records }) => records.of(microCompetences).of('teacherId', id, 'ASSESSED_DESC'),
    trainings: ({ id }, _, { records }) => records.of(trainingRecords).of('teacherId', id, 'ENDED_DESC'),
    incentiveScore: ({ id }, { year }, { incentives }) => incentives.score(id, yearArgument(year, 'year')),
  },
  LiteracyResult: {
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
    teacher: ({ teacherId }, _, { records }) => records.of(teachers).find(teacherId),
  },
  MicroCompetence: {
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
    teacher: ({ teacherId }, _, { records }) => records.of(teachers).find(teacherId),
  },
  TrainingRecord: {
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
    teacher: ({ teacherId }, _, { records }) => records.of(teachers).find(teacherId),
  },
  IncentiveRule: {
    id: globalIdOf,
  },
} satisfies Partial<Resolvers>;
