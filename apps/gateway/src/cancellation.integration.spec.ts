import { countyServices } from './testing/county.ts';
import { startTestGateway } from './testing/gateway.ts';
import type { RunningSubgraph } from './testing/subgraph.ts';

const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

it('stops asking a service when the caller goes away', async () => {
  const gateway = await startTestGateway({ services: countyServices(), environment: { SERVICE_TIMEOUT_MS: '600000' } });
  const aid = gateway.subgraphs['student-aid'] as RunningSubgraph;
  aid.misbehave = () => undefined;
  const caller = new AbortController();
  const answer = gateway.ask('{ county(code: "640121") { name aid { amount } } }', { signal: caller.signal });
  const outcome = answer.catch((error: unknown) => (error as Error).name);
  while (aid.requests.length === 0) await soon();
  expect(aid.abandoned).toBe(0);
  caller.abort();
  expect(await outcome).toBe('AbortError');
  while (aid.abandoned === 0) await soon();
  expect(aid.abandoned).toBe(1);
  await gateway.stop();
});
