import { Client } from 'pg';
import { createTestDatabase, dropTestDatabase } from './test-database.ts';
import { testServer } from './test-server.ts';

async function answer(connectionString: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ value: unknown }>(sql);
    return rows[0]?.value;
  } finally {
    await client.end();
  }
}

describe('a test database', () => {
  test('is fresh, calls itself a test and serves both roles until it is dropped', async () => {
    const database = await createTestDatabase('special-education');
    expect(database.name).toMatch(/^special_education_test_[0-9a-f]{12}$/);

    await answer(database.ownerUrl, 'CREATE TABLE placement (id int)');
    await answer(database.ownerUrl, 'GRANT SELECT ON placement TO special_education');
    expect(await answer(database.serviceUrl, 'SELECT count(*)::int AS value FROM placement')).toBe(0);
    expect(await answer(database.superuserUrl, 'SELECT current_user AS value')).toBe('postgres');

    await database.drop();
    await expect(answer(database.serviceUrl, 'SELECT 1')).rejects.toThrow(`database "${database.name}" does not exist`);
  });

  test('is the only kind of database that may be dropped', async () => {
    await expect(dropTestDatabase('enrollment')).rejects.toThrow('enrollment does not call itself a test database');
  });

  test('cannot be had without the server of the run', () => {
    const address = process.env['BUREAU_TEST_SERVER'];
    delete process.env['BUREAU_TEST_SERVER'];
    try {
      expect(testServer).toThrow('No test server');
    } finally {
      process.env['BUREAU_TEST_SERVER'] = address;
    }
  });
});
