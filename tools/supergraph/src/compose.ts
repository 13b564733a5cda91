import { apiFile, supergraphFile, writeComposition } from './committed-files.ts';
import { composeOffices } from './composition.ts';
import { run } from './run.ts';

run((workspace) => {
  writeComposition(workspace, composeOffices(workspace));
  console.log(`Wrote ${supergraphFile} and ${apiFile}.`);
});
