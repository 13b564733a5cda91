import { idInCounty, newId, oneByKey, once, readerOf, type RequestContext } from '@bureau/subgraph';
import { type AidRefusal, unfit } from '../refusal/refusal.rules.ts';
import { nextState, stepRefusals } from '../workflow/workflow.rules.ts';
import type { Objection } from './objection.entity.ts';
import { PublicityRepository } from './publicity.repository.ts';
import { OBJECTION, type ObjectionAct } from './publicity.rules.ts';

export interface ObjectionInput {
  objection: string;
  version: number;
  act: ObjectionAct;
  finding: string;
  idempotencyKey?: string | null;
}

/** Objections are looked into, and then upheld or overruled; whoever decides says what was found. */
export class ObjectionService {
  readonly #request: RequestContext;
  readonly #today: string;
  readonly #byId;

  constructor(request: RequestContext, today: string) {
    const repository = new PublicityRepository(request.session);
    this.#request = request;
    this.#today = today;
    this.#byId = oneByKey(
      (ids) => repository.objectionsByIds(request.actor.scope.county, ids),
      (objection) => objection.id,
    );
  }

  find(id: string): Promise<Objection | null> {
    this.#byId.clearAll();
    return this.#byId.load(id);
  }

  /** Somebody objects to a line of a notice while it hangs. */
  raise(input: { notice: string; subject: string; statement: string; idempotencyKey?: string | null }): Promise<{
    noticeId: string | null;
    refusals: AidRefusal[];
  }> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const noticeId = idInCounty(input.notice, county, 'input.notice');
    const subjectId = idInCounty(input.subject, county, 'input.subject');
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'objectionRaise', key: input.idempotencyKey, input }, async () => {
        const publicity = new PublicityRepository(readerOf(manager));
        const item = noticeId && subjectId ? await publicity.findItem(county, noticeId, subjectId) : null;
        const [notice] = item ? await publicity.listByIds(county, [item.noticeId]) : [];
        if (!item || !notice) return { noticeId: null, refusals: [{ kind: 'AidSubjectNotFound' }] };
        if (input.statement.trim() === '') return { noticeId: notice.id, refusals: [unfit('statement', 'BLANK')] };
        if (this.#today > notice.endsOn)
          return { noticeId: notice.id, refusals: [{ kind: 'AidStepNotOpen', state: 'NOTICE_OVER', steps: [] }] };
        await publicity.insertObjection({
          countyCode: county,
          id: newId(),
          noticeId: notice.id,
          subjectId: item.subjectId,
          schoolId: item.schoolId,
          raisedOn: this.#today,
          statement: input.statement,
          state: 'OPEN',
          finding: null,
          decidedOn: null,
          version: 1,
        });
        return { noticeId: notice.id, refusals: [] };
      }),
    );
  }

  advance(input: ObjectionInput): Promise<{ objectionId: string | null; refusals: AidRefusal[] }> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const id = idInCounty(input.objection, county, 'input.objection');
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'objectionAdvance', key: input.idempotencyKey, input }, async () => {
        const publicity = new PublicityRepository(readerOf(manager));
        const objection = id ? await publicity.findObjectionForUpdate(county, id) : null;
        if (!objection) return { objectionId: null, refusals: [{ kind: 'AidSubjectNotFound' }] };
        const step = { act: input.act, version: input.version, note: input.finding };
        const refusals: AidRefusal[] = stepRefusals(OBJECTION, ['INVESTIGATE', 'UPHOLD', 'OVERRULE'], objection, step);
        const state = nextState(OBJECTION, objection.state, input.act);
        if (refusals.length > 0 || !state) return { objectionId: objection.id, refusals };
        const decidedOn = input.act === 'INVESTIGATE' ? null : this.#today;
        await publicity.decide(objection, { state, finding: input.finding, decidedOn });
        return { objectionId: objection.id, refusals };
      }),
    );
  }
}
