import type { AddressInfo } from 'node:net';
import { countyServices } from './county-services.ts';
import { serve } from './lean-service.ts';

const servers = await Promise.all(countyServices.map((service) => serve(service, 0)));
process.send?.({ ports: servers.map((server) => (server.address() as AddressInfo).port) });
process.once('disconnect', () => process.exit(0));
