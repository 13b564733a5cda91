import type { AskService } from '../plan/run.ts';
import type { ServiceClients } from './service-clients.ts';
import { ServiceFailure, serviceUnavailable } from './service-unavailable.ts';

/** Asks services for the plan executor: an answer, or one error that names the office and hides everything else. */
export function serviceAsker(clients: ServiceClients): AskService {
  return async (service, body, context, path) => {
    try {
      const client = clients.get(service);
      if (!client) throw new ServiceFailure(service, 'unreachable', 'the supergraph has no address for it');
      return await client.post(body, context.serviceHeaders, context.cancellation);
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error;
      context.record.serviceFailures.push(error.message);
      throw serviceUnavailable(service, context.language, path);
    }
  };
}
