// lies at: libs/money/src/probe.ts
// breaks: @typescript-eslint/no-restricted-imports
export { randomUUID } from 'node:crypto';
