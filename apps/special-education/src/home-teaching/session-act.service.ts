import { idInCounty } from '@bureau/subgraph';
import { type Act, type ActService, type Outcome, refuse } from '../act/act.service.ts';
import {
  type Changed,
  type DayOutOfRange,
  dayRefusals,
  type NotFound,
  notFound,
  type ReasonMissing,
  silence,
  staleness,
} from '../refusal/refusal.rules.ts';
import type { Store } from '../store.ts';
import type { HomeTeachingSession } from './home-teaching-session.entity.ts';
import {
  hoursRefusals,
  SESSION_TRANSITIONS,
  type SessionAct,
  sessionRefusals,
  type SessionState,
} from './home-teaching.rules.ts';

interface SessionInput extends Act {
  homeTeachingSession: string;
  version: number;
}
export type GiveInput = SessionInput & { heldHours: number; teachers: readonly string[]; content: string };
export type MissInput = SessionInput & { reason: string };
export type VerifyInput = SessionInput & { verifiedHours: number; verifiedBy: string; verifiedOn: string };
type SessionBase =
  NotFound | Changed | DayOutOfRange | ReasonMissing | { kind: 'SessionActNotDue'; state: SessionState };
export type MissRefusal = SessionBase;
export type HoursRefusal = SessionBase | { kind: 'SessionHoursUnfit'; at: string; most: number };

/** What becomes of a visit (送教、未送教、监护人确认). */
export class SessionActService {
  readonly #acts: ActService;

  constructor(acts: ActService) {
    this.#acts = acts;
  }

  async #begin(store: Store, { homeTeachingSession, version }: SessionInput, act: SessionAct) {
    const id = idInCounty(homeTeachingSession, store.county, 'input.homeTeachingSession');
    const session = id ? await store.sessions.findForUpdate({ id }) : null;
    if (!session) return { session, refusals: [notFound('homeTeachingSession')] };
    const isToCome = dayRefusals('homeTeachingSession', session.plannedOn, { latest: this.#acts.today });
    return { session, refusals: [...staleness(session, version), ...sessionRefusals(act, session.state), ...isToCome] };
  }

  async #end(store: Store, session: HomeTeachingSession, act: SessionAct, changes: Partial<HomeTeachingSession>) {
    await store.sessions.change(session, { state: SESSION_TRANSITIONS[act].to, ...changes });
    return { id: session.id, refusals: [] };
  }

  give(input: GiveInput): Promise<Outcome<HoursRefusal>> {
    const { heldHours, teachers, content } = input;
    return this.#acts.run<HoursRefusal>('homeTeachingSessionGive', input, async (store) => {
      const { session, refusals } = await this.#begin(store, input, 'GIVE');
      const why: HoursRefusal[] = [...refusals, ...silence('content', content)];
      if (session) why.push(...hoursRefusals('heldHours', heldHours, { least: 1, most: session.plannedHours }));
      if (!session || why.length > 0) return refuse(...why);
      return this.#end(store, session, 'GIVE', { heldHours, teachers: [...teachers], content });
    });
  }

  miss(input: MissInput): Promise<Outcome<MissRefusal>> {
    return this.#acts.run<MissRefusal>('homeTeachingSessionMiss', input, async (store) => {
      const { session, refusals } = await this.#begin(store, input, 'MISS');
      const why: MissRefusal[] = [...refusals, ...silence('reason', input.reason)];
      if (!session || why.length > 0) return refuse(...why);
      return this.#end(store, session, 'MISS', { missedReason: input.reason });
    });
  }

  verify(input: VerifyInput): Promise<Outcome<HoursRefusal>> {
    const { verifiedHours, verifiedBy, verifiedOn } = input;
    return this.#acts.run<HoursRefusal>('homeTeachingSessionVerify', input, async (store) => {
      const { session, refusals } = await this.#begin(store, input, 'VERIFY');
      const why: HoursRefusal[] = [...refusals, ...silence('verifiedBy', verifiedBy)];
      if (session) {
        why.push(...hoursRefusals('verifiedHours', verifiedHours, { least: 0, most: session.heldHours ?? 0 }));
        why.push(...dayRefusals('verifiedOn', verifiedOn, { earliest: session.plannedOn, latest: this.#acts.today }));
      }
      if (!session || why.length > 0) return refuse(...why);
      return this.#end(store, session, 'VERIFY', { verifiedHours, verifiedBy, verifiedOn });
    });
  }
}
