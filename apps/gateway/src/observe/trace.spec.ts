import { continueTrace } from './trace.ts';

const traceId = '0af7651916cd43dd8448eb211c80319c';

it('continues a trace under a span of its own, with the flags of the caller', () => {
  const trace = continueTrace(`00-${traceId}-b7ad6b7169203331-00`);
  expect(trace.traceId).toBe(traceId);
  expect(trace.traceparent).toMatch(new RegExp(`^00-${traceId}-(?!b7ad6b7169203331)[0-9a-f]{16}-00$`));
});

it.each([
  undefined,
  '',
  'x',
  `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
  `00-${traceId}-b7ad6b7169203331-01-x`,
  `00-${traceId.toUpperCase()}-b7ad6b7169203331-01`,
])('begins a trace when %p is none', (header) => {
  const trace = continueTrace(header);
  expect(trace.traceId).toMatch(/^[0-9a-f]{32}$/);
  expect(trace.traceId).not.toBe(traceId);
  expect(trace.traceparent).toMatch(new RegExp(`^00-${trace.traceId}-[0-9a-f]{16}-01$`));
});
