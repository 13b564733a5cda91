import type { Broken } from '../rule-broken/rule-broken.rules.ts';

export type MergerCode =
  | 'SCHOOL_NOT_FOUND'
  | 'SUCCESSOR_NOT_FOUND'
  | 'OWN_SUCCESSOR'
  | 'SCHOOL_CLOSED'
  | 'SUCCESSOR_CLOSED'
  | 'DAY_IN_FUTURE'
  | 'DAY_BEFORE_OPENING'
  | 'DOCUMENT_MISSING'
  | 'TRANSFERS_OPEN'
  | 'HANDOVER_NOT_SENT'
  | 'RECORD_CHANGED';

interface MergingSchool {
  id: string;
  opensOn: string;
  closesOn: string | null;
  version: number;
}

export interface MergerFacts {
  school: MergingSchool | null;
  successor: MergingSchool | null;
  openTransfers: number;
  /** Names of special children in no packet that was sent. */
  unsent: readonly string[];
  today: string;
}

const NAMES_SAID = 20;

/** Every reason not to merge or close a school (docs/rules/enrollment.md#merger). */
export function mergerRefusals(
  asked: { occurredOn: string; document: string; version: number },
  { school, successor, openTransfers, unsent, today }: MergerFacts,
): Broken<MergerCode>[] {
  if (!school) return [{ code: 'SCHOOL_NOT_FOUND', field: 'school' }];
  if (!successor) return [{ code: 'SUCCESSOR_NOT_FOUND', field: 'successor' }];
  if (school.version !== asked.version)
    return [{ code: 'RECORD_CHANGED', field: 'version', limit: school.version, found: asked.version }];
  const refusals: Broken<MergerCode>[] = [];
  const { occurredOn, document } = asked;
  if (school.id === successor.id) refusals.push({ code: 'OWN_SUCCESSOR', field: 'successor' });
  if (school.closesOn) refusals.push({ code: 'SCHOOL_CLOSED', field: 'school', found: school.closesOn });
  if (successor.closesOn) refusals.push({ code: 'SUCCESSOR_CLOSED', field: 'successor', found: successor.closesOn });
  if (occurredOn > today)
    refusals.push({ code: 'DAY_IN_FUTURE', field: 'occurredOn', limit: today, found: occurredOn });
  if (occurredOn <= school.opensOn)
    refusals.push({ code: 'DAY_BEFORE_OPENING', field: 'occurredOn', limit: school.opensOn, found: occurredOn });
  if (!document.trim()) refusals.push({ code: 'DOCUMENT_MISSING', field: 'document' });
  if (openTransfers > 0) refusals.push({ code: 'TRANSFERS_OPEN', field: 'school', found: openTransfers });
  if (unsent.length > 0)
    refusals.push({
      code: 'HANDOVER_NOT_SENT',
      field: 'school',
      found: unsent.length,
      allowed: unsent.slice(0, NAMES_SAID),
    });
  return refusals;
}
