import { z } from 'zod';
import type { EventType } from './event.ts';

/** The whole state of one school after a change. */
const state = z.object({
  id: z.uuid(),
  /** 学校标识码 */
  code: z.string().regex(/^\d{10}$/),
  name: z.string().min(1).max(100),
  /** 办学类型 of the education statistics, such as 211 primary school. */
  kind: z.string().regex(/^\d{3}$/),
  townshipCode: z.string().regex(/^\d{9}$/),
  opensOn: z.iso.date(),
  /** The first day on which it is closed or merged away; null while it is open. */
  closesOn: z.iso.date().nullable(),
  /** The schools that take over (撤并). */
  successorIds: z.array(z.uuid()),
  version: z.int().min(1),
});
export type SchoolChanged = z.infer<typeof state>;

export const schoolChanged: EventType<SchoolChanged> = {
  type: 'bureau.enrollment.school.changed',
  dataschema: 'urn:bureau:event:enrollment.school.changed:1',
  data: state,
  idOf: ({ id }) => id,
};
