import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { countyServices } from '../testing/county.ts';
import { startTestGateway } from '../testing/gateway.ts';
import { configuredTracer, type TracingSettings } from './configured-tracer.ts';

const nothingSaid: TracingSettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: undefined,
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: undefined,
  OTEL_EXPORTER_OTLP_HEADERS: '',
  OTEL_SERVICE_NAME: 'gateway',
};
const traceId = '0af7651916cd43dd8448eb211c80319c';

interface OtlpSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  attributes: { key: string; value: { stringValue?: string; intValue?: string } }[];
}

it('is nothing unless it is configured', async () => {
  expect(await configuredTracer(nothingSaid, () => undefined)).toBeUndefined();
});

it('tells a collector of the request and of each service it asked, one below the other', async () => {
  const sent: { path: string | undefined; key: unknown; spans: OtlpSpan[] }[] = [];
  const collector = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const body = JSON.parse(text) as { resourceSpans: { scopeSpans: { spans: OtlpSpan[] }[] }[] };
      const spans = body.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
      sent.push({ path: request.url, key: request.headers['x-key'], spans });
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo;
  const problems: string[] = [];
  const tracer = await configuredTracer(
    {
      ...nothingSaid,
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}/`,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-key=a%20b',
    },
    (problem) => problems.push(problem),
  );
  if (!tracer) throw new Error('there is no tracer');
  const gateway = await startTestGateway({ services: countyServices(), tracer });
  await gateway.ask('query Aid { county(code: "640121") { name aid { amount } } }', {
    headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` },
  });
  await gateway.ask('{ platform }', { headers: { traceparent: `00-${traceId}-b7ad6b7169203331-00` } });
  const asked = gateway.subgraphs['student-aid']?.requests[0]?.headers['traceparent'];
  await gateway.stop();
  collector.close();

  const spans = sent.flatMap((message) => message.spans);
  expect(sent.map(({ path, key }) => [path, key])).toEqual([['/v1/traces', 'a b']]);
  expect(spans.map(({ name, kind }) => [name, kind])).toEqual([
    ['enrollment', 3],
    ['student-aid', 3],
    ['query Aid', 2],
  ]);
  const [, aid, request] = spans;
  expect(request?.parentSpanId).toBe('b7ad6b7169203331');
  expect(aid?.parentSpanId).toBe(request?.spanId);
  expect(asked).toBe(`00-${traceId}-${aid?.spanId}-01`);
  expect(new Set(spans.map((span) => span.traceId))).toEqual(new Set([traceId]));
  expect(problems).toEqual([]);
});
