import { runSteps, type Step } from './run-steps.ts';

const shell = (title: string, script: string): Step => ({ title, command: ['sh', '-c', script] });

async function linesOf(...steps: Step[]): Promise<{ failed: string | undefined; lines: string[] }> {
  const lines: string[] = [];
  const print = (line: string) => lines.push(line.replace(/\d+\.\d s$/, '0.0 s'));
  const failed = await runSteps(steps, { workspace: '/', environment: { ...process.env, DEEP: '1' }, print });
  return { failed, lines };
}

it('heads and times each step, and keeps quiet about what passes', async () => {
  expect(await linesOf(shell('types', 'echo fine'), shell('lint', 'pwd; test "$DEEP" = 1'))).toEqual({
    failed: undefined,
    lines: ['\n── types', '✔ types, 0.0 s', '\n── lint', '✔ lint, 0.0 s'],
  });
});

it('shows what a step answers', async () => {
  const supergraph = { ...shell('supergraph', 'echo up to date'), answers: true };
  expect((await linesOf(supergraph)).lines).toEqual(['\n── supergraph', 'up to date', '✔ supergraph, 0.0 s']);
});

it('stops at the first step that fails and shows all that it said', async () => {
  expect(await linesOf(shell('types', 'echo a; echo b >&2; exit 3'), shell('lint', 'exit 0'))).toEqual({
    failed: 'types',
    lines: ['\n── types', 'a\nb', '✘ types, 0.0 s'],
  });
});

it('fails a step that dies of a signal', async () => {
  expect((await linesOf(shell('tests', 'kill -9 $$'))).failed).toBe('tests');
});
