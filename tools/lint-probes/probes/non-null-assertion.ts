// lies at: apps/student-aid/src/probe/probe.service.ts
// breaks: @typescript-eslint/no-non-null-assertion
export const first = (awards: readonly string[]): string => awards[0]!;
