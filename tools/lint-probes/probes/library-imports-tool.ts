// lies at: libs/subgraph/src/probe.ts
// breaks: @nx/enforce-module-boundaries
export { startPostgres } from '@bureau/postgres';
