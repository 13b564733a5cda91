import { idInCounty, newId, once, readerOf, type RequestContext } from '@bureau/subgraph';
import { EntitlementRepository } from '../entitlement/entitlement.repository.ts';
import { EvidenceRepository } from '../evidence/evidence.repository.ts';
import type { HardshipLevel } from '../programme/hardship-level.rules.ts';
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
import { HardshipRepository } from './hardship.repository.ts';

export interface RecognitionRow {
  student: string;
  level: HardshipLevel;
  categories: readonly string[];
  station: string | null;
  consentedOn: string;
}

export interface FileInput {
  schoolYear: number;
  rows: readonly RecognitionRow[];
  onError?: OnError;
  dryRun?: boolean;
  idempotencyKey?: string | null;
}

export interface AdjustInput {
  recognition: string;
  version: number;
  season: 'AUTUMN' | 'SPRING';
  level: HardshipLevel | null;
  reason: string;
  idempotencyKey?: string | null;
}

export interface FileOutcome {
  ids: string[];
  rows: RowOutcome[];
  refusals: AidRefusal[];
}

/** Recognitions are filed, and their levels adjusted. */
export class HardshipFilingService {
  readonly #request: RequestContext;
  readonly #today: string;

  constructor(request: RequestContext, today: string) {
    this.#request = request;
    this.#today = today;
  }

  file(input: FileInput): Promise<FileOutcome> {
    const { actor, session } = this.#request;
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'hardshipRecognitionsFile', key: input.idempotencyKey, input }, () =>
        this.#file(manager, input),
      ),
    );
  }

  async #file(manager: Transaction, input: FileInput): Promise<FileOutcome> {
    const { county } = this.#request.actor.scope;
    const filing = new FilingRepository(manager, county);
    const ids = input.rows.map(({ student }, at) => idInCounty(student, county, `input.rows.${at}.student`));
    const known = ids.flatMap((id) => id ?? []);
    const applicants = await filing.applicants(known);
    const standing = await new HardshipRepository(readerOf(manager)).standingOf(county, input.schoolYear, known);
    const stations = await filing.stationsOn(this.#today);
    const categories = new Set(
      (await new EvidenceRepository(readerOf(manager)).listCategories(county)).map(({ code }) => code),
    );
    const refusals = input.rows.map((row, at) => {
      const id = ids[at] ?? '';
      const applicant = ids.indexOf(id) === at ? applicants.get(id) : undefined;
      const found = filingRefusals({ applicant, standingId: standing.get(id) ?? null, station: row.station, stations });
      if (row.consentedOn > this.#today) found.push(unfit('consentedOn', 'DAY_IN_FUTURE'));
      if (row.categories.some((code) => !categories.has(code))) found.push(unfit('categories', 'CATEGORY_UNKNOWN'));
      return found;
    });
    const rows = outcomesOf(refusals, input.onError);
    const good = input.rows.flatMap((row, at) => {
      const applicant = applicants.get(ids[at] ?? '');
      if (!rows[at]?.isDone || !isPlaced(applicant)) return [];
      return [rowOf(applicant, row, { schoolYear: input.schoolYear, today: this.#today })];
    });
    if (!input.dryRun) await filing.insert('hardship_recognition', good);
    return { ids: input.dryRun ? [] : good.map(({ id }) => id), rows, refusals: wholeRefusals(rows, input.onError) };
  }

  /** Changes the level of an approved recognition from a term on. */
  adjust(input: AdjustInput): Promise<{ id: string | null; refusals: AidRefusal[] }> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const id = idInCounty(input.recognition, county, 'input.recognition');
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'hardshipRecognitionAdjust', key: input.idempotencyKey, input }, async () => {
        const repository = new HardshipRepository(readerOf(manager));
        const row = id ? await repository.findForUpdate(county, id) : null;
        if (!row) return { id: null, refusals: [{ kind: 'AidSubjectNotFound' }] };
        const refusals: AidRefusal[] = [];
        if (row.version !== input.version) refusals.push({ kind: 'AidSubjectChanged', version: row.version });
        if (row.state !== 'APPROVED') refusals.push({ kind: 'AidStepNotOpen', state: row.state, steps: [] });
        if (input.reason.trim() === '') refusals.push({ kind: 'AidNoteMissing' });
        if (refusals.length > 0) return { id: row.id, refusals };
        const { season, level, reason } = input;
        const isNew = await repository.insertAdjustment(row, { season, level, reason, adjustedBy: actor.subject });
        if (!isNew) return { id: row.id, refusals: [{ kind: 'AidAlreadyFiled', id: row.id }] };
        await new EntitlementRepository(manager, county).refresh([row.studentId]);
        return { id: row.id, refusals };
      }),
    );
  }
}

function rowOf(child: PlacedApplicant, row: RecognitionRow, filed: { schoolYear: number; today: string }) {
  return {
    id: newId(),
    student_id: child.id,
    school_year: filed.schoolYear,
    school_id: child.schoolId,
    class_id: child.classId,
    township_code: child.townshipCode,
    level: row.level,
    categories: row.categories,
    station_code: row.station,
    consented_on: row.consentedOn,
    filed_on: filed.today,
    state: 'SUBMITTED',
    version: 1,
  };
}
