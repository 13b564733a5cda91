import { handoverItemChanged, newEvent, recordEvents } from '@bureau/events';
import type { HandoverItem } from './handover-item.entity.ts';
import { responsibleSchoolId } from './handover.rules.ts';

type Manager = Parameters<typeof recordEvents>[0];

/** Tells the other offices how far the hand-over of children has come; call it with items as just written. */
export async function recordHandoverItems(manager: Manager, items: readonly HandoverItem[], at: Date): Promise<void> {
  const events = items.map((item) =>
    newEvent(handoverItemChanged, item.countyCode, {
      id: item.id,
      studentId: item.studentId,
      kind: item.kind,
      state: item.state,
      fromSchoolId: item.fromSchoolId,
      toSchoolId: item.toSchoolId,
      responsibleSchoolId: responsibleSchoolId(item),
      dueOn: item.dueOn,
      version: item.version + 1,
    }),
  );
  await recordEvents(manager, events, at);
}
