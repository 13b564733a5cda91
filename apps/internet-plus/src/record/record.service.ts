import { Connection, formatGlobalId, idInCounty, idsInCounty, manyByKey, oneByKey, once } from '@bureau/subgraph';
import type { PageArguments, RequestContext } from '@bureau/subgraph';
import type { SchoolRoster } from '@bureau/events';
import { type ChangeRefusal, type Refusal, refuse, staleRefusals } from '../refusal/refusal.rules.ts';
import { Desk, type Entity, type Versioned } from './desk.repository.ts';
import type { Criteria, Listed, RecordGroup, RecordList } from './record-list.repository.ts';

/** The id of the record, where there is one, and why the act was refused, if it was. */
export interface Outcome<Refused extends Refusal> {
  id: string | null;
  refusals: Refused[];
}

interface ListArguments<Condition extends string, Order> extends PageArguments {
  filter?: Criteria<Condition> | null;
  orderBy: Order;
}

/** The records of one kind, as one request reads them. */
export class Records<
  Row extends Listed,
  Condition extends string,
  Order extends string,
  Grouping extends string,
  Sum extends string,
> {
  readonly #request: RequestContext;
  readonly #list: RecordList<Row, Condition, Order, Grouping, Sum>;
  #byId;
  #children = new Map<string, ReturnType<typeof manyByKey<Row>>>();

  constructor(request: RequestContext, list: RecordList<Row, Condition, Order, Grouping, Sum>) {
    this.#request = request;
    this.#list = list;
    const { session, actor } = request;
    this.#byId = oneByKey(
      (ids) => list.listByIds(session, actor.scope.county, ids),
      (row) => row.id,
    );
  }

  /** Null when there is none that the caller may see. */
  async find(id: string | null): Promise<Row | null> {
    return id === null ? null : this.#byId.load(id);
  }

  async findByGlobalId(globalId: string): Promise<Row | null> {
    return this.find(idInCounty(globalId, this.#request.actor.scope.county, 'id'));
  }

  /** The records that belong to another, in order; one statement for all of a level. */
  of(property: keyof Row & string, value: string, order: Order): Promise<Row[]> {
    const { session, actor } = this.#request;
    const known = this.#children.get(property + order);
    const loader =
      known ??
      manyByKey(
        (values) => this.#list.listOf(session, actor.scope.county, { property, values, order }),
        (row) => String(row[property]),
      );
    this.#children.set(property + order, loader);
    return loader.load(value);
  }

  list({ filter, orderBy, ...page }: ListArguments<Condition, Order>): Connection<Row> {
    const { session, actor } = this.#request;
    const rows = this.#list.matching(actor.scope.county, this.#criteriaOf(filter));
    return new Connection({ reader: session, order: this.#list.order(orderBy), page, rows });
  }

  groups(asked: { filter?: Criteria<Condition> | null; groupBy: Grouping }): Promise<RecordGroup<Sum>[]> {
    const { session, actor } = this.#request;
    const criteria = this.#criteriaOf(asked.filter);
    return this.#list.countGroups(session, actor.scope.county, { criteria, grouping: asked.groupBy });
  }

  forget(): void {
    this.#byId.clearAll();
    this.#children.clear();
  }

  /** Ids of the graph become those of rows; another county's lead nowhere. */
  #criteriaOf(filter: Criteria<Condition> | null | undefined): Criteria<Condition> {
    const { county } = this.#request.actor.scope;
    const criteria: Partial<Record<Condition, unknown>> = { ...filter };
    for (const name of this.#list.ids) {
      const ids = criteria[name];
      if (Array.isArray(ids)) criteria[name] = idsInCounty(ids.map(String), county, `filter.${name}`);
    }
    return criteria;
  }
}

/** Reads records of every kind, and has acts done on them. */
export class RecordService {
  readonly #request: RequestContext;
  readonly #now: Date;
  readonly #known = new Map<object, { forget: () => void }>();

  constructor(request: RequestContext, now: Date) {
    this.#request = request;
    this.#now = now;
  }

  of<Row extends Listed, Condition extends string, Order extends string, Grouping extends string, Sum extends string>(
    list: RecordList<Row, Condition, Order, Grouping, Sum>,
  ): Records<Row, Condition, Order, Grouping, Sum> {
    const known = this.#known.get(list) as Records<Row, Condition, Order, Grouping, Sum> | undefined;
    const records = known ?? new Records(this.#request, list);
    this.#known.set(list, records);
    return records;
  }

  /** Does one act for a school in the caller's sight. */
  actFor<Refused extends Refusal>(
    operation: string,
    input: { school: string; idempotencyKey?: string | null },
    work: (desk: Desk, school: SchoolRoster) => Promise<Outcome<NoInfer<Refused | Refusal<'RecordNotFound'>>>>,
  ): Promise<Outcome<Refused | Refusal<'RecordNotFound'>>> {
    return this.act(operation, input, async (desk) => {
      const school = await desk.findSchool(input.school);
      return school ? work(desk, school) : { id: null, refusals: [refuse('RecordNotFound', 'school', {})] };
    });
  }

  /** Does one act on a record, which it locks; refused when it is not there or was changed since it was read. */
  actOn<Row extends Versioned, Refused extends Refusal>(
    operation: string,
    input: { version: number; idempotencyKey?: string | null },
    about: { entity: Entity<Row>; id: string; field: string },
    work: (desk: Desk, record: Row) => Promise<Verdict<Row, NoInfer<Refused | ChangeRefusal>>>,
  ): Promise<Outcome<Refused | ChangeRefusal>> {
    return this.act(operation, input, async (desk) => {
      const record = await desk.findForUpdate(about.entity, about.id, about.field);
      if (!record) return { id: null, refusals: [refuse('RecordNotFound', about.field, {})] };
      const stale = staleRefusals(record, input);
      if (stale.length > 0) return { id: record.id, refusals: stale };
      const { refusals, changes } = await work(desk, record);
      if (refusals.length === 0 && changes) await desk.change(about.entity, record, changes);
      return { id: record.id, refusals };
    });
  }

  /** Does one act in one transaction, once for the caller's key; what was read before it is read anew. */
  act<Refused extends Refusal>(
    operation: string,
    input: { idempotencyKey?: string | null },
    work: (desk: Desk) => Promise<Outcome<NoInfer<Refused>>>,
  ): Promise<Outcome<Refused>> {
    const { actor, session } = this.#request;
    for (const records of this.#known.values()) records.forget();
    return session.transaction((manager) =>
      once(manager, actor, { operation, key: input.idempotencyKey, input }, () =>
        work(new Desk(manager, actor, this.#now)),
      ),
    );
  }
}

/** What an act on one record came to: refusals, or what changes. */
export interface Verdict<Row, Refused extends Refusal> {
  refusals: Refused[];
  changes?: Partial<Row>;
}

/** The row's id as the graph says it. */
export const globalIdOf = ({ countyCode, id }: Listed) => formatGlobalId({ county: countyCode, id });
