import { addDays, dayInBeijing } from '@bureau/calendar';
import { newId } from '@bureau/subgraph';
import type { DisabledChild } from '../disabled-child/disabled-child.entity.ts';
import type { Store } from '../store.ts';
import type { DutyTransfer } from './duty-transfer.entity.ts';
import type { DutyCause, TransferCause } from './duty.rules.ts';
import { dutySettings } from './duty.settings.ts';

export interface Receiver {
  schoolId: string | null;
  classId: string | null;
}

/** When a duty begins that is taken at an instant: after the one before it, also when a clock stands still. */
export function beginningAfter(last: Date | null, instant: Date): Date {
  if (last === null || instant > last) return instant;
  return new Date(last.getTime() + 1);
}

/** From an instant on another school answers for a locked child: the one place where the duty moves. */
export async function moveDuty(
  store: Store,
  child: DisabledChild,
  { schoolId, classId }: Receiver,
  { cause, transferId = null, at }: { cause: DutyCause; transferId?: string | null; at: Date },
): Promise<void> {
  const [last] = await store.duties.list({ childId: child.id }, { startedAt: 'DESC' });
  const startedAt = beginningAfter(last?.startedAt ?? null, at);
  const row = { countyCode: store.county, id: newId(), childId: child.id, schoolId, classId, startedAt, cause };
  await store.duties.insert({ ...row, transferId });
  await store.children.change(child, { schoolId, classId });
}

/** Offers a locked child to a receiver; answers the hand-over. */
export async function offerDuty(
  store: Store,
  child: DisabledChild,
  { schoolId, classId }: Receiver,
  { cause, at, reason = null }: { cause: TransferCause; at: Date; reason?: string | null },
): Promise<DutyTransfer> {
  const day = dayInBeijing(at);
  const settings = await store.settingsOn(dutySettings, day);
  const transfer: DutyTransfer = {
    countyCode: store.county,
    id: newId(),
    childId: child.id,
    fromSchoolId: child.schoolId,
    toSchoolId: schoolId,
    toClassId: classId,
    cause,
    state: 'OFFERED',
    offeredAt: at,
    dueOn: addDays(day, settings['dutyTransfer.answerDays']),
    answeredAt: null,
    answeredBy: null,
    reason,
    version: 1,
  };
  await store.transfers.insert(transfer);
  return transfer;
}
