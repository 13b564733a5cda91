import type { PageOrder, Reader } from '@bureau/subgraph';
import { type EntityManager, type EntitySchema, In, type SelectQueryBuilder } from 'typeorm';

/** What every row of a list has. */
export interface Listed {
  countyCode: string;
  id: string;
}

interface Shape<Condition extends string, Order extends string, Grouping extends string, Sum extends string> {
  /** SQL of each condition over `row`; the parameter has the condition's own name. */
  conditions: Readonly<Record<Condition, string>>;
  /** Conditions that the caller gives as ids of the graph. */
  ids?: readonly NoInfer<Condition>[];
  /** SQL of the rows, where they are no table but drawn from several; it reads `:countyCode`. */
  drawnFrom?: string;
  orders: Readonly<Record<Order, readonly [property: string, direction: 'ASC' | 'DESC']>>;
  /** SQL over `row` by which rows are counted. */
  groupings?: Readonly<Record<Grouping, string>>;
  /** SQL over `row` of what is added up beside each count. */
  sums?: Readonly<Record<Sum, string>>;
}

/** What a list is asked for; conditions that are null or not there ask nothing. */
export type Criteria<Condition extends string> = Readonly<Partial<Record<Condition, unknown>>>;

/** One count of a list, with the sums that the list has. */
export type RecordGroup<Sum extends string = never> = { key: string | null; count: number } & Record<Sum, number>;

/** One kind of record as lists show it: by which conditions, in which orders, counted by what. */
export class RecordList<
  Row extends Listed,
  Condition extends string = string,
  Order extends string = string,
  Grouping extends string = string,
  Sum extends string = never,
> {
  readonly #entity: EntitySchema<Row>;
  readonly #shape: Shape<Condition, Order, Grouping, Sum>;
  readonly ids: readonly Condition[];

  constructor(entity: EntitySchema<Row>, shape: Shape<Condition, Order, Grouping, Sum>) {
    this.#entity = entity;
    this.#shape = shape;
    this.ids = shape.ids ?? [];
  }

  order(name: Order): PageOrder {
    const [property, direction] = this.#shape.orders[name];
    return { name, properties: [property], direction };
  }

  /** The rows of a list, not yet ordered. */
  matching(countyCode: string, criteria?: Criteria<Condition>): (manager: EntityManager) => SelectQueryBuilder<Row> {
    return (manager) => {
      const query = manager
        .createQueryBuilder(this.#entity, 'row')
        .where('row.countyCode = :countyCode', { countyCode });
      if (this.#shape.drawnFrom)
        query.addCommonTableExpression(this.#shape.drawnFrom, query.expressionMap.mainAlias?.metadata.tableName ?? '');
      for (const [name, asked] of Object.entries(criteria ?? {})) {
        if (asked != null) query.andWhere(this.#shape.conditions[name as Condition], { [name]: asked });
      }
      return query;
    };
  }

  listByIds(reader: Reader, countyCode: string, ids: string[]): Promise<Row[]> {
    return reader.read((manager) =>
      this.matching(countyCode)(manager)
        .andWhere({ id: In(ids) })
        .getMany(),
    );
  }

  /** How many the list finds; remembered for as long as nothing was written. */
  count(reader: Reader, countyCode: string, criteria: Criteria<Condition>): Promise<number> {
    return reader.figure([this.#entity.options.name, 'count', criteria], (manager) =>
      this.matching(countyCode, criteria)(manager).getCount(),
    );
  }

  /** The values that a property has, in order. */
  values(reader: Reader, countyCode: string, property: keyof Row & string): Promise<string[]> {
    return reader.figure([this.#entity.options.name, 'values', property], async (manager) => {
      const query = this.matching(countyCode)(manager).select(`row.${property}`, 'value').distinct(true);
      const rows = await query.orderBy('value').getRawMany<{ value: string }>();
      return rows.map(({ value }) => value);
    });
  }

  /** The rows whose property has one of these values, in order. */
  listOf(reader: Reader, countyCode: string, of: { property: string; values: string[]; order: Order }): Promise<Row[]> {
    const [property, direction] = this.#shape.orders[of.order];
    return reader.read((manager) =>
      this.matching(countyCode)(manager)
        .andWhere(`row.${of.property} = ANY(:values)`, { values: of.values })
        .orderBy(`row.${property}`, direction)
        .addOrderBy('row.id', direction)
        .getMany(),
    );
  }

  countGroups(
    reader: Reader,
    countyCode: string,
    { criteria, grouping }: { criteria: Criteria<Condition>; grouping: Grouping },
  ): Promise<RecordGroup<Sum>[]> {
    const expression = this.#shape.groupings?.[grouping] ?? 'NULL';
    return reader.figure([this.#entity.options.name, 'groups', criteria, grouping], (manager) => {
      const query = this.matching(
        countyCode,
        criteria,
      )(manager)
        .select(`CAST(${expression} AS text)`, 'key')
        .addSelect('count(*)::int', 'count')
        .groupBy(expression)
        .orderBy(expression);
      for (const [name, sql] of Object.entries<string>(this.#shape.sums ?? {}))
        query.addSelect(`COALESCE(sum(${sql}), 0)::int`, name);
      return query.getRawMany<RecordGroup<Sum>>();
    });
  }
}
