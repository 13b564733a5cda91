import { createHash } from 'node:crypto';
import type { Sealer } from '@bureau/access';
import { yongning } from '@bureau/codes';
import { createIds } from '../ids.ts';
import { categoryPlans, forgotten } from '../plan/aid-grounds.ts';
import type { Award } from '../office-rows.ts';
import { createRandom } from '../random.ts';
import type { Child } from '../rows.ts';
import { accountRow } from './aid-accounts.ts';
import { byteText, type Row, rowsOf, type TableRows } from './rows.ts';
import { sealedColumns } from './sealed.ts';

const county_code = yongning.code;
const LISTED_ON = '2024-03-01';

/** What the awards of one child in one school year rest on. */
export interface Ground {
  entryId: string;
  recognitionId: string;
  level: 'SPECIAL' | 'HARD' | 'GENERAL';
}

export interface Grounds {
  of: (award: Award) => Ground;
  tables: TableRows[];
}

/** Lists that attest what the awards rest on, recognitions of the families, and accounts to pay to. */
export function groundsOf(awards: readonly Award[], sealer: Sealer): Grounds {
  const newId = createIds(createRandom('aid grounds'), new Date('2023-09-01T00:00:00Z'));
  const lists = new Map(categoryPlans.map(({ source }) => [source, newId()] as const));
  const byChild = Map.groupBy(awards, ({ child }) => child);
  const entries = [...byChild].map(([child, theirs]) => ({ id: newId(), child, awards: theirs }));
  const entryOf = new Map(entries.map((entry) => [entry.child, entry]));
  const byYear = Map.groupBy(awards, (award) => keyOf(award));
  const recognitions = new Map(
    [...byYear].map(([key, theirs]) => [key, { id: newId(), level: levelOf(theirs), awards: theirs }]),
  );
  let leftToForget = forgotten;
  const endedOn = (theirs: readonly Award[]) => {
    if (theirs.some(({ term }) => term.season === 'AUTUMN') || theirs[0]?.spell.stage === 'JUNIOR_SECONDARY')
      return null;
    leftToForget -= 1;
    return leftToForget >= 0 ? null : '2024-09-01';
  };
  const paid = entries.filter(({ awards: theirs }) =>
    theirs.some(({ programme }) => !programme.endsWith('_FEE') && programme !== 'PRE_FREE'),
  );

  return {
    of: (award) => {
      const recognition = recognitions.get(keyOf(award));
      const entry = entryOf.get(award.child);
      if (!recognition || !entry) throw new Error('an award rests on nothing');
      return { entryId: entry.id, recognitionId: recognition.id, level: recognition.level };
    },
    tables: [
      rowsOf('evidence_list', [...lists], ([source, id]) => listRow(source, id)),
      rowsOf('evidence_entry', entries, (entry, index) =>
        entryRow(sealer, { ...entry, lists, lineNumber: index + 1, validTo: endedOn(entry.awards) }),
      ),
      rowsOf('hardship_recognition', [...recognitions.values()], ({ id, level, awards: theirs }) =>
        recognitionRow(id, level, theirs),
      ),
      rowsOf('payee_account', paid, ({ id, child }, index) => accountRow(sealer, { id, child, index })),
    ],
  };
}

type Source = (typeof categoryPlans)[number]['source'];

function listRow(source: Source, id: string): Row {
  return {
    county_code,
    id,
    source,
    document_number: '2024年春季学期比对名单',
    listed_on: LISTED_ON,
    is_complete: true,
    content_hash: byteText(createHash('sha256').update(source).digest()),
    state: 'APPLIED',
    taken_by: 'demonstration-county',
    version: 4,
  };
}

interface Entry {
  id: string;
  child: Child;
  awards: readonly Award[];
  lists: ReadonlyMap<Source, string>;
  lineNumber: number;
  validTo: string | null;
}

function entryRow(sealer: Sealer, { id, child, awards, lists, lineNumber, validTo }: Entry): Row {
  const category = awards[0]?.category ?? 'LIFTED_OUT_OF_POVERTY';
  const source = categoryPlans.find(({ code }) => code === category)?.source ?? 'AGRICULTURE';
  const sealed = sealedColumns(sealer, ['evidence_entry', 'identity_number'], { id, value: child.identityNumber });
  return {
    county_code,
    id,
    list_id: lists.get(source),
    line_number: lineNumber,
    name: child.name,
    identity_number: sealed['identity_number'],
    identity_index: sealer.index(child.identityNumber).toString('hex'),
    born_on: child.bornOn,
    category,
    township_code: child.township,
    valid_from: '2023-09-01',
    valid_to: validTo,
    match_state: 'MATCHED',
    student_id: child.id,
    candidate_ids: [],
    is_applied: true,
    version: 3,
  };
}

const keyOf = ({ child, term }: Award) => `${child.id} ${term.schoolYear}`;

/** Both a fee and a grant for the hardest, one of them for the others: what their programmes show. */
function levelOf(awards: readonly Award[]): Ground['level'] {
  const fee = awards.some(({ programme }) => programme.endsWith('_FEE'));
  const grant = awards.some(({ programme }) => programme.endsWith('_GRANT'));
  if (fee && grant) return 'SPECIAL';
  return fee ? 'GENERAL' : 'HARD';
}

function recognitionRow(id: string, level: string, [award]: readonly Award[]) {
  if (!award) throw new Error('a recognition without an award');
  const { child, spell, term, category } = award;
  const isSpring = term.season === 'SPRING';
  return {
    county_code,
    id,
    student_id: child.id,
    school_year: term.schoolYear,
    school_id: spell.schoolId,
    class_id: spell.classId,
    township_code: child.township,
    level,
    categories: [category],
    station_code: child.township === '640121104' ? 'MINNING' : null,
    consented_on: isSpring ? '2024-03-04' : '2024-09-09',
    filed_on: isSpring ? '2024-03-05' : '2024-09-10',
    state: 'APPROVED',
    version: 8,
  };
}
