import { fileTables } from '@bureau/files';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports, exports, stored documents and the log of accesses. */
export class CreateFiles1764001000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(fileTables('enrollment'));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
