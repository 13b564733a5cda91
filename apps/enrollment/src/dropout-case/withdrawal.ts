import { readerOf } from '@bureau/subgraph';
import { CaseActionRepository } from '../case-action/case-action.repository.ts';
import type { MovementReaction } from '../roll-movement/roll-register.repository.ts';
import { dayInBeijing } from '@bureau/calendar';
import type { Resolution } from './dropout-case.entity.ts';
import { DropoutStandingRepository } from './dropout-standing.repository.ts';
import { stageAction } from './stage-action.ts';

/** Movements that explain where a child is, and what a case about it is settled by (docs/rules/enrollment.md#dropout-cases). */
const SETTLED_BY: Readonly<Record<string, Resolution>> = {
  TRANSFER_WITHIN_COUNTY: 'TRANSFERRED',
  TRANSFER_OUT: 'TRANSFERRED',
  GOING_ABROAD: 'ABROAD',
  DEATH: 'DECEASED',
};

/** A late transfer withdraws the case about the child, and names itself as the cause; the bureau may reopen it. */
export const withdrawCases: MovementReaction = async (manager, { countyCode, by, at }, movements) => {
  const settling = movements.filter(({ kind }) => kind in SETTLED_BY);
  if (settling.length === 0) return;
  const cases = new DropoutStandingRepository(readerOf(manager));
  const standing = await cases.listStandingForUpdate(
    countyCode,
    settling.map(({ studentId }) => studentId),
  );
  const actions = [];
  for (const dropoutCase of standing) {
    const movement = settling.find(({ studentId }) => studentId === dropoutCase.studentId);
    const resolution = movement && SETTLED_BY[movement.kind];
    if (!movement || !resolution) continue;
    const today = dayInBeijing(at);
    const proof = `学籍异动 ${movement.kind} ${movement.occurredOn}`;
    const settled = { stage: 'OTHER_RESOLVED', stageSince: today, dueOn: null, resolution, proof } as const;
    await cases.write(dropoutCase, { ...settled, withdrawnBy: movement.id });
    const record = { words: proof, approvedBy: null, recordedBy: by, recordedAt: at };
    actions.push(stageAction(dropoutCase, 'OTHER_RESOLVED', today, record));
  }
  await new CaseActionRepository(readerOf(manager)).insert(actions);
};
