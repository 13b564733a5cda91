import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The service may stage the rows of a file in a table that ends with its transaction. */
export class AllowStaging1764001100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DO $$ BEGIN
      EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO enrollment', current_database());
    END $$`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
