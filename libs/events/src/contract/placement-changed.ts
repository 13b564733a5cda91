import { ATTENDANCE_PLACEMENTS } from '@bureau/codes';
import { z } from 'zod';
import type { EventType } from './event.ts';

/** What brought a placement about. */
export const PLACEMENT_CAUSES = ['DECISION', 'EXPIRY', 'CONCLUSION', 'DEATH', 'UNDONE'] as const;
export type PlacementCause = (typeof PLACEMENT_CAUSES)[number];

/**
 * Where a disabled child on the roll is from a day on, in the roll's own words: no diagnosis, no kind of placement
 * (残疾人教育条例 art. 20). `version` grows with every event about a child, of either type.
 */
const state = z
  .object({
    /** The child on enrollment's roll, by its id there. */
    studentId: z.uuid(),
    /** 就读状态 that the placement means; null when it means none: the child is where its roll says. */
    attendancePlacement: z.enum(ATTENDANCE_PLACEMENTS).nullable(),
    /** The county's school that teaches the child or sends its teachers; null outside the county. */
    schoolId: z.uuid().nullable(),
    /** First day. */
    from: z.iso.date(),
    /** First day after it; null while it lasts. */
    to: z.iso.date().nullable(),
    cause: z.enum(PLACEMENT_CAUSES),
    version: z.int().min(1),
  })
  .refine(({ from, to }) => to === null || to > from, 'a placement ends after it begins');
export type PlacementState = z.infer<typeof state>;

/** The bureau has decided (安置决定): from a day on, today's, a later or an earlier one. */
export const placementDecided: EventType<PlacementState> = {
  type: 'bureau.special-education.placement.decided',
  dataschema: 'urn:bureau:event:special-education.placement.decided:1',
  data: state,
  idOf: ({ studentId }) => studentId,
};

/** A placement became another without a decision of the bureau: it expired, was concluded, or an effect was undone. */
export const placementChanged: EventType<PlacementState> = {
  type: 'bureau.special-education.placement.changed',
  dataschema: 'urn:bureau:event:special-education.placement.changed:1',
  data: state,
  idOf: ({ studentId }) => studentId,
};
