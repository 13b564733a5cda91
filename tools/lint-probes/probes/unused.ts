// lies at: apps/student-aid/src/probe/probe.service.ts
// breaks: @typescript-eslint/no-unused-vars
const rate = 1250;
