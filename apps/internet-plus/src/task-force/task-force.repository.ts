import type { Connection } from '@bureau/subgraph';
import { RecordList } from '../record/record-list.repository.ts';
import { type ExpertEngagement, ExpertEngagementEntity } from './expert-engagement.entity.ts';
import { type EngagementFollowUp, EngagementFollowUpEntity } from './engagement-follow-up.entity.ts';
import { type BoardTask, BoardTaskEntity } from './board-task.entity.ts';
import { type BoardBlock, BoardBlockEntity } from './board-block.entity.ts';
import { type SecuritySystem, SecuritySystemEntity } from './security-system.entity.ts';
import { type SecurityIncident, SecurityIncidentEntity } from './security-incident.entity.ts';

export type ExpertEngagementConnection = Connection<ExpertEngagement>;

/** Visits and courses by experts (专家指导). */
export const expertEngagements = new RecordList(ExpertEngagementEntity, {
  conditions: {
    kinds: 'row.kind = ANY(:kinds)',
    schools: 'row.schools && CAST(:schools AS uuid[])',
    from: 'row.heldOn >= CAST(:from AS date)',
    until: 'row.heldOn <= CAST(:until AS date)',
  },
  ids: ['schools'],
  orders: {
    HELD_DESC: ['heldOn', 'DESC'],
  },
  groupings: {
    KIND: 'row.kind',
    INSTITUTION: 'row.institution',
    MONTH: `to_char(row.heldOn, 'YYYY-MM')`,
  },
  sums: { hours: 'row.hours' },
});

export type EngagementFollowUpConnection = Connection<EngagementFollowUp>;

/** What is to follow from visits (后续任务). */
export const engagementFollowUps = new RecordList(EngagementFollowUpEntity, {
  conditions: {
    engagements: 'row.engagementId = ANY(:engagements)',
    isDone: '(row.doneOn IS NOT NULL) = :isDone',
    lateOn: 'row.dueOn < COALESCE(row.doneOn, CAST(:lateOn AS date))',
  },
  ids: ['engagements'],
  orders: {
    DUE_ASC: ['dueOn', 'ASC'],
  },
});

export type BoardTaskConnection = Connection<BoardTask>;

/** The board of the task force (专班任务). */
export const boardTasks = new RecordList(BoardTaskEntity, {
  conditions: {
    states: 'row.state = ANY(:states)',
    owners: 'row.owner = ANY(:owners)',
    lateOn: `row.state = 'OPEN' AND row.dueOn < CAST(:lateOn AS date)`,
    isBlocked: `(row.state = 'OPEN' AND EXISTS (SELECT FROM board_block block JOIN board_task first ON first.county_code = block.county_code AND first.id = block.blocker_id WHERE block.county_code = row.county_code AND block.task_id = row.id AND first.state = 'OPEN')) = :isBlocked`,
    closedFrom: 'row.closedOn >= CAST(:closedFrom AS date)',
    closedUntil: 'row.closedOn <= CAST(:closedUntil AS date)',
  },
  orders: {
    DUE_ASC: ['dueOn', 'ASC'],
    DUE_DESC: ['dueOn', 'DESC'],
  },
  groupings: {
    STATE: 'row.state',
    OWNER: 'row.owner',
  },
});

export type BoardBlockConnection = Connection<BoardBlock>;

/** Which task waits for which. */
export const boardBlocks = new RecordList(BoardBlockEntity, {
  conditions: {
    tasks: 'row.taskId = ANY(:tasks)',
  },
  ids: ['tasks'],
  orders: {
    TASK_ASC: ['taskId', 'ASC'],
  },
});

export type SecuritySystemConnection = Connection<SecuritySystem>;

/** The security register (网络安全等级保护). */
export const securitySystems = new RecordList(SecuritySystemEntity, {
  conditions: {
    levels: 'row.level = ANY(:levels)',
    isFiled: '(row.filedOn IS NOT NULL) = :isFiled',
    schools: 'row.schoolId = ANY(:schools)',
    assessmentLateOn: 'row.assessBy < CAST(:assessmentLateOn AS date) AND row.retiredOn IS NULL',
  },
  ids: ['schools'],
  orders: {
    NAME_ASC: ['name', 'ASC'],
    LEVEL_DESC: ['level', 'DESC'],
  },
  groupings: {
    LEVEL: 'row.level',
    FILED: '(row.filedOn IS NOT NULL)',
  },
});

export type SecurityIncidentConnection = Connection<SecurityIncident>;

/** Incidents (网络安全事件). */
export const securityIncidents = new RecordList(SecurityIncidentEntity, {
  conditions: {
    systems: 'row.systemId = ANY(:systems)',
    severities: 'row.severity = ANY(:severities)',
    isHandled: '(row.handledOn IS NOT NULL) = :isHandled',
    from: 'row.happenedAt >= :from',
  },
  ids: ['systems'],
  orders: {
    HAPPENED_DESC: ['happenedAt', 'DESC'],
  },
  groupings: {
    SEVERITY: 'row.severity',
    MONTH: `to_char(row.happenedAt AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')`,
  },
});
