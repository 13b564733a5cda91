// lies at: apps/student-aid/src/probe/probe.service.ts
// breaks: @typescript-eslint/max-params
export const sum = (a: number, b: number, c: number, d: number, e: number): number => a + b + c + d + e;
