import type { RollEffect } from './standing.rules.ts';
import type { RollStatus } from '@bureau/codes';
import { EntitySchema } from 'typeorm';

/** What a child’s status on the roll does to its aid (资助随学籍变动), from a day on. */
export interface RollPolicy {
  countyCode: string;
  rollStatus: RollStatus;
  validFrom: string;
  effect: RollEffect;
  /** Names the rule in every effect. */
  rule: string;
  ruleVersion: string;
  basisDocument: string;
}

export const RollPolicyEntity = new EntitySchema<RollPolicy>({
  name: 'RollPolicy',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'roll_policy_pkey' },
    rollStatus: { type: 'text', primary: true, primaryKeyConstraintName: 'roll_policy_pkey' },
    validFrom: { type: 'date', primary: true, primaryKeyConstraintName: 'roll_policy_pkey' },
    effect: { type: 'text' },
    rule: { type: 'text' },
    ruleVersion: { type: 'text' },
    basisDocument: { type: 'text' },
  },
  checks: [
    { name: 'roll_policy_effect_check', expression: `effect IN ('CONTINUE', 'HOLD', 'PRORATE', 'STOP')` },
    {
      name: 'roll_policy_status_check',
      expression: `roll_status IN ('PRE_REGISTERED', 'ACTIVE', 'SUSPENDED', 'DROPPED_OUT', 'MISSING', 'TRANSFERRED_OUT', 'ABROAD', 'GRADUATED', 'COMPLETED', 'LEFT_INCOMPLETE', 'WITHDRAWN', 'EXPELLED', 'DECEASED', 'CANCELLED')`,
    },
  ],
});
