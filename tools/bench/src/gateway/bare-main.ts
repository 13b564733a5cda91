import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the machine can do at most: it answers every request with the bytes that were put there for its workload. */
const answers = new Map<string, Buffer>();

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const workload = String(request.headers['x-workload']);
    if (request.method === 'PUT') answers.set(workload, Buffer.concat(chunks));
    const body = answers.get(workload) ?? Buffer.alloc(0);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    response.end(body);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.({ ports: [(server.address() as AddressInfo).port] }));
process.once('disconnect', () => process.exit(0));
