import type { Sealer } from '@bureau/access';
import { normaliseResidentNumber } from '@bureau/resident-id';

export type SealedColumn = 'identity_number' | 'certificate_number';

const context = (column: SealedColumn, id: string) => `disabled_child.${column}:${id}`;

/** A number of a child as it rests: sealed, and findable. */
export function sealNumber(sealer: Sealer, column: SealedColumn, { id, plain }: { id: string; plain: string | null }) {
  if (plain === null) return { sealed: null, index: null };
  const number = normaliseResidentNumber(plain);
  return { sealed: sealer.seal(number, context(column, id)), index: sealer.index(number) };
}

export function openNumber(
  sealer: Sealer,
  column: SealedColumn,
  { id, sealed }: { id: string; sealed: Buffer | null },
) {
  return sealed && sealer.open(sealed, context(column, id));
}
