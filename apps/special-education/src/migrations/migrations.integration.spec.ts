import { createOfficeDatabase, driftFromEntities, type OfficeDatabase } from '@bureau/testing';
import { tables } from '../data-source.ts';

let database: OfficeDatabase;
beforeAll(async () => {
  database = await createOfficeDatabase('special-education', tables);
});
afterAll(() => database.drop());

it('migrations build exactly what the entities declare', async () => {
  expect(await driftFromEntities(tables, database.ownerUrl)).toEqual([]);
});

it('the service role owns nothing, and every table with a county has row-level security', async () => {
  const owned = await database.arrange(`SELECT relname FROM pg_class WHERE relowner = 'special_education'::regrole`);
  expect(owned).toEqual([]);
  const open = await database.arrange(
    `SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'county_code'
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT c.relrowsecurity`,
  );
  expect(open).toEqual([]);
});
