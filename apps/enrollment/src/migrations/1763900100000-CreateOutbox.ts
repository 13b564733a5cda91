import { outboxTables } from '@bureau/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What this office tells the others. */
export class CreateOutbox1763900100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(outboxTables('enrollment'));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
