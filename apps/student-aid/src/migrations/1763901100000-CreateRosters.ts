import { rosterTables, subscriptionTables } from '@bureau/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'student_aid';

/** The schools and children as enrollment's events tell of them. */
export class CreateRosters1763901100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rosterTables(SERVICE, ['school_roster', 'student_roster']) + subscriptionTables(SERVICE));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
