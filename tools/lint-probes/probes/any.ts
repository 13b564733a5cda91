// lies at: apps/student-aid/src/probe/probe.service.ts
// breaks: @typescript-eslint/no-explicit-any
export const pay = (award: any): string => typeof award;
