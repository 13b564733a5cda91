import { ageOn, schoolYearOf } from '@bureau/calendar';
import { type SeatCode, type SeatFacts, seatRefusals } from '../roll-movement/seat.rules.ts';
import type { Broken } from '../rule-broken/rule-broken.rules.ts';
import { recordRefusals } from './record.rules.ts';
import type { GuardianRow, RecordCode } from './sheet-row.rules.ts';

export interface RegistrationInput {
  name: string;
  sex: string;
  bornOn: string;
  documentType: string;
  identityNumber?: string | null;
  ethnicity: string;
  hukouDivision: string;
  township: string;
  isMigrantChild: boolean;
  leftBehind: 'NO' | 'ONE_PARENT_AWAY' | 'BOTH_PARENTS_AWAY';
  boarding: string;
  toClass: string;
  occurredOn: string;
  phone?: string | null;
  livingAddress?: string | null;
  guardians: readonly GuardianRow[];
  evidence?: readonly { kind: string; reference: string }[] | null;
  idempotencyKey?: string | null;
}

export type RegistrationCode =
  | RecordCode
  | SeatCode
  | 'IDENTITY_KNOWN'
  | 'TOWNSHIP_UNKNOWN'
  | 'TOO_YOUNG'
  | 'DAY_IN_FUTURE'
  | 'DAY_BEFORE_BIRTH'
  | 'EVIDENCE_MISSING';

export interface RegistrationFacts {
  today: string;
  seat: SeatFacts | null;
  settings: {
    'entry.age': number;
    'entry.ageCutoff': string;
    'movement.evidence': Readonly<Record<string, readonly string[]>>;
  };
}

/** Every reason not to take a child onto a roll (docs/rules/enrollment.md#record). */
export function registrationRefusals(
  input: RegistrationInput,
  { today, seat, settings }: RegistrationFacts,
): Broken<RegistrationCode>[] {
  const { occurredOn, bornOn } = input;
  const facts = { today, isSpecialSchool: false, excludesLeftBehindMigrant: true };
  const refusals: Broken<RegistrationCode>[] = recordRefusals(input, facts);
  if (occurredOn > today)
    refusals.push({ code: 'DAY_IN_FUTURE', field: 'occurredOn', limit: today, found: occurredOn });
  if (occurredOn < bornOn) refusals.push({ code: 'DAY_BEFORE_BIRTH', field: 'occurredOn', found: occurredOn });
  const named = (input.evidence ?? []).filter(({ reference }) => reference.trim()).map(({ kind }) => kind);
  const missing = (settings['movement.evidence'].INITIAL_REGISTRATION ?? []).filter((kind) => !named.includes(kind));
  if (missing.length > 0) refusals.push({ code: 'EVIDENCE_MISSING', field: 'evidence', allowed: missing });
  const schoolYear = schoolYearOf(occurredOn);
  refusals.push(...seatRefusals({ rule: 'ANY_GRADE', toClass: input.toClass, schoolYear }, seat, null));
  const cutOff = `${seat?.entryYear ?? schoolYear}-${settings['entry.ageCutoff']}`;
  if (seat?.stage === 'PRIMARY' && bornOn <= today && ageOn(bornOn, cutOff) < settings['entry.age'])
    refusals.push({ code: 'TOO_YOUNG', field: 'bornOn', limit: settings['entry.age'], found: cutOff });
  return refusals;
}
