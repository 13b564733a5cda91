import { createHash } from 'node:crypto';
import type { Sealer } from '@bureau/access';
import { idInCounty, newId, once, readerOf, type RequestContext } from '@bureau/subgraph';
import {
  type AidRefusal,
  type OnError,
  outcomesOf,
  type RowOutcome,
  unfit,
  wholeRefusals,
} from '../refusal/refusal.rules.ts';
import { EntitlementRepository } from '../entitlement/entitlement.repository.ts';
import { nextState, stepRefusals } from '../workflow/workflow.rules.ts';
import type { EvidenceEntry } from './evidence-entry.entity.ts';
import { EvidenceListRepository } from './evidence-list.repository.ts';
import { EvidenceRepository } from './evidence.repository.ts';
import { entryOf, type TakenLine } from './evidence-line.ts';
import {
  EVIDENCE_LIST,
  type EvidenceAct,
  type EvidenceSource,
  lineRefusals,
  LINES_AT_ONCE,
  matchOf,
  unfitLine,
} from './evidence.rules.ts';

export interface TakeInput {
  source: EvidenceSource;
  documentNumber: string;
  listedOn: string;
  isComplete: boolean;
  entries: readonly TakenLine[];
  onError?: OnError;
  dryRun?: boolean;
  idempotencyKey?: string | null;
}

export interface ListOutcome {
  listId: string | null;
  rows: RowOutcome[];
  refusals: AidRefusal[];
}

/** Takes lists, matches them with the roster, and makes them evidence. */
export class EvidenceListService {
  readonly #request: RequestContext;
  readonly #today: string;
  readonly #sealer: Sealer;

  constructor(request: RequestContext, today: string, sealer: Sealer) {
    this.#request = request;
    this.#today = today;
    this.#sealer = sealer;
  }

  take(input: TakeInput): Promise<ListOutcome> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    if (input.entries.length > LINES_AT_ONCE)
      return Promise.resolve({ listId: null, rows: [], refusals: [unfit('entries', 'TOO_MANY')] });
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'evidenceListTake', key: input.idempotencyKey, input }, async () => {
        const categories = new Map(
          (await new EvidenceRepository(readerOf(manager)).listCategories(county)).map((row) => [row.code, row]),
        );
        const refusals = input.entries.map((line) =>
          lineRefusals(line, input.source, categories.get(line.category), input.listedOn).map(unfitLine),
        );
        const rows = outcomesOf(refusals, input.onError);
        const whole = wholeRefusals(rows, input.onError);
        if (input.listedOn > this.#today) whole.push(unfit('listedOn', 'DAY_IN_FUTURE'));
        const good = input.entries.filter((_, at) => rows[at]?.isDone);
        if (good.length === 0 && whole.length === 0) whole.push(unfit('entries', 'BLANK'));
        if (whole.length > 0 || input.dryRun) return { listId: null, rows, refusals: whole };

        const id = newId();
        const contentHash = createHash('sha256')
          .update(JSON.stringify([input.source, input.listedOn, good]))
          .digest();
        const lists = new EvidenceListRepository(manager, county);
        const { source, documentNumber, listedOn, isComplete } = input;
        const list = { countyCode: county, id, source, documentNumber, listedOn, isComplete, contentHash };
        const known = await lists.insertUnlessKnown({
          ...list,
          state: 'VALIDATED',
          takenBy: actor.subject,
          version: 1,
        });
        if (known) return { listId: known, rows: [], refusals: [{ kind: 'AidAlreadyFiled', id: known }] };
        await lists.insertEntries(this.#entries(county, id, input.entries, rows));
        return { listId: id, rows, refusals: [] };
      }),
    );
  }

  #entries(county: string, listId: string, lines: readonly TakenLine[], rows: readonly RowOutcome[]): EvidenceEntry[] {
    return lines.flatMap((line, at) =>
      rows[at]?.isDone
        ? [entryOf(line, { county, listId, lineNumber: at + 1, today: this.#today, sealer: this.#sealer })]
        : [],
    );
  }

  /** Takes a list one step further; matching looks every open entry up in the roster. */
  advance(input: {
    list: string;
    version: number;
    act: EvidenceAct;
    idempotencyKey?: string | null;
  }): Promise<ListOutcome> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const id = idInCounty(input.list, county, 'input.list');
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'evidenceListAdvance', key: input.idempotencyKey, input }, async () => {
        const lists = new EvidenceListRepository(manager, county);
        const list = id ? await lists.findForUpdate(id) : null;
        if (!list) return { listId: null, rows: [], refusals: [{ kind: 'AidSubjectNotFound' }] };
        const step = { act: input.act, version: input.version, note: null };
        const refusals: AidRefusal[] = stepRefusals(EVIDENCE_LIST, [], list, step);
        const doubtful = input.act === 'CLOSE_REVIEW' ? await lists.countDoubtful(list.id) : 0;
        if (doubtful > 0) refusals.push({ kind: 'AidStillInUse', count: doubtful });
        const next = nextState(EVIDENCE_LIST, list.state, input.act);
        if (refusals.length > 0 || !next) return { listId: list.id, rows: [], refusals };

        if (input.act === 'MATCH')
          await lists.writeMatches(
            (await lists.listOpen(list.id)).map((entry) => ({ id: entry.id, ...matchOf(entry.hasIdentity, entry) })),
          );
        if (input.act === 'APPLY') await lists.apply(list);
        await lists.setState(list, next);
        if (input.act === 'APPLY') await new EntitlementRepository(manager, county).refresh();
        return { listId: list.id, rows: [], refusals };
      }),
    );
  }
}
