import { z } from 'zod';
import type { EventType } from './event.ts';

const KINDS = ['STAGE_TRANSITION', 'UPPER_TRANSITION', 'MERGER', 'TRANSFER', 'STAFF_CHANGE', 'SUSPENSION_END'] as const;
const STATES = [
  'DRAFT',
  'SENT',
  'RECEIVED',
  'ACKNOWLEDGED',
  'RETURNED_TO_SENDER',
  'ARRIVED',
  'NOT_ARRIVED',
  'CASE_OPENED',
  'CLOSED',
] as const;

/** The hand-over of one child (交接) after a step: who hands over to whom, and who answers for the child meanwhile. */
const state = z.object({
  id: z.uuid(),
  studentId: z.uuid(),
  kind: z.enum(KINDS),
  state: z.enum(STATES),
  fromSchoolId: z.uuid(),
  /** Null is the bureau's pool. */
  toSchoolId: z.uuid().nullable(),
  responsibleSchoolId: z.uuid(),
  /** The day by which the next step is due. */
  dueOn: z.iso.date(),
  version: z.int().min(1),
});
export type HandoverItemChanged = z.infer<typeof state>;

export const handoverItemChanged: EventType<HandoverItemChanged> = {
  type: 'bureau.enrollment.handover-item.changed',
  dataschema: 'urn:bureau:event:enrollment.handover-item.changed:1',
  data: state,
  idOf: ({ id }) => id,
};
