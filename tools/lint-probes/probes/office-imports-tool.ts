// lies at: apps/student-aid/src/probe/probe.service.ts
// breaks: @nx/enforce-module-boundaries
export { startPostgres } from '@bureau/postgres';
