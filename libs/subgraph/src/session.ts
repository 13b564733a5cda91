import type { Actor } from '@bureau/access';
import pg from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

/** A connection's worth of reading: everything read through it is of one instant. */
export interface Reader {
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
}

/** The settings that row-level security compares each row with; they end with the transaction. */
export function actorSettings(actor: Pick<Actor, 'subject' | 'scope'>): string {
  const settings = {
    'bureau.subject': actor.subject,
    'bureau.county': actor.scope.county,
    'bureau.township': actor.scope.township ?? '',
    'bureau.school': actor.scope.school ?? '',
    'bureau.class': actor.scope.class ?? '',
  };
  const calls = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`,
  );
  return `SELECT ${calls.join(', ')}`;
}

/**
 * One request's use of the office's database.
 *
 * Reads share one read-only REPEATABLE READ transaction, opened at the first of them, so that every figure of an answer
 * is of the same instant and a count equals its list. A write has a transaction of its own; what is read afterwards
 * is read anew. Statements run one after another: a connection has one conversation at a time.
 */
export class Session implements Reader {
  /** The statements run so far; transaction control is not counted. */
  readonly statements: string[] = [];
  readonly actor: Actor;
  readonly #dataSource: DataSource;
  #reading: QueryRunner | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(dataSource: DataSource, actor: Actor) {
    this.#dataSource = dataSource;
    this.actor = actor;
  }

  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.#next(async () => work((await this.#openReading()).manager));
  }

  /** Runs the work in one transaction: all of it is kept, or, when it throws, nothing. */
  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.#next(async () => {
      await this.#endReading();
      const runner = this.#dataSource.createQueryRunner();
      try {
        await runner.startTransaction();
        await control(runner, actorSettings(this.actor));
        runner.data = { statements: this.statements };
        const result = await work(runner.manager);
        await runner.commitTransaction();
        await runner.release();
        return result;
      } catch (error) {
        await rollBack(runner);
        throw error;
      }
    });
  }

  /** Gives the connection back; call it once the answer is known. */
  close(): Promise<void> {
    return this.#next(() => this.#endReading());
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #openReading(): Promise<QueryRunner> {
    this.#reading ??= await this.#begin('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return this.#reading;
  }

  async #endReading(): Promise<void> {
    const runner = this.#reading;
    this.#reading = undefined;
    if (runner) await rollBack(runner);
  }

  async #begin(begin: string): Promise<QueryRunner> {
    const runner = this.#dataSource.createQueryRunner();
    try {
      await control(runner, `${begin}; ${actorSettings(this.actor)}`);
    } catch (error) {
      await throwAway(runner, error);
      throw error;
    }
    runner.data = { statements: this.statements };
    return runner;
  }
}

async function control(runner: QueryRunner, sql: string): Promise<void> {
  const { statements: _uncounted, ...data } = runner.data;
  runner.data = data;
  await runner.query(sql);
}

interface Disposable {
  releasePostgresConnection(error?: unknown): Promise<void>;
}

async function rollBack(runner: QueryRunner): Promise<void> {
  try {
    await control(runner, 'ROLLBACK');
    await runner.release();
  } catch (error) {
    await throwAway(runner, error);
  }
}

/** A connection that cannot even begin or roll back is closed, never handed to the next request. */
function throwAway(runner: QueryRunner, error: unknown): Promise<void> {
  return (runner as QueryRunner & Disposable).releasePostgresConnection(error);
}
