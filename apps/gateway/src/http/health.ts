import type { ServiceClient } from '../service/service-client.ts';
import type { Route } from './router.ts';
import { jsonAnswer, send } from './respond.ts';

const probeWithinMs = 1_000;
const probeAnswerHoldsMs = 2_000;

export interface ServiceState {
  name: string;
  reachable: boolean;
}

/** Which services answer. Asked at most every two seconds, however often somebody looks. */
export class ServiceProbe {
  readonly #clients: () => readonly ServiceClient[];
  #askedAt = -Infinity;
  #states: Promise<ServiceState[]> = Promise.resolve([]);

  constructor(clients: () => readonly ServiceClient[]) {
    this.#clients = clients;
  }

  states(): Promise<ServiceState[]> {
    if (performance.now() - this.#askedAt < probeAnswerHoldsMs) return this.#states;
    this.#askedAt = performance.now();
    this.#states = Promise.all(this.#clients().map(stateOf));
    return this.#states;
  }
}

async function stateOf(client: ServiceClient): Promise<ServiceState> {
  return { name: client.name, reachable: await client.isAlive(probeWithinMs) };
}

export const liveRoute: Route = (request, response) => send(request, response, jsonAnswer(200, { status: 'live' }));

/** Ready as soon as the supergraph is loaded: a silent service costs its own fields only. Not ready while draining. */
export function readyRoute(probe: ServiceProbe, isDraining: () => boolean): Route {
  return async (request, response) => {
    const status = isDraining() ? 'draining' : 'ready';
    const body = { status, services: await probe.states() };
    await send(request, response, jsonAnswer(status === 'ready' ? 200 : 503, body));
  };
}
