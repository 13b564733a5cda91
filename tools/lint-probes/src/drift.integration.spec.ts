import { createTestDatabase, driftFromEntities, type TestDatabase } from '@bureau/testing';
import { migrateOffice } from '@bureau/subgraph';
import { EntitySchema, type EntitySchemaColumnOptions, type QueryRunner } from 'typeorm';

class CreateAward1700000000000 {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE award (id uuid NOT NULL CONSTRAINT award_pkey PRIMARY KEY, amount_fen bigint NOT NULL)',
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const columns = {
  id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'award_pkey' },
  amountFen: { type: 'bigint' },
} satisfies Record<string, EntitySchemaColumnOptions>;
const tables = (changed: Record<string, EntitySchemaColumnOptions>, more = {}) => ({
  entities: [new EntitySchema({ name: 'Award', columns: { ...columns, ...changed }, ...more })],
  migrations: [CreateAward1700000000000],
});

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase('student-aid');
  await migrateOffice(tables({}), database.ownerUrl);
});
afterAll(() => database.drop());

it.each([
  ['agree', {}, {}, []],
  ['disagree about a column', { paidOn: { type: 'date' } }, {}, [/ADD "paid_on" date NOT NULL/]],
  [
    'disagree about a type',
    { amountFen: { type: 'integer' } },
    {},
    [/DROP COLUMN "amount_fen"/, /ADD "amount_fen" integer/],
  ],
  ['disagree about null', { amountFen: { type: 'bigint', nullable: true } }, {}, [/"amount_fen" DROP NOT NULL/]],
  [
    'disagree about a check',
    {},
    { checks: [{ name: 'award_amount_check', expression: 'amount_fen > 0' }] },
    [/ADD CONSTRAINT "award_amount_check"/],
  ],
  [
    'disagree about an index',
    {},
    { indices: [{ name: 'award_amount_idx', columns: ['amountFen'] }] },
    [/CREATE INDEX "award_amount_idx"/],
  ],
] as const)('tells that migrations and entities %s', async (_, changed, more, statements) => {
  const drift = await driftFromEntities(tables(changed, more), database.ownerUrl);
  expect(drift).toEqual(statements.map((statement) => expect.stringMatching(statement) as unknown));
});
