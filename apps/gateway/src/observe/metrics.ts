import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Operation names come from callers: the first ones seen get figures of their own, the rest share one. */
const namedOperations = 200;

interface WatchedService {
  name: string;
  inFlight: number;
  isResting: boolean;
}

export class Metrics {
  readonly registry = new Registry();
  readonly #operations = new Set<string>();

  readonly requests = new Counter({
    name: 'gateway_requests_total',
    help: 'GraphQL requests answered, by operation and HTTP status',
    labelNames: ['operation', 'status'],
    registers: [this.registry],
  });
  readonly requestSeconds = new Histogram({
    name: 'gateway_request_seconds',
    help: 'Time from the first byte of a GraphQL request to the last of its answer',
    labelNames: ['operation'],
    buckets: seconds,
    registers: [this.registry],
  });
  readonly errors = new Counter({
    name: 'gateway_errors_total',
    help: 'GraphQL errors sent, by code',
    labelNames: ['code'],
    registers: [this.registry],
  });
  readonly inFlight = new Gauge({
    name: 'gateway_requests_in_flight',
    help: 'GraphQL requests being answered',
    registers: [this.registry],
  });
  readonly serviceSeconds = new Histogram({
    name: 'gateway_service_seconds',
    help: 'Time a service took to answer one request of the gateway',
    labelNames: ['service'],
    buckets: seconds,
    registers: [this.registry],
  });
  readonly serviceFailures = new Counter({
    name: 'gateway_service_failures_total',
    help: 'Requests to a service that brought no usable answer, by reason',
    labelNames: ['service', 'reason'],
    registers: [this.registry],
  });
  readonly serviceInFlight = new Gauge({
    name: 'gateway_service_requests_in_flight',
    help: 'Requests to a service that wait for its answer',
    labelNames: ['service'],
    registers: [this.registry],
    collect: () => {
      for (const { name, inFlight } of this.#services()) this.serviceInFlight.set({ service: name }, inFlight);
    },
  });
  readonly serviceResting = new Gauge({
    name: 'gateway_service_resting',
    help: '1 while a service that failed too often or hangs is left in peace',
    labelNames: ['service'],
    registers: [this.registry],
    collect: () => {
      for (const { name, isResting } of this.#services()) this.serviceResting.set({ service: name }, isResting ? 1 : 0);
    },
  });
  #services: () => readonly WatchedService[] = () => [];

  readonly plans = new Counter({
    name: 'gateway_plans_total',
    help: 'Query plans taken from the cache (hit) or made (miss)',
    labelNames: ['cache'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  watchServices(services: () => readonly WatchedService[]): void {
    this.#services = services;
  }

  operationLabel(name: string | undefined): string {
    if (name === undefined) return 'anonymous';
    if (this.#operations.has(name)) return name;
    if (this.#operations.size >= namedOperations) return 'other';
    this.#operations.add(name);
    return name;
  }
}
