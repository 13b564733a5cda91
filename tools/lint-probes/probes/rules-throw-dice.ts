// lies at: apps/student-aid/src/probe/probe.rules.ts
// breaks: no-restricted-syntax
export const isSampled = () => Math.random() < 0.1;
