import type { QueryResolvers, Resolvers } from '../__generated__/graphql.ts';
import { globalIdOf } from '../record/record.service.ts';
import {
  classroomPairings,
  lessonSessions,
  pairingReceivers,
  requiredSubjects,
  sessionParties,
  subjectShortages,
} from './three-classrooms.repository.ts';

export const threeClassroomsQueries = {
  classroomPairing: (_, { id }, { records }) => records.of(classroomPairings).findByGlobalId(id),
  classroomPairings: (_, asked, { records }) => records.of(classroomPairings).list(asked),
  classroomPairingGroups: (_, asked, { records }) => records.of(classroomPairings).groups(asked),
  pairingReceivers: (_, asked, { records }) => records.of(pairingReceivers).list(asked),
  pairingReceiverGroups: (_, asked, { records }) => records.of(pairingReceivers).groups(asked),
  lessonSession: (_, { id }, { records }) => records.of(lessonSessions).findByGlobalId(id),
  lessonSessions: (_, asked, { records }) => records.of(lessonSessions).list(asked),
  lessonSessionGroups: (_, asked, { records }) => records.of(lessonSessions).groups(asked),
  sessionParties: (_, asked, { records }) => records.of(sessionParties).list(asked),
  requiredSubjects: (_, asked, { records }) => records.of(requiredSubjects).list(asked),
  subjectShortage: (_, { id }, { records }) => records.of(subjectShortages).findByGlobalId(id),
  subjectShortages: (_, asked, { records }) => records.of(subjectShortages).list(asked),
  subjectShortageGroups: (_, asked, { records }) => records.of(subjectShortages).groups(asked),
} satisfies Partial<QueryResolvers>;

export const threeClassroomsTypes = {
  ClassroomPairing: {
    __resolveReference: ({ id }, { records }) => records.of(classroomPairings).findByGlobalId(id),
    id: globalIdOf,
    leadSchool: ({ countyCode, leadSchoolId }) => ({ countyCode, id: leadSchoolId }),
    receivers: ({ id }, _, { records }) => records.of(pairingReceivers).of('pairingId', id, 'SCHOOL_ASC'),
  },
  PairingReceiver: {
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
    pairing: ({ pairingId }, _, { records }) => records.of(classroomPairings).find(pairingId),
    leadSchool: ({ countyCode, leadSchoolId }) => ({ countyCode, id: leadSchoolId }),
  },
  LessonSession: {
    __resolveReference: ({ id }, { records }) => records.of(lessonSessions).findByGlobalId(id),
    id: globalIdOf,
    pairing: ({ pairingId }, _, { records }) => records.of(classroomPairings).find(pairingId),
    leadSchool: ({ countyCode, leadSchoolId }) => ({ countyCode, id: leadSchoolId }),
    parties: ({ id }, _, { records }) => records.of(sessionParties).of('sessionId', id, 'ROLE_ASC'),
    startsAt: ({ startsAt }) => startsAt.slice(0, 5),
    endsAt: ({ endsAt }) => endsAt.slice(0, 5),
  },
  SessionParty: {
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
    session: ({ sessionId }, _, { records }) => records.of(lessonSessions).find(sessionId),
  },
  RequiredSubject: {
    id: globalIdOf,
  },
  SubjectShortage: {
    __resolveReference: ({ id }, { records }) => records.of(subjectShortages).findByGlobalId(id),
    id: globalIdOf,
    school: ({ countyCode, schoolId }) => ({ countyCode, id: schoolId }),
  },
} satisfies Partial<Resolvers>;
