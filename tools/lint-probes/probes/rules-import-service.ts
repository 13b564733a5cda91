// lies at: apps/student-aid/src/probe/probe.rules.ts
// breaks: @typescript-eslint/no-restricted-imports
export type { ProbeService } from './probe.service.ts';
