import { checkSupergraph } from './check-supergraph.ts';
import { run } from './run.ts';

run((workspace) => {
  console.log(checkSupergraph(workspace));
});
