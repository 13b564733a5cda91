import { settingsTables } from '@bureau/settings';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'enrollment';

/** What the county decides (domain J). */
export class CreateSettings1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(settingsTables(SERVICE));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
