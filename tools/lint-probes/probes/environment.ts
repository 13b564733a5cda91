// lies at: apps/student-aid/src/probe/probe.service.ts
// breaks: no-restricted-properties
export const port = process.env['STUDENT_AID_PORT'];
