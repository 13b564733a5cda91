// lies at: apps/student-aid/src/probe/probe.service.ts
// breaks: import-x/no-default-export
export default 1250;
