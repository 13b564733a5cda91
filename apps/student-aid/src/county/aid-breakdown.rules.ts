import type { HardshipLevel } from '../programme/hardship-level.rules.ts';
import type { AidSum } from './aid-figures.rules.ts';

/** What was paid for everything that shares a key; the children of the group each once. */
export interface AidGroup<Key> extends AidSum {
  key: Key;
  students: number;
}

/** What an award was granted for, as it has it on record. */
export interface AwardGround {
  /** 特殊困难类型 attested, by code, each once. */
  categories: string[];
  /** Only where no category is attested. */
  level: HardshipLevel | null;
  /** False of awards older than that record. */
  isRecorded: boolean;
}

export const GROUND_KINDS = ['ATTESTED', 'RECOGNISED', 'NEITHER', 'UNRECORDED'] as const;
export type GroundKind = (typeof GROUND_KINDS)[number];

/** On which of the grounds an award stands: a category goes before a level (docs/rules/student-aid.md#counting). */
export function groundKind({ categories, level, isRecorded }: AwardGround): GroundKind {
  if (categories.length > 0) return 'ATTESTED';
  if (level !== null) return 'RECOGNISED';
  return isRecorded ? 'NEITHER' : 'UNRECORDED';
}

/** Groups in the order of the keys listed; a key that is not listed comes last. */
export function inOrderOf<Key>(groups: readonly AidGroup<Key>[], order: readonly Key[]): AidGroup<Key>[] {
  const placeOf = ({ key }: AidGroup<Key>) => (order.includes(key) ? order.indexOf(key) : order.length);
  return groups.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Groups by code or id. */
export function byCode(groups: readonly AidGroup<string>[]): AidGroup<string>[] {
  return groups.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** Groups by the kind of ground, then by categories or level. */
export function byGround(groups: readonly AidGroup<AwardGround>[]): AidGroup<AwardGround>[] {
  const nameOf = ({ key }: AidGroup<AwardGround>) =>
    `${GROUND_KINDS.indexOf(groundKind(key))} ${key.categories.join(' ')}${key.level ?? ''}`;
  return groups.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}
