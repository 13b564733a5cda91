import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A batch goes on when all its schools have confirmed; none of them sees how far the others are. */
export class CountConfirmations1764500200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE disbursement_batch
        ADD COLUMN school_count integer NOT NULL DEFAULT 0,
        ADD COLUMN confirmed_count integer NOT NULL DEFAULT 0,
        ADD CONSTRAINT disbursement_batch_confirmed_check CHECK (confirmed_count BETWEEN 0 AND school_count
          AND (state IN ('DRAFT', 'LIST_LOCKED', 'VOID') OR (school_count > 0 AND confirmed_count = school_count)))`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
