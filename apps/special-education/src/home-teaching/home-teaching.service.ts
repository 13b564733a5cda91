import { formatDay, daysInMonth } from '@bureau/calendar';
import { workingCalendarOf } from '@bureau/settings';
import {
  badUserInput,
  Connection,
  idInCounty,
  manyByKey,
  oneByKey,
  type PageArguments,
  type RequestContext,
} from '@bureau/subgraph';
import type { ActService } from '../act/act.service.ts';
import type { HomeTeachingPlan } from './home-teaching-plan.entity.ts';
import type { HomeTeachingSession } from './home-teaching-session.entity.ts';
import {
  type Gap,
  HomeTeachingRepository,
  SESSION_ORDERS,
  type SessionCriteria,
  type SessionGroup,
  type SessionGrouping,
} from './home-teaching.repository.ts';
import { missingYear, visitDays } from './home-teaching.rules.ts';

export type HomeTeachingSessionConnection = Connection<HomeTeachingSession>;

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** How children are taught at home, and what of it was given. */
export class HomeTeachingService {
  readonly #acts: ActService;
  readonly #session: RequestContext['session'];
  readonly #repository: HomeTeachingRepository;
  readonly #planById;
  readonly #plansOf;
  readonly #sessionById;

  constructor({ session }: RequestContext, acts: ActService) {
    const repository = new HomeTeachingRepository(session);
    this.#acts = acts;
    this.#session = session;
    this.#repository = repository;
    this.#planById = oneByKey(
      (ids) => repository.listPlansByIds(acts.county, ids),
      ({ id }) => id,
    );
    this.#plansOf = manyByKey(
      (ids) => repository.listPlansOfChildren(acts.county, ids),
      ({ childId }) => childId,
    );
    this.#sessionById = oneByKey(
      (ids) => repository.listSessionsByIds(acts.county, ids),
      ({ id }) => id,
    );
    acts.forgets(this.#planById, this.#plansOf, this.#sessionById);
  }

  findPlan = (id: string) => this.#planById.load(id);
  findSession = (id: string) => this.#sessionById.load(id);
  listPlansOfChild = (childId: string): Promise<HomeTeachingPlan[]> => this.#plansOf.load(childId);

  async findPlanByGlobalId(globalId: string): Promise<HomeTeachingPlan | null> {
    const id = idInCounty(globalId, this.#acts.county, 'id');
    return id ? this.findPlan(id) : null;
  }

  async findSessionByGlobalId(globalId: string): Promise<HomeTeachingSession | null> {
    const id = idInCounty(globalId, this.#acts.county, 'id');
    return id ? this.findSession(id) : null;
  }

  list(
    criteria: SessionCriteria,
    order: keyof typeof SESSION_ORDERS,
    page: PageArguments,
  ): HomeTeachingSessionConnection {
    const rows = this.#repository.matching(this.#acts.county, criteria);
    return new Connection({ reader: this.#session, order: SESSION_ORDERS[order], page, rows });
  }

  countGroups(criteria: SessionCriteria, grouping: SessionGrouping): Promise<SessionGroup[]> {
    return this.#repository.countGroups(this.#acts.county, criteria, grouping);
  }

  /** Children with too few visits in a month; a month under way is counted until today. */
  async listGaps(month: string): Promise<Gap[]> {
    const { county, today } = this.#acts;
    const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
    const from = `${month}-01`;
    const last = formatDay(year, number, daysInMonth(year, number));
    const until = last < today ? last : today;
    const calendar = await workingCalendarOf(this.#session, county);
    if (missingYear(calendar, from, last) !== null)
      throw badUserInput(`The state holidays of ${year} are not loaded.`, 'month');
    return this.#repository.listGaps(county, visitDays(EVERY_DAY, { from, until }, calendar), { from, until });
  }
}
