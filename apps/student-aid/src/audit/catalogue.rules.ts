import { ageOffStage } from './age-off-stage.rules.ts';
import { amountOffRate } from './amount-off-rate.rules.ts';
import { boardingMismatch } from './boarding-mismatch.rules.ts';
import { deceased } from './deceased.rules.ts';
import { dropoutCaseOpen } from './dropout-case-open.rules.ts';
import { duplicatePayment } from './duplicate-payment.rules.ts';
import { evidenceLapsed } from './evidence-lapsed.rules.ts';
import { exemptButCharged } from './exempt-but-charged.rules.ts';
import type {
  AuditPolicy,
  AuditRule,
  ChildFacts,
  Evidence,
  FundFacts,
  PaymentFacts,
  SchoolFacts,
} from './facts.rules.ts';
import { idleFund } from './idle-fund.rules.ts';
import { identityUnfit } from './identity-unfit.rules.ts';
import { leftUnaided } from './left-unaided.rules.ts';
import { listedElsewhere } from './listed-elsewhere.rules.ts';
import { noticeTooShort } from './notice-too-short.rules.ts';
import { notOnRoll } from './not-on-roll.rules.ts';
import { paidAfterLeaving } from './paid-after-leaving.rules.ts';
import { paidLate } from './paid-late.rules.ts';
import { sharedAccount } from './shared-account.rules.ts';
import { strangeAccount } from './strange-account.rules.ts';
import { tiersOffAverage } from './tiers-off-average.rules.ts';
import { twoEyes } from './two-eyes.rules.ts';

/** The checks of a single payment. */
export const PAYMENT_RULES: readonly AuditRule<PaymentFacts>[] = [
  duplicatePayment,
  paidAfterLeaving,
  deceased,
  notOnRoll,
  boardingMismatch,
  amountOffRate,
  evidenceLapsed,
  exemptButCharged,
  strangeAccount,
  sharedAccount,
  identityUnfit,
  ageOffStage,
  listedElsewhere,
  paidLate,
  noticeTooShort,
  twoEyes,
  dropoutCaseOpen,
];

/** Those of all payments to a school, of a fund, of a child who should be aided. */
export const SCHOOL_RULES: readonly AuditRule<SchoolFacts>[] = [tiersOffAverage];
export const FUND_RULES: readonly AuditRule<FundFacts>[] = [idleFund];
export const CHILD_RULES: readonly AuditRule<ChildFacts>[] = [leftUnaided];

export interface Found {
  rule: string;
  evidence: Evidence;
}

/** Everything the rules find about one subject. */
export function findingsOf<Facts>(rules: readonly AuditRule<Facts>[], facts: Facts, policy: AuditPolicy): Found[] {
  return rules.flatMap(({ code, find }) => {
    const evidence = find(facts, policy);
    return evidence === null ? [] : [{ rule: code, evidence }];
  });
}

export type FindingState = 'OPEN' | 'EXPLAINED' | 'FIXED' | 'ACCEPTED';
export type Severity = 'BLOCK' | 'WARN';

/** A finding stops the batch until it is gone, or a leader has accepted it; an explanation alone does not let it pass. */
export function isBlocking({ severity, state }: { severity: Severity; state: FindingState }): boolean {
  return severity === 'BLOCK' && (state === 'OPEN' || state === 'EXPLAINED');
}

export type FindingRefusal =
  | { kind: 'AuditFindingNotFound' }
  | { kind: 'AuditFindingChanged'; version: number }
  | { kind: 'AuditFindingFixed' }
  | { kind: 'AuditReasonMissing' };

/** Every reason not to explain or accept a finding. */
export function answerRefusals(
  finding: { state: FindingState; version: number },
  asked: { version: number; reason: string },
): FindingRefusal[] {
  const refusals: FindingRefusal[] = [];
  if (asked.version !== finding.version) refusals.push({ kind: 'AuditFindingChanged', version: finding.version });
  if (finding.state === 'FIXED') refusals.push({ kind: 'AuditFindingFixed' });
  if (asked.reason.trim() === '') refusals.push({ kind: 'AuditReasonMissing' });
  return refusals;
}
