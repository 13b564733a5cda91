import { idInCounty, newId, once, readerOf, type Reader, type RequestContext } from '@bureau/subgraph';
import { listUnsent } from '../handover/handover-guard.repository.ts';
import { RollMovementRepository } from '../roll-movement/roll-movement.repository.ts';
import type { RegisterSurroundings } from '../roll-movement/roll-movement.service.ts';
import { orMissingYear, rollTermsOn } from '../roll-movement/roll-terms.repository.ts';
import type { Broken } from '../rule-broken/rule-broken.rules.ts';
import { StudentRepository } from '../student/student.repository.ts';
import { moveFile, type Stepping } from './move-file.ts';
import type { Transfer } from './transfer.entity.ts';
import type { TransferOutcome } from './transfer-request.service.ts';
import { TransferRepository } from './transfer.repository.ts';
import { type ActorSide, afterAct, comesIn, goesOut, type StepCode } from './transfer.rules.ts';
import { stepDueOn, stepRefusals, type TransferAct } from './transfer.rules.ts';
import { receivingRefusals } from './transfer-request.rules.ts';

export interface TransferStepInput {
  transfer: string;
  version: number;
  act: TransferAct;
  toClass?: string | null;
  reason?: string | null;
  idempotencyKey?: string | null;
}

/** Takes the steps of transfers, each by whom it belongs to. */
export class TransferStepService {
  readonly #request: RequestContext;
  readonly #surroundings: RegisterSurroundings;

  constructor(request: RequestContext, surroundings: RegisterSurroundings) {
    this.#request = request;
    this.#surroundings = surroundings;
  }

  take(input: TransferStepInput): Promise<TransferOutcome<StepCode>> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const id = idInCounty(input.transfer, county, 'input.transfer');
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'transferStep', key: input.idempotencyKey, input }, async () => {
        const reader = readerOf(manager);
        const transfers = new TransferRepository(reader);
        const transfer = id ? await transfers.findForUpdate(county, id) : null;
        if (!transfer) return { transferId: null, refusals: [{ code: 'TRANSFER_NOT_FOUND', field: 'transfer' }] };

        const sides = this.#sidesOf(transfer);
        const isApplicant = sides.includes(comesIn(transfer.kind) ? 'IN_SCHOOL' : 'OUT_SCHOOL');
        const early = stepRefusals(transfer, { ...input, isApplicant }, sides);
        if (early.length > 0) return { transferId: transfer.id, refusals: early };

        const stepping = await this.#load(reader, transfer, input);
        const after = afterAct(transfer, input.act);
        const { calendar } = stepping.terms;
        const due = orMissingYear(() => stepDueOn(transfer.route, after.position, this.#surroundings.today, calendar));
        if ('missingYear' in due)
          return {
            transferId: transfer.id,
            refusals: [{ code: 'HOLIDAY_YEAR_MISSING', field: '', limit: due.missingYear }],
          };
        const refusals = await this.#late(reader, stepping, { input, moves: after.moves });
        if (refusals.length > 0) return { transferId: transfer.id, refusals };

        if (after.moves) await moveFile(manager, stepping, { ...this.#surroundings, by: actor.subject });
        await this.#write(transfers, transfer, { input, after, due: due.found, toClassId: stepping.seat?.id ?? null });
        return { transferId: transfer.id, refusals };
      }),
    );
  }

  #sidesOf({ fromSchoolId, toSchoolId }: Transfer): ActorSide[] {
    const { reach, school } = this.#request.actor.scope;
    if (reach === 'county') return ['COUNTY'];
    return [
      ...(school === toSchoolId ? (['IN_SCHOOL'] as const) : []),
      ...(school === fromSchoolId ? (['OUT_SCHOOL'] as const) : []),
    ];
  }

  async #load(reader: Reader, transfer: Transfer, input: TransferStepInput): Promise<Stepping> {
    const { county } = this.#request.actor.scope;
    const code = transfer.route[transfer.position]?.code;
    const given = input.toClass ? idInCounty(input.toClass, county, 'input.toClass') : null;
    const classId = given ?? (code === 'FILE_MOVE' ? transfer.toClassId : null);
    const student =
      code === 'FILE_MOVE' ? await new StudentRepository(reader).findForUpdate(county, transfer.studentId) : null;
    const terms = await rollTermsOn(reader, county, this.#surroundings.today);
    const row = classId ? await new RollMovementRepository(reader).findSeatForUpdate(county, classId) : null;
    return { transfer, student, terms, seat: row && { ...row, limit: terms.settings['class.limits'][row.stage] } };
  }

  /** What only the rows behind a step can tell: the class that the school names; before the file moves, all of it once more. */
  async #late(
    reader: Reader,
    { transfer, student, seat }: Stepping,
    { input, moves }: { input: TransferStepInput; moves: boolean },
  ): Promise<Broken<StepCode>[]> {
    if (input.act !== 'ACCEPT') return [];
    const { today } = this.#surroundings;
    const { toSchoolId, countyCode } = transfer;
    const asksForClass = transfer.route[transfer.position]?.code === 'IN_SCHOOL_ACCEPT' && toSchoolId !== null;
    if (asksForClass) {
      const toClass = input.toClass ?? transfer.toClassId;
      return receivingRefusals({ toClass, toSchoolId, today }, seat, transfer);
    }
    if (!moves) return [];
    const wanted = comesIn(transfer.kind) ? 'TRANSFERRED_OUT' : 'ACTIVE';
    if (student?.rollStatus !== wanted || (transfer.fromSchoolId && student.schoolId !== transfer.fromSchoolId))
      return [{ code: 'STUDENT_NOT_ACTIVE', field: 'transfer', found: student?.rollStatus ?? '', allowed: [wanted] }];
    const unsent = comesIn(transfer.kind) ? [] : await listUnsent(reader, countyCode, [student.id]);
    if (unsent.length > 0)
      return [{ code: 'HANDOVER_NOT_SENT', field: 'transfer', allowed: unsent.map(({ name }) => name) }];
    if (goesOut(transfer.kind) || !toSchoolId) return [];
    return receivingRefusals({ toClass: transfer.toClassId, toSchoolId, today }, seat, student);
  }

  async #write(
    transfers: TransferRepository,
    transfer: Transfer,
    {
      input,
      after,
      due,
      toClassId,
    }: { input: TransferStepInput; after: ReturnType<typeof afterAct>; due: string | null; toClassId: string | null },
  ): Promise<void> {
    const { today } = this.#surroundings;
    const { act, reason = null } = input;
    const { countyCode, id, route, position } = transfer;
    const isOpen = after.status === 'IN_PROGRESS' || after.status === 'RETURNED';
    const code = route[position]?.code ?? 'FILE_MOVE';
    await transfers.insertStep({
      ...{ countyCode, id: newId(), transferId: id, code, act, reason },
      ...{ takenBy: this.#request.actor.subject, takenOn: today, dueOn: transfer.stepDueOn },
    });
    await transfers.update(transfer, {
      ...{ status: after.status, position: after.position, waitsSince: today },
      stepDueOn: after.status === 'IN_PROGRESS' ? due : null,
      endedOn: isOpen ? null : today,
      ...(act === 'ACCEPT' && { lastStep: code }),
      ...(act === 'ACCEPT' && toClassId !== null && { toClassId }),
      ...(after.moves && { movedOn: today }),
    });
  }
}
