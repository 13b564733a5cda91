import { isDeepStrictEqual } from 'node:util';
import { randomQuery } from '../testing/world/random-query.ts';
import { worldServices } from '../testing/world/services.ts';
import { World, type Answer } from '../testing/world/world.ts';

/** Queries and, for each, worlds of data; every pair is a case, the same for the same numbers. */
const queries = 1_000;
const universes = 20;
const batches = 4;
/** The stock executor takes longest and is asked in every fourth world. */
const stockEvery = 4;

const world = new World(worldServices);
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
const places = ({ errors = [] }: Answer) =>
  errors.map(({ message, path }) => `${message} at ${(path ?? []).join('.')}`);

/**
 * Whether an error stands where the answer has a null of its own. Two kinds of errors do not, and only those may differ
 * from graphql-js: of fields inside an object that is null already (services work side by side, one reason is enough), and
 * of fields nobody asked for (another field requires them), which are reported at the object they belong to.
 */
function hasPlace(data: unknown, path: readonly (string | number)[]): boolean {
  let value = data;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return false;
    value = (value as Record<string | number, unknown>)[name];
  }
  return value === null;
}

const stock = { same: 0, wrong: 0, crashed: 0 };

async function check(query: number, universeSeed: number, ask: Asks): Promise<void> {
  const universe = {
    seed: universeSeed,
    nulls: universeSeed % 3 === 0 ? 0 : 0.1,
    faults: universeSeed % 2 === 0 ? 0 : 0.04,
  };
  const ours = await ask.ours(ask.variables, universe);
  const single = await world.single(ask.document, ask.variables, universe);
  const label = `query ${query}, universe ${universeSeed}: ${ask.text} ${JSON.stringify(ask.variables)}`;
  const data = plain(ours.data);
  if (!isDeepStrictEqual(data, plain(single.data)))
    expect({ label, data }).toEqual({ label, data: plain(single.data) });

  const expected = new Set(places(single));
  const placed = { errors: (ours.errors ?? []).filter(({ path }) => hasPlace(data, path ?? [])) };
  const isExpected = (place: string) => [...expected].some((other) => other === place || other.startsWith(`${place}.`));
  const unexpected = places(placed).filter((place) => !isExpected(place));
  if (unexpected.length > 0) expect({ label, unexpected }).toEqual({ label, unexpected: [] });
  if (expected.size > 0 && places(ours).length === 0)
    expect({ label, errors: [] }).toEqual({ label, errors: [...expected] });
  if (new Set(places(ours)).size !== places(ours).length)
    expect({ label, repeated: places(ours) }).toEqual({ label, repeated: [] });

  if (universeSeed % stockEvery !== 0) return;
  const answer = await ask.stock(ask.variables, universe).catch(() => undefined);
  if (!answer) stock.crashed += 1;
  else if (isDeepStrictEqual(plain(answer.data), data)) stock.same += 1;
  else stock.wrong += 1;
}

interface Asks {
  text: string;
  document: ReturnType<typeof randomQuery>['document'];
  variables: Record<string, unknown>;
  ours: ReturnType<World['ours']>;
  stock: ReturnType<World['stock']>;
}

describe('the plan executor, the stock one and graphql-js over one schema of all services', () => {
  const size = queries / batches;

  it.each(Array.from({ length: batches }, (_, batch) => [batch * size, (batch + 1) * size]))(
    'give equal answers to the queries from %i to %i',
    async (from, to) => {
      for (let query = from; query < to; query += 1) {
        const { text, document, variables } = randomQuery(world.schema, query);
        const ask = { text, document, variables, ours: world.ours(document, variables), stock: world.stock(document) };
        for (let seed = 0; seed < universes; seed += 1) await check(query, seed, ask);
      }
    },
    600_000,
  );

  it('covers every case, and differs from the stock executor only where that differs from the specification', () => {
    expect(stock.same + stock.wrong + stock.crashed).toBe((queries * universes) / stockEvery);
    expect(stock.same).toBeGreaterThan(((queries * universes) / stockEvery) * 0.9);
    expect(stock.wrong).toBeGreaterThan(0);
  });
});
