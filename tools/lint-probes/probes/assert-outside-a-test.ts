// lies at: apps/student-aid/src/probe/probe.spec.ts
// breaks: jest/no-standalone-expect
expect(1).toBe(1);
