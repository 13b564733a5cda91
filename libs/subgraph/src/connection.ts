import type { Sealer } from '@bureau/access';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { badUserInput } from './failure.ts';
import type { Reader } from './session.ts';

export const PAGE_DEFAULT = 50;
export const PAGE_MAX = 200;

export interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** An order that a list offers: not-null properties of the row; the id decides between equals. */
export interface PageOrder {
  name: string;
  properties: readonly string[];
  direction: 'ASC' | 'DESC';
}

interface Window {
  size: number;
  isBackward: boolean;
  cursor: { argument: 'after' | 'before'; text: string } | undefined;
}

/** Which rows are asked for, or a refusal: too many is refused, never cut silently. */
export function pageWindow({ first, after, last, before }: PageArguments): Window {
  if (first != null && last != null) throw badUserInput('Ask for first or for last, not for both.', 'last');
  if (first != null && before != null) throw badUserInput('before goes with last, not with first.', 'before');
  if (last != null && after != null) throw badUserInput('after goes with first, not with last.', 'after');
  const isBackward = last != null || (first == null && before != null);
  const argument = isBackward ? 'last' : 'first';
  const size = (isBackward ? last : first) ?? PAGE_DEFAULT;
  if (size < 0 || size > PAGE_MAX)
    throw badUserInput(`${argument} must be from 0 to ${PAGE_MAX}, not ${size}.`, argument);
  const text = isBackward ? before : after;
  return { size, isBackward, cursor: text == null ? undefined : { argument: isBackward ? 'before' : 'after', text } };
}

type CursorValue = string | number;

/** Where a row stands in an order; sealed where the order goes by what an answer masks, such as the day of birth. */
export function encodeCursor(order: PageOrder, row: ObjectLiteral, sealer?: Sealer): string {
  const values = [...order.properties, 'id'].map((property): unknown => row[property]);
  const text = JSON.stringify([order.name, ...values]);
  return (sealer ? sealer.seal(text, 'cursor') : Buffer.from(text)).toString('base64url');
}

export function decodeCursor(
  order: PageOrder,
  text: string,
  argument: 'after' | 'before',
  sealer?: Sealer,
): CursorValue[] {
  const refusal = badUserInput(`${argument} is not a cursor of this list in the order ${order.name}.`, argument);
  let parts: unknown;
  try {
    const bytes = Buffer.from(text, 'base64url');
    parts = JSON.parse(sealer ? sealer.open(bytes, 'cursor') : bytes.toString());
  } catch {
    throw refusal;
  }
  if (!Array.isArray(parts) || parts.length !== order.properties.length + 2 || parts[0] !== order.name) throw refusal;
  const values: unknown[] = parts.slice(1);
  if (!values.every((value): value is CursorValue => typeof value === 'string' || typeof value === 'number'))
    throw refusal;
  return values;
}

export interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

interface Page<Row> {
  rows: Row[];
  pageInfo: PageInfo;
}

export interface ListQuery<Row extends ObjectLiteral> {
  reader: Reader;
  order: PageOrder;
  page: PageArguments;
  /** The rows of the list, filtered, not ordered; the alias is the query's main alias. */
  rows: (manager: EntityManager) => SelectQueryBuilder<Row>;
  /** For lists of children: their cursors must not tell what their answers mask. */
  sealer?: Sealer;
}

async function readPage<Row extends ObjectLiteral>({
  reader,
  order,
  page,
  rows,
  sealer,
}: ListQuery<Row>): Promise<Page<Row>> {
  const { size, isBackward, cursor } = pageWindow(page);
  const values = cursor ? decodeCursor(order, cursor.text, cursor.argument, sealer) : undefined;
  const isDescending = (order.direction === 'DESC') !== isBackward;
  const found = await reader.read((manager) => {
    const query = rows(manager);
    const columns = [...order.properties, 'id'].map((property) => `${query.alias}.${property}`);
    for (const column of columns) query.addOrderBy(column, isDescending ? 'DESC' : 'ASC');
    if (values) {
      const parameters = Object.fromEntries(values.map((value, at) => [`cursor${at}`, value]));
      const names = Object.keys(parameters).map((name) => `:${name}`);
      query.andWhere(`(${columns.join(', ')}) ${isDescending ? '<' : '>'} (${names.join(', ')})`, parameters);
    }
    return query.limit(size + 1).getMany();
  });
  const hasMore = found.length > size;
  const inOrder = isBackward ? found.slice(0, size).reverse() : found.slice(0, size);
  const [start, end] = [inOrder.at(0), inOrder.at(-1)];
  const pageInfo = {
    hasNextPage: isBackward ? cursor !== undefined : hasMore,
    hasPreviousPage: isBackward ? hasMore : cursor !== undefined,
    startCursor: start ? encodeCursor(order, start, sealer) : null,
    endCursor: end ? encodeCursor(order, end, sealer) : null,
  };
  return { rows: inOrder, pageInfo };
}

/**
 * A Relay connection over one list. Each part is read when it is asked for: a page is one statement, the total another.
 * Keyset cursors neither skip nor repeat a row while others write.
 *
 * @see https://relay.dev/graphql/connections.htm
 */
export class Connection<Row extends ObjectLiteral> {
  readonly #query: ListQuery<Row>;
  #page: Promise<Page<Row>> | undefined;

  constructor(query: ListQuery<Row>) {
    pageWindow(query.page);
    this.#query = query;
  }

  #read(): Promise<Page<Row>> {
    this.#page ??= readPage(this.#query);
    return this.#page;
  }

  nodes = async (): Promise<Row[]> => (await this.#read()).rows;

  edges = async (): Promise<{ cursor: string; node: Row }[]> =>
    (await this.#read()).rows.map((node) => ({
      cursor: encodeCursor(this.#query.order, node, this.#query.sealer),
      node,
    }));

  pageInfo = async (): Promise<PageInfo> => (await this.#read()).pageInfo;

  totalCount = (): Promise<number> => this.#query.reader.read((manager) => this.#query.rows(manager).getCount());
}
