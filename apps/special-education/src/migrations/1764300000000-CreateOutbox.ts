import { outboxTables } from '@bureau/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'special_education';

/** What this office tells the others. */
export class CreateOutbox1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(outboxTables(SERVICE));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
