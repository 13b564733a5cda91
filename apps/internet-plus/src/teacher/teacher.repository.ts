import type { Connection } from '@bureau/subgraph';
import { RecordList } from '../record/record-list.repository.ts';
import { type Teacher, TeacherEntity } from './teacher.entity.ts';
import { type LiteracyResult, LiteracyResultEntity } from './literacy-result.entity.ts';
import { type MicroCompetence, MicroCompetenceEntity } from './micro-competence.entity.ts';
import { type TrainingRecord, TrainingRecordEntity } from './training-record.entity.ts';
import { type IncentiveRule, IncentiveRuleEntity } from './incentive-rule.entity.ts';

export type TeacherConnection = Connection<Teacher>;

/** Teachers of the schools (教师). */
export const teachers = new RecordList(TeacherEntity, {
  conditions: {
    schools: 'row.schoolId = ANY(:schools)',
    townships: 'row.townshipCode = ANY(:townships)',
    roles: 'row.role = ANY(:roles)',
    subjects: 'row.subject = ANY(:subjects)',
    atSchoolOn:
      'row.startsOn <= CAST(:atSchoolOn AS date) AND (row.leftOn IS NULL OR row.leftOn > CAST(:atSchoolOn AS date))',
    lacksLiteracyTestIn:
      'NOT EXISTS (SELECT FROM literacy_result result WHERE result.county_code = row.county_code AND result.teacher_id = row.id AND result.year = :lacksLiteracyTestIn)',
  },
  ids: ['schools'],
  orders: {
    NAME_ASC: ['name', 'ASC'],
  },
  groupings: {
    TOWNSHIP: 'row.townshipCode',
    SCHOOL: 'row.schoolId',
    ROLE: 'row.role',
    SUBJECT: 'row.subject',
  },
});

export type LiteracyResultConnection = Connection<LiteracyResult>;

/** Results of the literacy test (信息素养测评). */
export const literacyResults = new RecordList(LiteracyResultEntity, {
  conditions: {
    schools: 'row.schoolId = ANY(:schools)',
    townships: 'row.townshipCode = ANY(:townships)',
    teachers: 'row.teacherId = ANY(:teachers)',
    years: 'row.year = ANY(:years)',
    levels: 'row.level = ANY(:levels)',
  },
  ids: ['schools', 'teachers'],
  orders: {
    SCORE_DESC: ['score', 'DESC'],
    SCORE_ASC: ['score', 'ASC'],
    YEAR_DESC: ['year', 'DESC'],
  },
  groupings: {
    TOWNSHIP: 'row.townshipCode',
    SCHOOL: 'row.schoolId',
    LEVEL: 'row.level',
    YEAR: 'row.year',
  },
});

export type MicroCompetenceConnection = Connection<MicroCompetence>;

/** Micro-competences that were assessed (微能力点). */
export const microCompetences = new RecordList(MicroCompetenceEntity, {
  conditions: {
    schools: 'row.schoolId = ANY(:schools)',
    townships: 'row.townshipCode = ANY(:townships)',
    teachers: 'row.teacherId = ANY(:teachers)',
    codes: 'row.code = ANY(:codes)',
    levels: 'row.level = ANY(:levels)',
  },
  ids: ['schools', 'teachers'],
  orders: {
    ASSESSED_DESC: ['assessedOn', 'DESC'],
  },
  groupings: {
    TOWNSHIP: 'row.townshipCode',
    SCHOOL: 'row.schoolId',
    CODE: 'row.code',
    LEVEL: 'row.level',
  },
});

export type TrainingRecordConnection = Connection<TrainingRecord>;

/** Trainings of teachers (研修学时). */
export const trainingRecords = new RecordList(TrainingRecordEntity, {
  conditions: {
    schools: 'row.schoolId = ANY(:schools)',
    townships: 'row.townshipCode = ANY(:townships)',
    teachers: 'row.teacherId = ANY(:teachers)',
    methods: 'row.method = ANY(:methods)',
    from: 'row.endedOn >= CAST(:from AS date)',
    until: 'row.endedOn <= CAST(:until AS date)',
  },
  ids: ['schools', 'teachers'],
  orders: {
    ENDED_DESC: ['endedOn', 'DESC'],
  },
  groupings: {
    TOWNSHIP: 'row.townshipCode',
    SCHOOL: 'row.schoolId',
    METHOD: 'row.method',
  },
  sums: { hours: 'row.hours' },
});

export type IncentiveRuleConnection = Connection<IncentiveRule>;

/** What earns points (激励机制). */
export const incentiveRules = new RecordList(IncentiveRuleEntity, {
  conditions: {
    sources: 'row.source = ANY(:sources)',
  },
  orders: {
    FROM_DESC: ['validFrom', 'DESC'],
  },
});
