import { whenNpmIsGone } from './launcher.ts';
import { startPlatform, untilAborted, type PlatformOptions } from './platform.ts';
import { readSettings, type Settings } from './settings.ts';

/** `npm start`: everything, until Ctrl-C. */
export async function run(repository: string, plan?: PlatformOptions['plan']): Promise<void> {
  const ending = new AbortController();
  const end = () => (ending.signal.aborted ? process.exit(1) : ending.abort());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  whenNpmIsGone(process.env, () => ending.abort());
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

  try {
    await runUntil(ending.signal, repository, plan);
    process.exit(0);
  } catch (error) {
    if (ending.signal.aborted && error === ending.signal.reason) process.exit(0);
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

async function runUntil(ending: AbortSignal, repository: string, plan: PlatformOptions['plan']): Promise<void> {
  const settings = readSettings(process.env, repository);
  await using cleanup = new AsyncDisposableStack();
  await startPlatform(
    { repository, settings, environment: process.env, report: say, ending, ...(plan && { plan }) },
    cleanup,
  );
  welcome(settings);
  await untilAborted(ending);
  say('Ending …');
}

function welcome({ port, issuer }: Settings): void {
  say(`\nReady: http://localhost:${port}/graphql (Ctrl-C ends everything)`);
  if (!issuer) say('Token: npm run --silent token -- --role county-leader');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
