// lies at: apps/student-aid/src/probe/probe.service.ts
// breaks: @typescript-eslint/consistent-type-imports
import { Buffer } from 'node:buffer';
export const length = (bytes: Buffer): number => bytes.length;
