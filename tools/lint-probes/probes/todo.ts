// lies at: apps/student-aid/src/probe/probe.service.ts
// breaks: no-warning-comments
// TODO: later
