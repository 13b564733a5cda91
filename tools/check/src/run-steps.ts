import { spawn } from 'node:child_process';

export interface Step {
  title: string;
  /** A program and its arguments, run in the workspace with Node's and the packages' programs first in the path. */
  command: readonly [string, ...string[]];
  /** Shows its output while it runs; otherwise the output is shown only if the step fails. */
  live?: boolean;
  /** Its output is an answer, to be shown although it passes. */
  answers?: boolean;
}

export interface Surroundings {
  workspace: string;
  environment: NodeJS.ProcessEnv;
  print: (line: string) => void;
}

/** Runs the steps one after another; the title of the first that fails, or nothing. */
export async function runSteps(steps: readonly Step[], around: Surroundings): Promise<string | undefined> {
  for (const step of steps) {
    around.print(`\n── ${step.title}`);
    const startedAt = performance.now();
    const { passed, output } = await run(step, around);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    if (output && (!passed || step.answers)) around.print(output);
    around.print(`${passed ? '✔' : '✘'} ${step.title}, ${seconds} s`);
    if (!passed) return step.title;
  }
  return undefined;
}

function run(
  { command, live = false }: Step,
  { workspace, environment }: Surroundings,
): Promise<{ passed: boolean; output: string }> {
  const [program, ...parameters] = command;
  const child = spawn(program, parameters, {
    cwd: workspace,
    env: environment,
    stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
  });
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  process.once('SIGTERM', stop);

  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGTERM', stop);
      resolve({ passed: code === 0, output: Buffer.concat(chunks).toString('utf8').trimEnd() });
    });
  });
}
