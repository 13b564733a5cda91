import { idInCounty, once, readerOf, type RequestContext } from '@bureau/subgraph';
import { EntitlementRepository } from '../entitlement/entitlement.repository.ts';
import { type AidRefusal, type OnError, outcomesOf, type RowOutcome, wholeRefusals } from '../refusal/refusal.rules.ts';
import {
  type Transaction,
  type Move,
  WorkflowRepository,
  type WorkflowTable,
} from '../workflow/workflow.repository.ts';
import { noticeFacts } from './review.repository.ts';
import {
  noticeBefore,
  type NoticeFacts,
  type ReviewAct,
  reviewAfter,
  type ReviewState,
  reviewRefusals,
} from './review.rules.ts';

export interface StepItem {
  id: string;
  version: number;
}

export interface AdvanceInput {
  items: readonly StepItem[];
  act: ReviewAct;
  note?: string | null;
  onError?: OnError;
  dryRun?: boolean;
  idempotencyKey?: string | null;
}

export interface AdvanceOutcome {
  ids: string[];
  rows: RowOutcome[];
  refusals: AidRefusal[];
}

interface ReviewRow {
  id: string;
  state: ReviewState;
  version: number;
  student_id: string;
}

/** How the table of a kind is called, and whether what it says decides entitlement. */
export type ReviewTable = Extract<WorkflowTable, 'hardship_recognition' | 'aid_application'>;

const UNSEEN: NoticeFacts = { noticeEndsOn: null, objections: 0 };

/** Takes recognitions and applications through their reviews, many at once. */
export class ReviewService {
  readonly #request: RequestContext;
  readonly #today: string;

  constructor(request: RequestContext, today: string) {
    this.#request = request;
    this.#today = today;
  }

  advance(table: ReviewTable, input: AdvanceInput): Promise<AdvanceOutcome> {
    const { actor, session } = this.#request;
    return session.transaction((manager) =>
      once(manager, actor, { operation: `${table} advance`, key: input.idempotencyKey, input }, () =>
        this.#advance(manager, table, input),
      ),
    );
  }

  async #advance(manager: Transaction, table: ReviewTable, input: AdvanceInput): Promise<AdvanceOutcome> {
    const { actor } = this.#request;
    const { county } = actor.scope;
    const { act, onError } = input;
    const note = input.note ?? null;
    const ids = input.items.map(({ id }, at) => idInCounty(id, county, `input.items.${at}.id`));
    const workflow = new WorkflowRepository(readerOf(manager));
    const known = ids.flatMap((id) => id ?? []);
    const rows = new Map((await workflow.listForUpdate<ReviewRow>(table, county, known)).map((row) => [row.id, row]));
    const level = noticeBefore(act);
    const facts = level ? await noticeFacts(manager, county, level, known) : new Map<string, NoticeFacts>();

    const refusals = input.items.map(({ version }, at): AidRefusal[] => {
      const row = rows.get(ids[at] ?? '');
      if (!row || ids.indexOf(row.id) !== at) return [{ kind: 'AidSubjectNotFound' }];
      return reviewRefusals(row, { act, version, note }, facts.get(row.id) ?? UNSEEN, this.#today);
    });
    const outcomes = outcomesOf(refusals, onError);
    const moves = outcomes.flatMap(({ isDone, index }): Move[] => {
      const row = rows.get(ids[index] ?? '');
      const toState = row && reviewAfter(row.state, act);
      return isDone && row && toState ? [{ ...row, toState }] : [];
    });
    const whole = wholeRefusals(outcomes, onError);
    if (!input.dryRun) {
      await workflow.move({ table, countyCode: county, act, by: actor.subject, note }, moves);
      await this.#refresh(
        manager,
        table,
        moves.flatMap(({ id }) => rows.get(id) ?? []),
        act,
      );
    }
    return { ids: [...rows.keys()], rows: outcomes, refusals: whole };
  }

  /** A recognition that is approved, or no longer is, changes who is due what. */
  async #refresh(manager: Transaction, table: ReviewTable, moved: ReviewRow[], act: ReviewAct): Promise<void> {
    if (table !== 'hardship_recognition') return;
    const changed = moved.filter(({ state }) => act === 'APPROVE' || state === 'APPROVED');
    await new EntitlementRepository(manager, this.#request.actor.scope.county).refresh(
      changed.map((row) => row.student_id),
    );
  }
}
