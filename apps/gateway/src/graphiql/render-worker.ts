import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';

/** The console's page, compressed, and what its one inline script hashes to. */
export interface RenderedPage {
  gzipped: Uint8Array;
  scriptHash: string;
}

// The console's package takes tens of megabytes once loaded: it is loaded in this thread, which ends when the page is made.
// Imported without its types, which would redefine the extensions of every GraphQLError in this app.
const { renderGraphiQL } = (await import(import.meta.resolve('@graphql-yoga/render-graphiql'))) as {
  renderGraphiQL: (options: unknown) => string;
};
const html = renderGraphiQL(workerData);
const from = html.indexOf('<script>') + '<script>'.length;
const script = html.slice(from, html.indexOf('</script>', from));
const page: RenderedPage = {
  gzipped: gzipSync(html),
  scriptHash: createHash('sha256').update(script).digest('base64'),
};
parentPort?.postMessage(page);
