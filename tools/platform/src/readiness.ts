import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Settles once the address answers 200; never rejects but by the signal. */
export async function untilReady(url: string, signal: AbortSignal): Promise<void> {
  while (!(await answers(url))) await sleep(80, undefined, { signal });
}

function answers(url: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const request = get(url, { agent: false, timeout: 5_000 }, (response) => {
    response.resume();
    resolve(response.statusCode === 200);
  });
  request.once('timeout', () => request.destroy());
  request.once('error', () => resolve(false));
  return promise;
}
