// lies at: apps/student-aid/src/probe/probe.resolvers.ts
// breaks: @typescript-eslint/no-restricted-imports
export type { Award } from '../award/award.entity.ts';
