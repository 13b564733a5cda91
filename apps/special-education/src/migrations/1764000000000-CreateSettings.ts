import { idempotencyTable } from '@bureau/subgraph';
import { settingsTables } from '@bureau/settings';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'special_education';

/** What the county decides (domain J), and the acts that are done once for their key. */
export class CreateSettings1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(settingsTables(SERVICE) + idempotencyTable(SERVICE));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
