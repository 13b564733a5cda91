import { EntitlementRepository } from '../entitlement/entitlement.repository.ts';
import type { Transaction } from '../workflow/workflow.repository.ts';
import { FollowRepository } from './follow.repository.ts';
import { changeOf } from './follow.rules.ts';

interface Following {
  county: string;
  today: string;
  /** Whether an effect was undone: what follows from that is no new effect. */
  isUndo?: boolean;
}

/**
 * Makes the awards of children what their standings make of them, and the lists with them; call it in the transaction that
 * wrote a standing, undid an effect, or let go of a payment.
 */
export async function followChildren(
  manager: Transaction,
  studentIds: readonly string[],
  { county, today, isUndo = false }: Following,
): Promise<void> {
  if (studentIds.length === 0) return;
  const follow = new FollowRepository(manager, county);
  const awards = await follow.listOfStudents(studentIds);
  if (awards.length > 0) {
    const policies = await follow.listPolicies();
    const changes = awards.flatMap((award) => changeOf(award, policies) ?? []);
    await follow.write(changes, { today, isUndo });
  }
  await new EntitlementRepository(manager, county).refresh(studentIds);
}
