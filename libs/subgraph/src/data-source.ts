import { DataSource, type EntitySchema, type Logger, type MigrationInterface, type QueryRunner } from 'typeorm';
import { SnakeNaming } from './naming.ts';
import { PreparingClient } from './preparing-client.ts';

export interface OfficeTables {
  entities: EntitySchema[];
  migrations: (new () => MigrationInterface)[];
}

/** Counts the statements of a query runner that asks for it; prints nothing, since parameters are personal data. */
class StatementCounter implements Logger {
  logQuery(_query: string, _parameters?: unknown[], runner?: QueryRunner): void {
    const counter: unknown = runner?.data.statements;
    if (Array.isArray(counter)) counter.push(_query);
  }
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}

export interface DatabaseOptions {
  url: string;
  /** Connections this process may hold. */
  poolSize?: number;
  /** A statement that runs longer is ended by PostgreSQL. */
  statementTimeoutMs?: number;
}

/** One office's database, as its service role sees it. */
export function createDataSource(tables: OfficeTables, options: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: tables.entities,
    migrations: tables.migrations,
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    installExtensions: false,
    logging: ['query'],
    logger: new StatementCounter(),
    poolSize: options.poolSize ?? 5,
    connectTimeoutMS: 5_000,
    extra: {
      Client: PreparingClient,
      keepAlive: true,
      // An idle connection stays, so that a server's crash is always noticed (figure-cache.ts).
      idleTimeoutMillis: 0,
      options: `-c statement_timeout=${options.statementTimeoutMs ?? 15_000} -c idle_in_transaction_session_timeout=60000`,
    },
  });
}
