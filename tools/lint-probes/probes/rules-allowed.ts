// lies at: apps/student-aid/src/probe/probe.rules.ts
// breaks: nothing
export { schoolYearOf } from '@bureau/calendar';
export { isEligible } from '../award/award.rules.ts';
