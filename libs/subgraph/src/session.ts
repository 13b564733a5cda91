import { hash } from 'node:crypto';
import type { Actor } from '@bureau/access';
import { GraphQLError } from 'graphql';
import { escapeLiteral, type PoolClient } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { isDatabaseAway } from './failure.ts';
import { FigureCache } from './figure-cache.ts';

/** A connection's worth of reading: everything read through it is of one instant. */
export interface Reader {
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** Reads a figure, or takes it from memory if nothing was written since. The key names the figure and its arguments. */
  figure<T>(key: readonly unknown[], work: (manager: EntityManager) => Promise<T>): Promise<T>;
}

/** Reads inside a transaction that writes; nothing is remembered. */
export function readerOf(manager: EntityManager): Reader {
  return { read: (work) => work(manager), figure: (_key, work) => work(manager) };
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
  const calls = Object.entries(settings).map(([name, value]) => `set_config('${name}', ${escapeLiteral(value)}, true)`);
  return `SELECT ${calls.join(', ')}`;
}

const BEGIN_READING = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
const SNAPSHOT = `SELECT pg_current_snapshot()::text || ' ' || pg_postmaster_start_time() AS snapshot`;

interface Reading {
  runner: QueryRunner;
  snapshot: string;
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
  readonly #figures: FigureCache;
  #reading: Reading | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #isCancelled = false;

  constructor(dataSource: DataSource, actor: Actor, figures = new FigureCache()) {
    this.#dataSource = dataSource;
    this.actor = actor;
    this.#figures = figures;
  }

  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.#next(async () => this.#reads(work, await this.#openReading()));
  }

  figure<T>(key: readonly unknown[], work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const { county, township, school, class: schoolClass } = this.actor.scope;
    const question = hash('sha256', JSON.stringify([county, township, school, schoolClass, ...key]));
    return this.#next(async () => {
      const reading = await this.#openReading();
      return this.#figures.get(reading.snapshot, question, () => this.#reads(work, reading));
    });
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

  /** The caller is gone: what has not begun is not begun any more. */
  cancel(): void {
    this.#isCancelled = true;
  }

  /** Gives the connection back; call it once the answer is known. */
  close(): Promise<void> {
    this.#isCancelled = false;
    return this.#next(() => this.#endReading());
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(() => {
      if (this.#isCancelled) throw new GraphQLError('The caller is gone.', { extensions: { code: 'CALLER_GONE' } });
      return work();
    });
    this.#last = result.catch((error: unknown) => {
      if (isDatabaseAway(error)) this.#figures.clear();
    });
    return result;
  }

  /** After an error PostgreSQL refuses the rest of the transaction: the next part of the answer begins another. */
  async #reads<T>(work: (manager: EntityManager) => Promise<T>, { runner }: Reading): Promise<T> {
    try {
      return await work(runner.manager);
    } catch (error) {
      await this.#endReading();
      throw error;
    }
  }

  async #openReading(): Promise<Reading> {
    if (this.#reading) return this.#reading;
    const runner = this.#dataSource.createQueryRunner();
    try {
      const snapshot = await control(runner, `${BEGIN_READING}; ${actorSettings(this.actor)}; ${SNAPSHOT}`);
      runner.data = { statements: this.statements };
      this.#reading = { runner, snapshot };
      return this.#reading;
    } catch (error) {
      await throwAway(runner, error);
      throw error;
    }
  }

  async #endReading(): Promise<void> {
    const reading = this.#reading;
    this.#reading = undefined;
    if (reading) await rollBack(reading.runner);
  }
}

interface Answered {
  rows: { snapshot?: string }[];
}

/** Runs transaction control on the bare connection, several statements in one round trip; answers the snapshot, if asked. */
async function control(runner: QueryRunner, sql: string): Promise<string> {
  const connection = (await runner.connect()) as PoolClient;
  const answers: Answered[] = [await connection.query<{ snapshot?: string }>(sql)].flat();
  return answers.at(-1)?.rows[0]?.snapshot ?? '';
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
