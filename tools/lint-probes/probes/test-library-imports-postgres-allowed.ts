// lies at: libs/testing/src/probe.ts
// breaks: nothing
export { startPostgres } from '@bureau/postgres';
