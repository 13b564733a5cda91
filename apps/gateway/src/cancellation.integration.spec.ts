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
  const figures = await (await fetch(`${gateway.url}/metrics`)).text();
  expect(figures).toMatch(/^gateway_requests_in_flight 1$/m);
  expect(figures).toMatch(/^gateway_service_requests_in_flight\{service="student-aid"\} 1$/m);
  expect(aid.abandoned).toBe(0);
  caller.abort();
  expect(await outcome).toBe('AbortError');
  while (aid.abandoned === 0) await soon();
  expect(aid.abandoned).toBe(1);
  while (gateway.log.length < 1) await soon();
  expect(gateway.log[0]).toMatchObject({ status: 499 });
  const after = await (await fetch(`${gateway.url}/metrics`)).text();
  expect(after).toMatch(/^gateway_requests_in_flight 0$/m);
  await gateway.stop();
});
