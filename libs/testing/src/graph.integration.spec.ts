import { createDataSource, type Office, type RequestContext } from '@bureau/subgraph';
import type { DataSource } from 'typeorm';
import { type Graph, openGraph } from './graph.ts';
import { type OfficeDesk, openDesk } from './office-desk.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

const number =
  (value: number) =>
  async (_: object, __: object, { session }: RequestContext) => {
    const [row]: { value: number }[] = await session.read((manager) => manager.query(`SELECT ${value} AS value`));
    return row?.value;
  };
const office = (name: string, resolvers: object): Office<RequestContext> => ({
  name,
  folder: `${import.meta.dirname}/graph-fixture/${name}`,
  resolvers,
  tables: { entities: [], migrations: [] },
  createContext: (request) => request,
});

let database: TestDatabase;
let dataSource: DataSource;
let desks: OfficeDesk[];
let graph: Graph;
beforeAll(async () => {
  database = await createTestDatabase('enrollment');
  dataSource = await createDataSource({ entities: [], migrations: [] }, { url: database.serviceUrl }).initialize();
  const schools = {
    Query: { school: (_: object, { code }: { code: string }) => ({ code }) },
    School: { children: number(440) },
  };
  const meals = { School: { __resolveReference: ({ code }: { code: string }) => ({ code }), meals: number(400) } };
  desks = await Promise.all(
    [office('schools', schools), office('meals', meals)].map((one) => openDesk(one, dataSource)),
  );
  graph = await openGraph(desks);
});
afterAll(async () => {
  await graph.close();
  await Promise.all(desks.map((desk) => desk.close()));
  await dataSource.destroy();
  await database.drop();
});

const QUERY = '{ school(code: "2164000001") { code children meals } }';

it('one question is answered by two offices, and the statements of both are told', async () => {
  const { data, errors, statements } = await graph.as({ roles: ['county-leader'] })(QUERY);
  expect(errors).toBeUndefined();
  expect(data).toEqual({ school: { code: '2164000001', children: 440, meals: 400 } });
  expect([...statements].sort()).toEqual(['SELECT 400 AS value', 'SELECT 440 AS value']);
});

it('each office guards its own fields', async () => {
  const { data, errors } = await graph.as({ roles: ['paying-bank'] })(QUERY);
  expect(data).toEqual({ school: { code: '2164000001', children: null, meals: null } });
  expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN', 'FORBIDDEN']);
});
