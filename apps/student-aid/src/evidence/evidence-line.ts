import type { Sealer } from '@bureau/access';
import { parseResidentNumber } from '@bureau/resident-id';
import { newId } from '@bureau/subgraph';
import type { EvidenceEntry } from './evidence-entry.entity.ts';
import type { EvidenceLine } from './evidence.rules.ts';

/** A line as the caller hands it in. */
export interface TakenLine extends EvidenceLine {
  householdId: string | null;
  townshipCode: string | null;
}

interface Taking {
  county: string;
  listId: string;
  lineNumber: number;
  today: string;
  sealer: Sealer;
}

/** Where a sealed number belongs; it opens nowhere else. */
export const evidenceContext = (id: string) => `evidence_entry.identity_number:${id}`;

/** The entry of a line: its number sealed and findable; a number that is none is left out, and a person is asked. */
export function entryOf(line: TakenLine, { county, listId, lineNumber, today, sealer }: Taking): EvidenceEntry {
  const id = newId();
  const parsed = line.identityNumber === null ? null : parseResidentNumber(line.identityNumber, today);
  const resident = parsed && 'number' in parsed ? parsed : null;
  return {
    countyCode: county,
    id,
    listId,
    lineNumber,
    name: line.name.trim(),
    identityNumber: resident && sealer.seal(resident.number, evidenceContext(id)),
    identityIndex: resident && sealer.index(resident.number).toString('hex'),
    bornOn: resident?.bornOn ?? line.bornOn,
    category: line.category,
    householdId: line.householdId,
    townshipCode: line.townshipCode,
    validFrom: line.validFrom,
    validTo: line.validTo,
    matchState: 'UNMATCHED',
    studentId: null,
    candidateIds: [],
    isApplied: false,
    endedByListId: null,
    version: 1,
  };
}
