// lies at: apps/student-aid/src/probe/probe.spec.ts
// breaks: nothing
export { signIn } from '@bureau/testing';
