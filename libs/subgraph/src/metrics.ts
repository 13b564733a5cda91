import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** What a service tells Prometheus about itself; one set a process. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'graphql_request_seconds',
    help: 'Time to answer a GraphQL request.',
    labelNames: ['outcome'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  const statements = new Counter({
    name: 'sql_statements_total',
    help: 'SQL statements run for GraphQL requests.',
    registers: [registry],
  });
  return { registry, seconds, statements };
}
