export const ROOM_KINDS = ['CLASSROOM', 'FUNCTION_ROOM', 'INTERACTIVE_ROOM'] as const;
/** What a room is for. */
export type RoomKind = (typeof ROOM_KINDS)[number];

export const UPGRADE_KINDS = [
  'ACCESS',
  'CLASSROOM_NETWORK',
  'MULTIMEDIA',
  'WIFI',
  'TERMINALS',
  'INTERACTIVE_ROOM',
] as const;
/** What an upgrade improves (提档升级). */
export type UpgradeKind = (typeof UPGRADE_KINDS)[number];

export const UPGRADE_STATES = ['PLANNED', 'UNDER_WAY', 'ACCEPTED', 'ABANDONED'] as const;
/** How far an upgrade has come. */
export type UpgradeState = (typeof UPGRADE_STATES)[number];
