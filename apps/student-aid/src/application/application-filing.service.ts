import type { Term } from '@bureau/calendar';
import { idInCounty, newId, once, readerOf, type RequestContext } from '@bureau/subgraph';
import { EntitlementRepository } from '../entitlement/entitlement.repository.ts';
import { ProgrammeRepository } from '../programme/programme.repository.ts';
import {
  type AidRefusal,
  type OnError,
  outcomesOf,
  type RowOutcome,
  unfit,
  wholeRefusals,
} from '../refusal/refusal.rules.ts';
import { FilingRepository } from '../review/filing.repository.ts';
import { filingRefusals, isPlaced, type PlacedApplicant } from '../review/filing.rules.ts';
import type { Transaction } from '../workflow/workflow.repository.ts';
import { ApplicationRepository } from './application.repository.ts';

export interface FileInput {
  programme: string;
  term: Term;
  rows: readonly { student: string; station: string | null }[];
  onError?: OnError;
  dryRun?: boolean;
  idempotencyKey?: string | null;
}

export interface WaiverInput {
  student: string;
  programme: string;
  term: Term;
  declaredOn: string;
  document: string;
  idempotencyKey?: string | null;
}

export interface FileOutcome {
  ids: string[];
  rows: RowOutcome[];
  refusals: AidRefusal[];
}

/** Families ask for programmes, and give them up. */
export class ApplicationFilingService {
  readonly #request: RequestContext;
  readonly #today: string;

  constructor(request: RequestContext, today: string) {
    this.#request = request;
    this.#today = today;
  }

  file(input: FileInput): Promise<FileOutcome> {
    const { actor, session } = this.#request;
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'aidApplicationsFile', key: input.idempotencyKey, input }, () =>
        this.#file(manager, input),
      ),
    );
  }

  async #file(manager: Transaction, input: FileInput): Promise<FileOutcome> {
    const { county } = this.#request.actor.scope;
    const filing = new FilingRepository(manager, county);
    const [programme] = await new ProgrammeRepository(readerOf(manager)).listByCodes(county, [input.programme]);
    if (!programme) return { ids: [], rows: [], refusals: [unfit('programme', 'PROGRAMME_UNKNOWN')] };
    const ids = input.rows.map(({ student }, at) => idInCounty(student, county, `input.rows.${at}.student`));
    const known = ids.flatMap((id) => id ?? []);
    const applicants = await filing.applicants(known);
    const claims = await new ApplicationRepository(readerOf(manager)).claimsOf(
      county,
      { programme: programme.code, term: input.term },
      known,
    );
    const stations = await filing.stationsOn(this.#today);
    const refusals = input.rows.map((row, at) => {
      const id = ids[at] ?? '';
      const applicant = ids.indexOf(id) === at ? applicants.get(id) : undefined;
      const claim = claims.get(id);
      const found = filingRefusals({
        applicant,
        standingId: claim?.applicationId ?? null,
        station: row.station,
        stations,
      });
      if (applicant?.stage && !programme.stages.some((stage) => stage === applicant.stage))
        found.push(unfit('student', 'STAGE_NOT_COVERED'));
      if (claim?.waivedOn) found.push({ kind: 'AidWaived', declaredOn: claim.waivedOn });
      return found;
    });
    const rows = outcomesOf(refusals, input.onError);
    const good = input.rows.flatMap((row, at) => {
      const applicant = applicants.get(ids[at] ?? '');
      if (!rows[at]?.isDone || !isPlaced(applicant)) return [];
      return [rowOf(applicant, input, { station: row.station, today: this.#today })];
    });
    if (!input.dryRun) await filing.insert('aid_application', good);
    return { ids: input.dryRun ? [] : good.map(({ id }) => id), rows, refusals: wholeRefusals(rows, input.onError) };
  }

  /** A family gives up a programme; it is due to the child no more. */
  waive(input: WaiverInput): Promise<AidRefusal[]> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const id = idInCounty(input.student, county, 'input.student');
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'aidWaiverDeclare', key: input.idempotencyKey, input }, async () => {
        const filing = new FilingRepository(manager, county);
        const child = id ? (await filing.applicants([id])).get(id) : undefined;
        if (!child) return [{ kind: 'AidSubjectNotFound' }];
        const [programme] = await new ProgrammeRepository(readerOf(manager)).listByCodes(county, [input.programme]);
        const refusals: AidRefusal[] = [];
        if (!programme) refusals.push(unfit('programme', 'PROGRAMME_UNKNOWN'));
        if (input.declaredOn > this.#today) refusals.push(unfit('declaredOn', 'DAY_IN_FUTURE'));
        if (input.document.trim() === '') refusals.push(unfit('document', 'DOCUMENT_MISSING'));
        if (refusals.length > 0) return refusals;
        const { schoolYear, season } = input.term;
        const row = { programme_code: input.programme, school_year: schoolYear, season, declared_on: input.declaredOn };
        await filing.insert('waiver_declaration', [
          { id: newId(), student_id: child.id, ...row, document: input.document },
        ]);
        await new EntitlementRepository(manager, county).refresh([child.id]);
        return refusals;
      }),
    );
  }
}

function rowOf(
  child: PlacedApplicant,
  { programme, term }: FileInput,
  filed: { station: string | null; today: string },
) {
  return {
    id: newId(),
    student_id: child.id,
    programme_code: programme,
    school_year: term.schoolYear,
    season: term.season,
    school_id: child.schoolId,
    class_id: child.classId,
    township_code: child.townshipCode,
    station_code: filed.station,
    filed_on: filed.today,
    state: 'SUBMITTED',
    version: 1,
  };
}
