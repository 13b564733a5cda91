import { newId } from '@bureau/subgraph';
import { decidedMovement } from '../roll-movement/decided.rules.ts';
import type { RegisterSurroundings } from '../roll-movement/roll-movement.service.ts';
import { writeMovements } from '../roll-movement/roll-register.repository.ts';
import type { RollTerms } from '../roll-movement/roll-terms.repository.ts';
import type { SeatFacts } from '../roll-movement/seat.rules.ts';
import type { Student } from '../student/student.entity.ts';
import type { Transfer } from './transfer.entity.ts';
import { comesIn, goesOut } from './transfer.rules.ts';

/** A transfer with the rows behind its next step. */
export interface Stepping {
  transfer: Transfer;
  /** Locked; null unless the file is about to move. */
  student: Student | null;
  seat: SeatFacts | null;
  terms: RollTerms;
}

/** 调档: from this day on the child counts at the other school, or has left the county's rolls. */
export async function moveFile(
  manager: Parameters<typeof writeMovements>[0],
  { transfer, student, seat, terms }: Stepping,
  { today, now, reactions, by }: RegisterSurroundings & { by: string },
): Promise<void> {
  if (!student) throw new Error('A transfer moves no child.');
  const told = {
    kind: kindOf(transfer),
    occurredOn: today,
    reason: transfer.reason,
    otherPlace: transfer.otherSchool,
    cause: `transfer:${transfer.id}`,
  };
  const ids = { id: newId(), spellId: newId() };
  const deciding = { ...ids, due: transfer.stepDueOn, today, ruleVersion: terms.regulation.version };
  const movement = decidedMovement({ input: told, student, seat }, deciding);
  await writeMovements(manager, { countyCode: transfer.countyCode, by, at: now(), reactions }, [movement]);
}

function kindOf({ kind }: Transfer) {
  if (goesOut(kind)) return 'TRANSFER_OUT' as const;
  return comesIn(kind) ? ('TRANSFER_IN' as const) : ('TRANSFER_WITHIN_COUNTY' as const);
}
