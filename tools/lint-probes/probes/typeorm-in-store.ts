// lies at: apps/student-aid/src/store.ts
// breaks: @typescript-eslint/no-restricted-imports
export { EntityManager } from 'typeorm';
