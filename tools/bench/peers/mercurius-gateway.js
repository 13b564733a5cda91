// Mercurius in front of the same services, with its just-in-time compiler: as its makers recommend it for speed.
import Fastify from 'fastify';
import mercuriusGateway from '@mercuriusjs/gateway';

const app = Fastify();
await app.register(mercuriusGateway, { jit: 1, gateway: { services: JSON.parse(process.env.SERVICES) } });
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.once('disconnect', () => process.exit(0));
