import type { DropoutCase, Resolution, ReturnPlacement } from './dropout-case.entity.ts';
import type { DropoutStage } from './dropout-case.rules.ts';

export interface CaseInput {
  dropoutCase: string;
  version: number;
  idempotencyKey?: string | null;
}

export interface AdvanceInput extends CaseInput {
  to?: DropoutStage | null;
  words?: string | null;
}

export interface SkipInput extends CaseInput {
  to: DropoutStage;
  reason: string;
}

export interface ReturnInput extends CaseInput {
  returnedOn: string;
  placement?: ReturnPlacement;
}

export interface ResolutionInput extends CaseInput {
  resolution: Resolution;
  proof: string;
}

/** What was decided about a step. */
export interface Decision<Refusal> {
  refusals: Refusal[];
  to: DropoutStage;
  changes?: Partial<DropoutCase>;
  words?: string;
  isApproval?: boolean;
}
