export const ENGAGEMENT_KINDS = ['GUIDANCE', 'TRAINING', 'PROJECT', 'DIAGNOSIS'] as const;
/** What experts came for (华中师范大学 agreement). */
export type EngagementKind = (typeof ENGAGEMENT_KINDS)[number];

export const BOARD_TASK_STATES = ['OPEN', 'DONE', 'DROPPED'] as const;
/** How a task of the board stands. */
export type BoardTaskState = (typeof BOARD_TASK_STATES)[number];

export const INCIDENT_SEVERITIES = ['MINOR', 'MODERATE', 'SERIOUS', 'GRAVE'] as const;
/** How grave an incident is (网络安全事件). */
export type IncidentSeverity = (typeof INCIDENT_SEVERITIES)[number];
