import { newSpanId, traceparentOf } from '../observe/trace.ts';
import type { Tracer } from '../observe/tracer.ts';
import type { AskService } from '../plan/run.ts';
import type { RequestContext } from '../request-context.ts';
import type { ServiceAnswer } from './service-answer.ts';
import type { ServiceClient, ServiceHeaders } from './service-client.ts';
import type { ServiceClients } from './service-clients.ts';
import { ServiceFailure, serviceUnavailable } from './service-unavailable.ts';

type Post = (client: ServiceClient, body: string, headers: ServiceHeaders) => Promise<ServiceAnswer>;

/** Asks services for the plan executor: an answer, or one error that names the office and hides everything else. */
export function serviceAsker(clients: ServiceClients, tracer?: Tracer): AskService {
  return async (service, body, context, path) => {
    const post: Post = (client, text, headers) => client.post(text, headers, context.cancellation);
    try {
      const client = clients.get(service);
      if (!client) throw new ServiceFailure(service, 'unreachable', 'the supergraph has no address for it');
      if (tracer && context.trace.isSampled)
        return await traced(tracer, context, service, (headers) => post(client, body, headers));
      return await post(client, body, context.serviceHeaders);
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error;
      context.record.serviceFailures.push(error.message);
      throw serviceUnavailable(service, context.language, path);
    }
  };
}

/** The service's own span hangs below one of this exchange. */
async function traced(
  tracer: Tracer,
  { trace, serviceHeaders }: RequestContext,
  service: string,
  ask: (headers: ServiceHeaders) => Promise<ServiceAnswer>,
): Promise<ServiceAnswer> {
  const spanId = newSpanId();
  const startedAtMs = performance.now();
  let isFailed = true;
  try {
    const answer = await ask({ ...serviceHeaders, traceparent: traceparentOf(trace.traceId, spanId) });
    isFailed = false;
    return answer;
  } finally {
    const attributes = { 'peer.service': service };
    const place = { traceId: trace.traceId, spanId, parentSpanId: trace.spanId };
    const endedAtMs = performance.now();
    tracer.record({ ...place, name: service, kind: 'client', startedAtMs, endedAtMs, attributes, isFailed });
  }
}
