import { z } from 'zod';
import type { EventType } from './event.ts';
import { stage } from './stage.ts';

const count = z.int().min(0);

/** How many classes and children a school has; names no child. */
const state = z.object({
  schoolId: z.uuid(),
  asOf: z.iso.date(),
  classes: count,
  students: count,
  byStage: z.array(z.object({ stage, classes: count, students: count })),
  version: z.int().min(1),
});
export type SchoolHeadcountChanged = z.infer<typeof state>;

export const schoolHeadcountChanged: EventType<SchoolHeadcountChanged> = {
  type: 'bureau.enrollment.school.headcount.changed',
  dataschema: 'urn:bureau:event:enrollment.school.headcount.changed:1',
  data: state,
  idOf: ({ schoolId }) => schoolId,
};
