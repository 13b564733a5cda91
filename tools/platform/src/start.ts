import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '../../..');
enableCompileCache(join(repository, '.data/compile-cache'));

await import('./run.ts').then(({ run }) => run(repository));
