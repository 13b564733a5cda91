// lies at: tools/county/src/probe.ts
// breaks: @nx/enforce-module-boundaries
export { runSteps } from '@bureau/tool-check/src/run-steps.ts';
