// lies at: tools/lint-probes/probes/cycle/one.ts
// breaks: import-x/no-cycle
import { two } from './two.ts';

export const one = (): number => two();
