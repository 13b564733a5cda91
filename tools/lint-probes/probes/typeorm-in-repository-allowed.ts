// lies at: apps/student-aid/src/probe/probe.repository.ts
// breaks: nothing
export { In } from 'typeorm';
