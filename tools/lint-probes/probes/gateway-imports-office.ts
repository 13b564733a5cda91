// lies at: apps/gateway/src/probe.ts
// breaks: @nx/enforce-module-boundaries
export { resolvers } from '@bureau/enrollment/src/schema.ts';
