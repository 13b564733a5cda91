import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectionUrl, prepareDatabases, type RunningPostgres, startPostgres } from '@bureau/postgres';
import type { DataSource } from 'typeorm';
import { outboxTables } from '../outbox/outbox.tables.ts';
import { rosterMatching, rosterTables } from '../roster/roster.tables.ts';
import { subscriptionTables } from '../subscription/subscription.tables.ts';
import { appliedTable } from './applied.ts';
import { openDatabase } from './database.ts';
import { pupilTable } from './pupils.ts';

const passwords = { service: 'service', owner: 'owner' };

/** A server that may be killed, since nobody else uses it: with a database that publishes and one that subscribes. */
export class TwoOffices implements AsyncDisposable {
  readonly #dataDir: string;
  #server: RunningPostgres;
  /** Row-level security does not bind an owner. */
  readonly enrollment: DataSource;
  readonly studentAid: DataSource;

  private constructor(dataDir: string, server: RunningPostgres, enrollment: DataSource, studentAid: DataSource) {
    this.#dataDir = dataDir;
    this.#server = server;
    this.enrollment = enrollment;
    this.studentAid = studentAid;
  }

  static async open(): Promise<TwoOffices> {
    const dataDir = mkdtempSync(join(tmpdir(), 'bureau-test-kill-'));
    const server = await startPostgres({ dataDir, durable: true });
    await prepareDatabases(server.superuser, ['enrollment', 'student-aid'], {
      enrollment: passwords,
      'student-aid': passwords,
    });
    const openAsOwner = (database: string) =>
      openDatabase(urlOf(server, database, `${database}_owner`, passwords.owner));
    const enrollment = await openAsOwner('enrollment');
    await enrollment.query(outboxTables('enrollment') + pupilTable('enrollment'));
    const studentAid = await openAsOwner('student_aid');
    const rosters = rosterTables('student_aid', ['school_roster', 'student_roster']) + rosterMatching;
    await studentAid.query(subscriptionTables('student_aid') + rosters + appliedTable('student_aid'));
    return new TwoOffices(dataDir, server, enrollment, studentAid);
  }

  serviceUrl(database: 'enrollment' | 'student_aid'): string {
    return urlOf(this.#server, database, database, passwords.service);
  }

  /** Ends connections of the services in mid-sentence. */
  async endConnections(share: number): Promise<void> {
    const superuser = await openDatabase(connectionUrl(this.#server.superuser));
    await superuser.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename IN ('enrollment', 'student_aid') AND random() < $1`,
      [share],
    );
    await superuser.destroy();
  }

  /** As when the power of the server's process goes, and somebody starts it again. */
  async killServer(): Promise<void> {
    const { port } = this.#server;
    process.kill(this.#server.pid, 'SIGKILL');
    this.#server = await startPostgres({ dataDir: this.#dataDir, durable: true, port });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.enrollment.destroy();
    await this.studentAid.destroy();
    await this.#server.stop();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }
}

function urlOf({ superuser }: RunningPostgres, database: string, user: string, password: string): string {
  return connectionUrl({ ...superuser, database, user, password });
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
