import { createHash } from 'node:crypto';
import pg from 'pg';

const names = new Map<string, string>();
const PREPARED_STATEMENTS_MAX = 500;

function statementName(sql: string): string | undefined {
  const known = names.get(sql);
  if (known) return known;
  if (names.size >= PREPARED_STATEMENTS_MAX) return undefined;
  const name = createHash('sha1').update(sql).digest('hex').slice(0, 24);
  names.set(sql, name);
  return name;
}

type Query = (...args: unknown[]) => unknown;
const query = Reflect.get(pg.Client.prototype, 'query') as Query;

/**
 * Prepares every SELECT that has parameters, once per connection: planning a statement under row-level security costs
 * more than running it. TypeORM has no setting for this; pg's pool takes the client class as an option.
 */
export class PreparingClient extends pg.Client {}
PreparingClient.prototype.query = function prepared(this: pg.Client, ...args: unknown[]) {
  const [sql, values, ...rest] = args;
  const isPreparable =
    typeof sql === 'string' && Array.isArray(values) && values.length > 0 && /^\s*(select|with)\b/i.test(sql);
  const name = isPreparable ? statementName(sql) : undefined;
  return name ? query.call(this, { name, text: sql, values }, ...rest) : query.call(this, ...args);
} as typeof pg.Client.prototype.query;
