import { settingsOn, type SettingsOf } from '@bureau/settings';
import { idInCounty, once, readerOf, type Reader, type RequestContext } from '@bureau/subgraph';
import { AttendanceRepository } from '../attendance/attendance.repository.ts';
import { CaseActionRepository } from '../case-action/case-action.repository.ts';
import { CaseEvidence } from './case-evidence.ts';
import type { DropoutCase } from './dropout-case.entity.ts';
import { type DropoutStage, type ReturnRefusal, returnRefusals } from './dropout-case.rules.ts';
import type { Outcome } from './dropout-case.service.ts';
import { caseSettings } from './dropout-case.settings.ts';
import { stageDueOn } from './dropout-needs.rules.ts';
import type {
  AdvanceInput,
  CaseInput,
  Decision,
  ResolutionInput,
  ReturnInput,
  SkipInput,
} from './dropout-stage-input.ts';
import {
  type CaseNeed,
  type CaseStep,
  caseSidesOf,
  skipRefusals,
  stageAfter,
  type StageRefusal,
  stageRefusals,
} from './dropout-stage.rules.ts';
import { DropoutStandingRepository } from './dropout-standing.repository.ts';
import { stageAction } from './stage-action.ts';

type Settings = SettingsOf<typeof caseSettings>;
type Decide<Refusal> = (dropoutCase: DropoutCase, reader: Reader, settings: Settings) => Promise<Decision<Refusal>>;

/** Takes cases from stage to stage. */
export class DropoutStageService {
  readonly #request: RequestContext;
  readonly #today: string;
  readonly #now: Date;
  readonly #sides;

  constructor(request: RequestContext, { today, now }: { today: string; now: Date }) {
    this.#request = request;
    this.#today = today;
    this.#now = now;
    this.#sides = caseSidesOf(request.actor.scope.reach);
  }

  advance(input: AdvanceInput): Promise<Outcome<StageRefusal>> {
    return this.#take('dropoutCaseAdvance', input, async (dropoutCase, reader, settings) => {
      const to = input.to ?? stageAfter(dropoutCase.stage, 'ADVANCE');
      const needs = await new CaseEvidence(reader, this.#today).advanceNeeds(dropoutCase, to, settings);
      const isSuspicionNew = to === 'SUSPECTED' && !dropoutCase.isSuspicion;
      const changes = isSuspicionNew ? { isSuspicion: true, suspectedOn: this.#today } : {};
      const refusals = this.#refusals(dropoutCase, input, { step: 'ADVANCE', to, needs });
      return { refusals, to, changes, words: input.words ?? '' };
    });
  }

  /** Leaves stages out, upward: an approver says why. */
  skip(input: SkipInput): Promise<Outcome<StageRefusal>> {
    return this.#take('dropoutCaseSkip', input, async (dropoutCase) => {
      const refusals = skipRefusals(dropoutCase, input);
      return { refusals, to: input.to, changes: { isSuspicion: true }, words: input.reason, isApproval: true };
    });
  }

  /** Records that the child is back in class, on the proof of a roll-call. */
  recordReturn(input: ReturnInput): Promise<Outcome<ReturnRefusal>> {
    return this.#take('dropoutCaseReturn', input, async (dropoutCase, reader) => {
      const attendance = new AttendanceRepository(reader);
      const isProven = await attendance.isProvenInClass(
        dropoutCase.countyCode,
        dropoutCase.studentId,
        input.returnedOn,
      );
      const isSchool = this.#sides.includes('CLASS');
      const refusals = returnRefusals(dropoutCase, input, { today: this.#today, isProven, isSchool });
      const { returnedOn, placement = 'ORIGINAL_CLASS' } = input;
      return { refusals, to: 'RETURNED', changes: { returnedOn, returnPlacement: placement } };
    });
  }

  resolve(input: ResolutionInput): Promise<Outcome<StageRefusal>> {
    return this.#take('dropoutCaseResolve', input, async (dropoutCase) => {
      const { resolution, proof } = input;
      const needs: CaseNeed[] = proof.trim() === '' ? ['PROOF'] : [];
      const refusals = this.#refusals(dropoutCase, input, { step: 'RESOLVE', to: null, needs });
      return { refusals, to: 'OTHER_RESOLVED', changes: { resolution, proof }, words: proof };
    });
  }

  /** Closes a case (销号) that attendance, or another proof, has settled. */
  close(input: CaseInput & { basis: string }): Promise<Outcome<StageRefusal>> {
    return this.#take('dropoutCaseClose', input, async (dropoutCase, reader, settings) => {
      const needs = await new CaseEvidence(reader, this.#today).closingNeeds(dropoutCase, settings);
      if (input.basis.trim() === '') needs.push('PROOF');
      const refusals = this.#refusals(dropoutCase, input, { step: 'CLOSE', to: null, needs });
      return { refusals, to: 'CLOSED', changes: { closedOn: this.#today, proof: input.basis }, words: input.basis };
    });
  }

  /** The child left again, or the proof was none: the case stands anew. */
  reopen(input: CaseInput & { reason: string }): Promise<Outcome<StageRefusal>> {
    return this.#take('dropoutCaseReopen', input, async (dropoutCase) => {
      const needs: CaseNeed[] = input.reason.trim() === '' ? ['REASON'] : [];
      const refusals = this.#refusals(dropoutCase, input, { step: 'REOPEN', to: null, needs });
      const hadReturned = dropoutCase.returnedOn !== null;
      const changes = { returnedOn: null, closedOn: null, resolution: null, withdrawnBy: null, isSuspicion: true };
      const relapses = dropoutCase.relapses + Number(hadReturned);
      const to = stageAfter(dropoutCase.stage, 'REOPEN');
      return { refusals, to, changes: { ...changes, relapses }, words: input.reason };
    });
  }

  #refusals(
    dropoutCase: DropoutCase,
    { version }: CaseInput,
    { step, to, needs }: { step: CaseStep; to: DropoutStage | null; needs: readonly CaseNeed[] },
  ): StageRefusal[] {
    return stageRefusals(dropoutCase, { step, to, version }, { sides: this.#sides, needs });
  }

  #take<Refusal extends { kind: string }>(
    operation: string,
    input: CaseInput,
    decide: Decide<Refusal>,
  ): Promise<Outcome<Refusal | { kind: 'DropoutCaseNotFound' }>> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const id = idInCounty(input.dropoutCase, county, 'input.dropoutCase');
    return session.transaction((manager) =>
      once(manager, actor, { operation, key: input.idempotencyKey, input }, async () => {
        const reader = readerOf(manager);
        const cases = new DropoutStandingRepository(reader);
        const dropoutCase = id ? await cases.findForUpdate(county, id) : null;
        if (!dropoutCase) return { dropoutCaseId: null, refusals: [{ kind: 'DropoutCaseNotFound' as const }] };
        const settings = await settingsOn(reader, { county, day: this.#today, catalogue: caseSettings });
        const decision = await decide(dropoutCase, reader, settings);
        if (decision.refusals.length === 0) await this.#write(reader, dropoutCase, decision, settings);
        return { dropoutCaseId: dropoutCase.id, refusals: decision.refusals };
      }),
    );
  }

  async #write(
    reader: Reader,
    dropoutCase: DropoutCase,
    { to, changes, words = '', isApproval = false }: Decision<unknown>,
    settings: Settings,
  ): Promise<void> {
    const { subject } = this.#request.actor;
    const dueOn = stageDueOn(to, this.#today, settings['case.stageDays']);
    await new DropoutStandingRepository(reader).write(dropoutCase, {
      ...changes,
      stage: to,
      stageSince: this.#today,
      dueOn,
    });
    const record = { words, approvedBy: isApproval ? subject : null, recordedBy: subject, recordedAt: this.#now };
    await new CaseActionRepository(reader).insert([stageAction(dropoutCase, to, this.#today, record)]);
  }
}
