// lies at: apps/student-aid/src/probe/probe.service.ts
// breaks: no-console
console.log('paid');
