// lies at: apps/student-aid/src/store.ts
// breaks: nothing
export type { EntityManager } from 'typeorm';
