// lies at: apps/student-aid/src/probe/probe.service.ts
// breaks: eqeqeq
export const isSame = (one: string, other: string): boolean => one == other;
