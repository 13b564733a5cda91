import { rosterMatching } from '@bureau/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists of other departments are matched with. */
export class AddMatchingToRoster1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rosterMatching);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
