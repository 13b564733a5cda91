// lies at: apps/student-aid/src/probe/probe.service.ts
// breaks: @nx/enforce-module-boundaries
export { resolvers } from '@bureau/enrollment/src/schema.ts';
