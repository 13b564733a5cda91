import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '../../..');
enableCompileCache(join(repository, '.data/compile-cache'));

try {
  const { developmentToken } = await import('./development-token.ts');
  process.stdout.write(`${await developmentToken(process.argv.slice(2), process.env, repository)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
