// lies at: apps/student-aid/src/probe/probe.rules.ts
// breaks: no-restricted-globals
export const isLapsed = (endsAt: number) => endsAt < Date.now();
