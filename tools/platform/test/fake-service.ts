import { createServer } from 'node:http';
import pg from 'pg';

// Stands in for a service: answers with its process number, asks its database when it has one, and ends like a real one.
const { FAKE_PORT, FAKE_DATABASE_URL, FAKE_FAULT } = process.env;

if (FAKE_FAULT) {
  console.log('{"level":50,"msg":"not for people"}');
  throw new Error(FAKE_FAULT);
}

async function countDatabases(): Promise<unknown> {
  if (!FAKE_DATABASE_URL) return null;
  const client = new pg.Client({ connectionString: FAKE_DATABASE_URL });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::int FROM pg_database');
  await client.end();
  return rows[0]?.count;
}

const server = createServer((_request, response) => {
  countDatabases().then(
    (databases) => response.end(JSON.stringify({ pid: process.pid, databases })),
    () => response.writeHead(503).end(),
  );
});
server.listen(Number(FAKE_PORT), '127.0.0.1');

const end = () => process.exit(0);
process.once('SIGTERM', end);
process.once('disconnect', end);
