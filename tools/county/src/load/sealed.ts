import type { Sealer } from '@bureau/access';

import { byteText, type Row } from './rows.ts';

/** The two columns of a sealed value: what opens only in its own row, and what finds it. */
export function sealedColumns(
  sealer: Sealer,
  [table, column]: readonly [string, string],
  { id, value }: { id: string; value: string | null },
): Row {
  if (value === null) return { [column]: null, [`${column}_index`]: null };
  return {
    [column]: byteText(sealer.seal(value, `${table}.${column}:${id}`)),
    [`${column}_index`]: byteText(sealer.index(value)),
  };
}

export function sealedIdentity(sealer: Sealer, table: string, person: { id: string; identityNumber: string }): Row {
  return sealedColumns(sealer, [table, 'identity_number'], { id: person.id, value: person.identityNumber });
}

/** The same sealer, which works out the index of a number once: a child is in the ledgers of two years, too. */
export function rememberingIndex(sealer: Sealer): Sealer {
  const known = new Map<string, Buffer>();
  return {
    ...sealer,
    index(plain) {
      const index = known.get(plain) ?? sealer.index(plain);
      known.set(plain, index);
      return index;
    },
  };
}
