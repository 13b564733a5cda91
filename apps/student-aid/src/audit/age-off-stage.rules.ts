import { ageOn } from '@bureau/calendar';
import type { AuditRule, PaymentFacts } from './facts.rules.ts';

/** A13: too young or too old for the stage. */
export const ageOffStage: AuditRule<PaymentFacts> = {
  code: 'A13',
  find: ({ bornOn, stage, freezeOn }, { stageAges }) => {
    if (bornOn === null) return null;
    const [age, [from, to]] = [ageOn(bornOn, freezeOn), stageAges[stage]];
    return age >= from && age <= to ? null : { age, stage };
  },
};
