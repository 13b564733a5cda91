import { officeDatabases, withoutCounty } from './load/office-databases.ts';

/** Loads the demonstration county into the offices that do not have it; does nothing, and quickly, where all have it. */
try {
  const missing = await withoutCounty(officeDatabases(process.env));
  if (missing.length > 0)
    await import('./load/load-offices.ts').then(({ loadOffices }) => loadOffices(missing, process.env));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
