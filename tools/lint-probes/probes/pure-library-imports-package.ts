// lies at: libs/money/src/probe.ts
// breaks: @nx/enforce-module-boundaries
export { z } from 'zod';
