import type { Connection } from '@bureau/subgraph';
import { RecordList } from '../record/record-list.repository.ts';
import { type ClassroomPairing, ClassroomPairingEntity } from './classroom-pairing.entity.ts';
import { type PairingReceiver, PairingReceiverEntity } from './pairing-receiver.entity.ts';
import { type LessonSession, LessonSessionEntity } from './lesson-session.entity.ts';
import { type SessionParty, SessionPartyEntity } from './session-party.entity.ts';
import { type RequiredSubject, RequiredSubjectEntity } from './required-subject.entity.ts';
import { type SubjectShortage, SubjectShortageEntity } from './subject-shortage.entity.ts';

export type ClassroomPairingConnection = Connection<ClassroomPairing>;

/** Agreements between schools (结对). */
export const classroomPairings = new RecordList(ClassroomPairingEntity, {
  conditions: {
    leadSchools: 'row.leadSchoolId = ANY(:leadSchools)',
    receivers:
      'EXISTS (SELECT FROM pairing_receiver receiver WHERE receiver.county_code = row.county_code AND receiver.pairing_id = row.id AND receiver.school_id = ANY(:receivers))',
    kinds: 'row.kind = ANY(:kinds)',
    inForceOn:
      'row.startsOn <= CAST(:inForceOn AS date) AND (row.endsOn IS NULL OR row.endsOn >= CAST(:inForceOn AS date))',
  },
  ids: ['leadSchools', 'receivers'],
  orders: {
    STARTS_DESC: ['startsOn', 'DESC'],
    STARTS_ASC: ['startsOn', 'ASC'],
  },
  groupings: {
    KIND: 'row.kind',
    LEAD_SCHOOL: 'row.leadSchoolId',
  },
});

export type PairingReceiverConnection = Connection<PairingReceiver>;

/** Pairs of a lead and a receiving school. */
export const pairingReceivers = new RecordList(PairingReceiverEntity, {
  conditions: {
    schools: 'row.schoolId = ANY(:schools)',
    townships: 'row.townshipCode = ANY(:townships)',
    pairings: 'row.pairingId = ANY(:pairings)',
    leadSchools: 'row.leadSchoolId = ANY(:leadSchools)',
    inForceOn:
      'EXISTS (SELECT FROM classroom_pairing pairing WHERE pairing.county_code = row.county_code AND pairing.id = row.pairing_id AND pairing.starts_on <= CAST(:inForceOn AS date) AND (pairing.ends_on IS NULL OR pairing.ends_on >= CAST(:inForceOn AS date)))',
    hasMet: `EXISTS (SELECT FROM session_party party JOIN lesson_session lesson ON lesson.county_code = party.county_code AND lesson.id = party.session_id WHERE party.county_code = row.county_code AND lesson.pairing_id = row.pairing_id AND party.school_id = row.school_id AND lesson.state = 'HELD' AND party.was_present) = :hasMet`,
  },
  ids: ['schools', 'pairings', 'leadSchools'],
  orders: {
    SCHOOL_ASC: ['schoolId', 'ASC'],
  },
  groupings: {
    TOWNSHIP: 'row.townshipCode',
    LEAD_SCHOOL: 'row.leadSchoolId',
  },
});

export type LessonSessionConnection = Connection<LessonSession>;

/** Lessons of the three classrooms (开课登记): the timetable, and what became of it. */
export const lessonSessions = new RecordList(LessonSessionEntity, {
  conditions: {
    pairings: 'row.pairingId = ANY(:pairings)',
    schools:
      'EXISTS (SELECT FROM session_party party WHERE party.county_code = row.county_code AND party.session_id = row.id AND party.school_id = ANY(:schools))',
    receivers: `EXISTS (SELECT FROM session_party party WHERE party.county_code = row.county_code AND party.session_id = row.id AND party.role = 'RECEIVER' AND party.school_id = ANY(:receivers))`,
    kinds: 'row.kind = ANY(:kinds)',
    states: 'row.state = ANY(:states)',
    subjects: 'row.subject = ANY(:subjects)',
    grades: 'row.grade = ANY(:grades)',
    from: 'row.heldOn >= CAST(:from AS date)',
    until: 'row.heldOn <= CAST(:until AS date)',
    isMissedOn: `row.state = 'PLANNED' AND row.heldOn < CAST(:isMissedOn AS date)`,
  },
  ids: ['pairings', 'schools', 'receivers'],
  orders: {
    HELD_ASC: ['heldOn', 'ASC'],
    HELD_DESC: ['heldOn', 'DESC'],
  },
  groupings: {
    STATE: 'row.state',
    KIND: 'row.kind',
    SUBJECT: 'row.subject',
    LEAD_SCHOOL: 'row.leadSchoolId',
    PAIRING: 'row.pairingId',
    MONTH: `to_char(row.heldOn, 'YYYY-MM')`,
  },
  sums: { minutes: 'row.minutes' },
});

export type SessionPartyConnection = Connection<SessionParty>;

/** Schools in lessons. */
export const sessionParties = new RecordList(SessionPartyEntity, {
  conditions: {
    schools: 'row.schoolId = ANY(:schools)',
    sessions: 'row.sessionId = ANY(:sessions)',
    roles: 'row.role = ANY(:roles)',
    wasPresent: 'row.wasPresent = :wasPresent',
  },
  ids: ['schools', 'sessions'],
  orders: {
    ROLE_ASC: ['role', 'ASC'],
    HELD_DESC: ['heldOn', 'DESC'],
  },
});

export type RequiredSubjectConnection = Connection<RequiredSubject>;

/** Subjects that schools must offer (国家课程). */
export const requiredSubjects = new RecordList(RequiredSubjectEntity, {
  conditions: {
    requiredOn:
      'row.validFrom <= CAST(:requiredOn AS date) AND (row.validTo IS NULL OR row.validTo > CAST(:requiredOn AS date))',
    grade: ':grade BETWEEN row.gradeFrom AND row.gradeTo',
  },
  orders: {
    SUBJECT_ASC: ['subject', 'ASC'],
  },
});

export type SubjectShortageConnection = Connection<SubjectShortage>;

/** Subjects that schools must offer and cannot. */
export const subjectShortages = new RecordList(SubjectShortageEntity, {
  conditions: {
    schools: 'row.schoolId = ANY(:schools)',
    townships: 'row.townshipCode = ANY(:townships)',
    schoolYear: 'row.schoolYear = :schoolYear',
    subjects: 'row.subject = ANY(:subjects)',
    isMet: `EXISTS (SELECT FROM session_party party JOIN lesson_session lesson ON lesson.county_code = party.county_code AND lesson.id = party.session_id WHERE party.county_code = row.county_code AND party.school_id = row.school_id AND party.role = 'RECEIVER' AND party.was_present AND lesson.state = 'HELD' AND lesson.subject = row.subject AND lesson.grade = row.grade AND lesson.held_on BETWEEN make_date(row.school_year, 9, 1) AND make_date(row.school_year + 1, 8, 31)) = :isMet`,
  },
  ids: ['schools'],
  orders: {
    SUBJECT_ASC: ['subject', 'ASC'],
    GRADE_ASC: ['grade', 'ASC'],
  },
  groupings: {
    TOWNSHIP: 'row.townshipCode',
    SCHOOL: 'row.schoolId',
    SUBJECT: 'row.subject',
    GRADE: 'row.grade',
  },
});
