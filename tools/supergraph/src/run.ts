import { join } from 'node:path';
import { SupergraphFault } from './supergraph-fault.ts';

const workspaceOfThisFile = join(import.meta.dirname, '../../..');

/** Runs a command on this workspace; a fault of the schemas is told without a stack trace. */
export function run(command: (workspace: string) => void): void {
  try {
    command(workspaceOfThisFile);
  } catch (error) {
    if (!(error instanceof SupergraphFault)) throw error;
    console.error(`The supergraph is not right:\n${error.problems.map((problem) => `  ${problem}`).join('\n')}`);
    process.exitCode = 1;
  }
}
