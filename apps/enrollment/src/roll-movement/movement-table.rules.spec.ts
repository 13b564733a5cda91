import { ROLL_MOVEMENTS, ROLL_STATUSES, type RollMovementKind, type RollStatus, STAGES } from '@bureau/codes';
import { MOVEMENT_TABLE, standingAfter } from './movement-table.rules.ts';

/** docs/rules/enrollment.md#movements once more, as the office says it: from → to. */
const ALLOWED: Record<RollMovementKind, string> = {
  INITIAL_REGISTRATION: '',
  ROLL_CONFIRMATION: 'PRE_REGISTERED→ACTIVE',
  PROMOTION: 'PRE_REGISTERED→PRE_REGISTERED ACTIVE→ACTIVE SUSPENDED→SUSPENDED DROPPED_OUT→DROPPED_OUT MISSING→MISSING',
  STAGE_TRANSFER: 'GRADUATED→PRE_REGISTERED',
  TRANSFER_WITHIN_COUNTY: 'ACTIVE→ACTIVE',
  TRANSFER_OUT: 'ACTIVE→TRANSFERRED_OUT',
  TRANSFER_IN: 'TRANSFERRED_OUT→ACTIVE',
  SUSPENSION: 'ACTIVE→SUSPENDED',
  SUSPENSION_EXTENSION: 'SUSPENDED→SUSPENDED',
  RESUMPTION: 'SUSPENDED→ACTIVE',
  GRADE_SKIP: 'ACTIVE→ACTIVE',
  GRADE_REPEAT: 'ACTIVE→ACTIVE',
  CLASS_CHANGE:
    'PRE_REGISTERED→PRE_REGISTERED ACTIVE→ACTIVE SUSPENDED→SUSPENDED DROPPED_OUT→DROPPED_OUT MISSING→MISSING',
  GOING_ABROAD: 'ACTIVE→ABROAD SUSPENDED→ABROAD',
  RETURN_FROM_ABROAD: 'ABROAD→ACTIVE',
  DEATH:
    'PRE_REGISTERED→DECEASED ACTIVE→DECEASED SUSPENDED→DECEASED DROPPED_OUT→DECEASED MISSING→DECEASED TRANSFERRED_OUT→DECEASED ABROAD→DECEASED GRADUATED→DECEASED COMPLETED→DECEASED LEFT_INCOMPLETE→DECEASED WITHDRAWN→DECEASED EXPELLED→DECEASED',
  DROPOUT: 'ACTIVE→DROPPED_OUT SUSPENDED→DROPPED_OUT',
  RETURN_FROM_DROPOUT: 'DROPPED_OUT→ACTIVE',
  DISAPPEARANCE: 'ACTIVE→MISSING SUSPENDED→MISSING DROPPED_OUT→MISSING',
  REAPPEARANCE: 'MISSING→ACTIVE',
  PLACEMENT_CHANGE: 'ACTIVE→ACTIVE',
  GRADUATION: 'ACTIVE→GRADUATED',
  COMPLETION: 'ACTIVE→COMPLETED',
  LEAVING_INCOMPLETE: 'ACTIVE→LEFT_INCOMPLETE',
  WITHDRAWAL: 'ACTIVE→WITHDRAWN SUSPENDED→WITHDRAWN',
  EXPULSION: 'ACTIVE→EXPELLED',
  SCHOOL_MERGER:
    'PRE_REGISTERED→PRE_REGISTERED ACTIVE→ACTIVE SUSPENDED→SUSPENDED DROPPED_OUT→DROPPED_OUT MISSING→MISSING',
  SCHOOL_CLOSURE:
    'PRE_REGISTERED→PRE_REGISTERED ACTIVE→ACTIVE SUSPENDED→SUSPENDED DROPPED_OUT→DROPPED_OUT MISSING→MISSING',
  CANCELLATION:
    'PRE_REGISTERED→CANCELLED ACTIVE→CANCELLED SUSPENDED→CANCELLED DROPPED_OUT→CANCELLED MISSING→CANCELLED TRANSFERRED_OUT→CANCELLED ABROAD→CANCELLED GRADUATED→CANCELLED COMPLETED→CANCELLED LEFT_INCOMPLETE→CANCELLED WITHDRAWN→CANCELLED EXPELLED→CANCELLED',
  RESTORATION: 'CANCELLED→ACTIVE',
  PARTICULARS_CORRECTION: ROLL_STATUSES.map((status) => `${status}→${status}`).join(' '),
};
const SENIOR_STATUSES: readonly RollStatus[] = ['WITHDRAWN', 'EXPELLED', 'LEFT_INCOMPLETE'];

describe.each(ROLL_MOVEMENTS)('%s', (kind) => {
  it.each(ROLL_STATUSES)('from %s', (rollStatus) => {
    const wanted = ALLOWED[kind].split(' ').find((pair) => pair.startsWith(`${rollStatus}→`));
    const to = wanted?.split('→')[1];
    for (const stage of ['SENIOR_SECONDARY', 'VOCATIONAL'] as const)
      expect(standingAfter(kind, { stage, rollStatus })?.rollStatus).toBe(to);
    const isSenior = SENIOR_STATUSES.some((status) => status === to);
    for (const stage of ['PRE_SCHOOL', 'PRIMARY', 'JUNIOR_SECONDARY'] as const)
      expect(standingAfter(kind, { stage, rollStatus })?.rollStatus).toBe(isSenior ? undefined : to);
  });
});

it('nobody comes back from death, and from nowhere does a compulsory stage lead to withdrawal or expulsion', () => {
  for (const kind of ROLL_MOVEMENTS) {
    if (kind !== 'PARTICULARS_CORRECTION')
      expect(standingAfter(kind, { stage: 'PRIMARY', rollStatus: 'DECEASED' })).toBeNull();
    for (const stage of STAGES)
      for (const rollStatus of ROLL_STATUSES) {
        const after = standingAfter(kind, { stage, rollStatus });
        if (stage === 'PRIMARY' || stage === 'JUNIOR_SECONDARY' || stage === 'PRE_SCHOOL')
          expect(SENIOR_STATUSES.some((status) => status === after?.rollStatus)).toBe(false);
      }
  }
});

it('what leaves a roll ends a spell, and what stays on one in the same way does not', () => {
  for (const kind of ROLL_MOVEMENTS) {
    const { to, ends } = MOVEMENT_TABLE[kind];
    const leaves = to !== 'SAME' && !['PRE_REGISTERED', 'ACTIVE', 'SUSPENDED', 'DROPPED_OUT', 'MISSING'].includes(to);
    if (leaves) expect(ends).not.toBe('KEPT');
  }
});
