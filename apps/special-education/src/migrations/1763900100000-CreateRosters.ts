import { rosterTables, subscriptionTables } from '@bureau/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'special_education';

/** What this office hears from enrollment: the county's schools and the children on their rolls. */
export class CreateRosters1763900100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(subscriptionTables(SERVICE) + rosterTables(SERVICE, ['school_roster', 'student_roster']));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
