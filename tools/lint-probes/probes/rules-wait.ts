// lies at: apps/student-aid/src/probe/probe.rules.ts
// breaks: no-restricted-syntax
export const isLapsed = async (endsOn: string) => endsOn === '';
