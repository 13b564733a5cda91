import { rosterTables, subscriptionTables } from '@bureau/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What enrollment tells this office: schools, and how many classes and children they have; no child. */
export class CreateRoster1763900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      rosterTables('internet_plus', ['school_roster', 'school_headcount']) + subscriptionTables('internet_plus'),
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
