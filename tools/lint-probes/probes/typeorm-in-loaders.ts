// lies at: apps/student-aid/src/probe/probe.loaders.ts
// breaks: @typescript-eslint/no-restricted-imports
export type { EntityManager } from 'typeorm';
