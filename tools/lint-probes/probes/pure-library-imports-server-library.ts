// lies at: libs/money/src/probe.ts
// breaks: @nx/enforce-module-boundaries
export { maskName } from '@bureau/access';
