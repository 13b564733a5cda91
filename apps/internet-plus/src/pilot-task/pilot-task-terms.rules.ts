export const PILOT_TASK_KINDS = ['TASK', 'MILESTONE'] as const;
/** What a pilot school owes. */
export type PilotTaskKind = (typeof PILOT_TASK_KINDS)[number];
