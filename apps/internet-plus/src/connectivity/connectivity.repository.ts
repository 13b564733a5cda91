import type { Connection } from '@bureau/subgraph';
import { RecordList } from '../record/record-list.repository.ts';
import { type Classroom, ClassroomEntity } from './classroom.entity.ts';
import { type BandwidthContract, BandwidthContractEntity } from './bandwidth-contract.entity.ts';
import { type SpeedTest, SpeedTestEntity } from './speed-test.entity.ts';
import { type UpgradeProject, UpgradeProjectEntity } from './upgrade-project.entity.ts';
import { type UpgradeMilestone, UpgradeMilestoneEntity } from './upgrade-milestone.entity.ts';

export type ClassroomConnection = Connection<Classroom>;

/** The rooms of the schools (教室). */
export const classrooms = new RecordList(ClassroomEntity, {
  conditions: {
    schools: 'row.schoolId = ANY(:schools)',
    townships: 'row.townshipCode = ANY(:townships)',
    kinds: 'row.kind = ANY(:kinds)',
    hasMultimedia: 'row.hasMultimedia = :hasMultimedia',
    hasWifi: 'row.hasWifi = :hasWifi',
    usedOn: '(row.closedOn IS NULL OR row.closedOn > CAST(:usedOn AS date))',
  },
  ids: ['schools'],
  orders: {
    NAME_ASC: ['name', 'ASC'],
    NAME_DESC: ['name', 'DESC'],
  },
  groupings: {
    TOWNSHIP: 'row.townshipCode',
    SCHOOL: 'row.schoolId',
    KIND: 'row.kind',
    MULTIMEDIA: 'row.hasMultimedia',
    WIFI: 'row.hasWifi',
  },
});

export type BandwidthContractConnection = Connection<BandwidthContract>;

/** The lines of the schools (宽带合同). */
export const bandwidthContracts = new RecordList(BandwidthContractEntity, {
  conditions: {
    schools: 'row.schoolId = ANY(:schools)',
    townships: 'row.townshipCode = ANY(:townships)',
    operators: 'row.operator = ANY(:operators)',
    inForceOn: 'CAST(:inForceOn AS date) BETWEEN row.startsOn AND row.endsOn',
    endsBefore: 'row.endsOn < CAST(:endsBefore AS date)',
  },
  ids: ['schools'],
  orders: {
    ENDS_ASC: ['endsOn', 'ASC'],
    MBPS_DESC: ['mbps', 'DESC'],
    MBPS_ASC: ['mbps', 'ASC'],
  },
  groupings: {
    TOWNSHIP: 'row.townshipCode',
    SCHOOL: 'row.schoolId',
    OPERATOR: 'row.operator',
  },
});

export type SpeedTestConnection = Connection<SpeedTest>;

/** Measurements of the network (测速). */
export const speedTests = new RecordList(SpeedTestEntity, {
  conditions: {
    schools: 'row.schoolId = ANY(:schools)',
    townships: 'row.townshipCode = ANY(:townships)',
    classrooms: 'row.classroomId = ANY(:classrooms)',
    isOfClassroom: '(row.classroomId IS NOT NULL) = :isOfClassroom',
    measuredFrom: 'row.measuredAt >= :measuredFrom',
    measuredBefore: 'row.measuredAt < :measuredBefore',
    belowKbps: 'row.downKbps < :belowKbps',
  },
  ids: ['schools', 'classrooms'],
  orders: {
    MEASURED_DESC: ['measuredAt', 'DESC'],
    MEASURED_ASC: ['measuredAt', 'ASC'],
    DOWN_ASC: ['downKbps', 'ASC'],
  },
  groupings: {
    TOWNSHIP: 'row.townshipCode',
    SCHOOL: 'row.schoolId',
    MONTH: `to_char(row.measuredAt AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')`,
  },
});

export type UpgradeProjectConnection = Connection<UpgradeProject>;

/** Upgrades of the schools (提档升级项目). */
export const upgradeProjects = new RecordList(UpgradeProjectEntity, {
  conditions: {
    schools: 'row.schoolId = ANY(:schools)',
    townships: 'row.townshipCode = ANY(:townships)',
    kinds: 'row.kind = ANY(:kinds)',
    states: 'row.state = ANY(:states)',
    lateOn: `row.dueOn < COALESCE(row.endedOn, CAST(:lateOn AS date)) AND row.state <> 'ABANDONED'`,
  },
  ids: ['schools'],
  orders: {
    DUE_ASC: ['dueOn', 'ASC'],
    DUE_DESC: ['dueOn', 'DESC'],
  },
  groupings: {
    TOWNSHIP: 'row.townshipCode',
    SCHOOL: 'row.schoolId',
    KIND: 'row.kind',
    STATE: 'row.state',
  },
});

export type UpgradeMilestoneConnection = Connection<UpgradeMilestone>;

/** Milestones of upgrades (里程碑). */
export const upgradeMilestones = new RecordList(UpgradeMilestoneEntity, {
  conditions: {
    schools: 'row.schoolId = ANY(:schools)',
    projects: 'row.projectId = ANY(:projects)',
    isDone: '(row.doneOn IS NOT NULL) = :isDone',
    lateOn: 'row.dueOn < COALESCE(row.doneOn, CAST(:lateOn AS date))',
  },
  ids: ['schools', 'projects'],
  orders: {
    DUE_ASC: ['dueOn', 'ASC'],
    DUE_DESC: ['dueOn', 'DESC'],
  },
});
