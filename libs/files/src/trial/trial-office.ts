import { createSealer, createTokenVerifier } from '@bureau/access';
import { CountySettingEntity, HolidayYearEntity, settingsTables } from '@bureau/settings';
import { createDataSource, createHttpServer, drain, listen } from '@bureau/subgraph';
import { createTestDatabase, type TestDatabase, testIssuer } from '@bureau/testing';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { filesCompanion } from '../files-companion.ts';
import { fileTables } from '../files.tables.ts';
import { FILE_ENTITIES } from '../index.ts';
import { PERSON_TABLE, personExport, personImport } from './people-files.ts';

export const entities = [...FILE_ENTITIES, CountySettingEntity, HolidayYearEntity];
export const county = '640121';
export const school = `${county}.0191d5a0-0000-7000-8000-000000000001`;
export const sealer = createSealer({ dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 2) });

export interface Caller {
  role: string;
  subject?: string;
  school?: string;
}

export type Call = (path: string, init?: RequestInit) => Promise<Response>;

/** An office with files and nothing else, on a real database and a real port. */
export class TrialOffice implements AsyncDisposable {
  readonly database: TestDatabase;
  readonly dataSource: DataSource;
  readonly #owner: DataSource;
  readonly #sign: (caller: Caller) => Promise<string>;
  readonly #url: string;
  readonly #close: () => Promise<void>;
  /** What the office takes for the time. */
  static now: () => Date = () => new Date();

  private constructor(parts: {
    database: TestDatabase;
    dataSource: DataSource;
    owner: DataSource;
    sign: (caller: Caller) => Promise<string>;
    url: string;
    close: () => Promise<void>;
  }) {
    this.database = parts.database;
    this.dataSource = parts.dataSource;
    this.#owner = parts.owner;
    this.#sign = parts.sign;
    this.#url = parts.url;
    this.#close = parts.close;
  }

  static async open(): Promise<TrialOffice> {
    const database = await createTestDatabase('enrollment');
    const owner = await createDataSource({ entities: [], migrations: [] }, { url: database.ownerUrl }).initialize();
    await owner.query(settingsTables('enrollment') + fileTables('enrollment') + PERSON_TABLE);
    const dataSource = await createDataSource({ entities, migrations: [] }, { url: database.serviceUrl }).initialize();
    const issuer = await testIssuer();
    const companion = filesCompanion({
      sealer,
      now: () => TrialOffice.now(),
      lifelessAfterMs: 4_000,
      imports: [personImport],
      exports: [personExport],
      documents: [
        {
          kind: 'evidence',
          mediaTypes: ['image/png', 'application/pdf'],
          maxBytes: 1_000,
          writeScopes: ['dropout-cases:write'],
          readScopes: ['dropout-cases:read'],
        },
      ],
    })({ dataSource, tokens: createTokenVerifier(issuer), log: pino({ level: process.env.TEST_LOG ?? 'silent' }) });
    const server = createHttpServer(companion.routes ?? {}, (fault) => {
      throw fault;
    });
    const ending = new AbortController();
    const background = companion.run?.(ending.signal);
    const url = `http://127.0.0.1:${await listen(server, '127.0.0.1', 0)}`;
    const sign = ({ role, subject = 'officer', school: at }: Caller) =>
      issuer.signToken({ subject, roles: [role], county, ...(at !== undefined && { school: at }) });
    const close = async () => {
      ending.abort();
      await background;
      await drain(server);
    };
    return new TrialOffice({ database, dataSource, owner, sign, url, close });
  }

  /** What PostgreSQL holds, whoever may see it. */
  query<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return this.#owner.query(sql, values);
  }

  async as(caller: Caller): Promise<Call> {
    const authorization = `Bearer ${await this.#sign(caller)}`;
    return (path, init) =>
      fetch(`${this.#url}${path}`, {
        ...init,
        headers: { authorization, 'accept-language': 'en', ...init?.headers },
      });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#close();
    await Promise.all([this.dataSource.destroy(), this.#owner.destroy()]);
    await this.database.drop();
  }
}
