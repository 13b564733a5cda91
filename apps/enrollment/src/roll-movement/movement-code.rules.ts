import type { RollMovementKind } from '@bureau/codes';
import { MOVEMENT_TABLE } from './movement-table.rules.ts';

/** Whether the county's office records it, not the school. */
export const needsCounty = (kind: RollMovementKind): boolean => MOVEMENT_TABLE[kind].by !== 'SCHOOL';

const CODES: Readonly<Partial<Record<RollMovementKind, string>>> = {
  GRADE_REPEAT: '02',
  GRADE_SKIP: '04',
  RETURN_FROM_ABROAD: '08',
  SUSPENSION: '11',
  SUSPENSION_EXTENSION: '11',
  RESUMPTION: '12',
  RETURN_FROM_DROPOUT: '12',
  RESTORATION: '17',
  CANCELLATION: '18',
  TRANSFER_OUT: '21',
  TRANSFER_IN: '22',
  TRANSFER_WITHIN_COUNTY: '21',
  CLASS_CHANGE: '29',
  WITHDRAWAL: '31',
  EXPULSION: '42',
  DEATH: '51',
  COMPLETION: '62',
  LEAVING_INCOMPLETE: '63',
};

/** 异动类别码 of JY/T 1001-2012 §4.2.39; 99 其他 where the standard has none. */
export const movementCode = (kind: RollMovementKind): string => CODES[kind] ?? '99';
