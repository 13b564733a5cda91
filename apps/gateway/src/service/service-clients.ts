import type { Service } from '../supergraph/services.ts';
import { ServiceClient, type ServiceClientOptions } from './service-client.ts';

/** A client for each service, by name. */
export class ServiceClients {
  readonly #options: ServiceClientOptions;
  readonly #clients = new Map<string, { url: string; client: ServiceClient }>();

  constructor(services: readonly Service[], options: ServiceClientOptions) {
    this.#options = options;
    this.use(services);
  }

  /** Adds new services and moves those with a new address; plans made before may still ask services that are gone. */
  use(services: readonly Service[]): void {
    for (const { name, url } of services) {
      const known = this.#clients.get(name);
      if (known?.url === url) continue;
      this.#clients.set(name, { url, client: new ServiceClient(name, url, this.#options) });
      void known?.client.retire();
    }
  }

  get(name: string): ServiceClient | undefined {
    return this.#clients.get(name)?.client;
  }

  all(): ServiceClient[] {
    return [...this.#clients.values()].map(({ client }) => client);
  }

  async close(): Promise<void> {
    await Promise.all(this.all().map((client) => client.close()));
  }
}
