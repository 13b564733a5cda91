import type { Random } from './random.ts';

/** Ids in the form of UUIDv7, in the order in which they are asked for, the same for the same stream. */
export function createIds(random: Random, from: Date): () => string {
  let milliseconds = from.getTime();
  return () => {
    milliseconds += 1;
    const time = hex(milliseconds, 12);
    const variant = hex(0x8000 + random.between(0, 0x3fff), 4);
    const tail = hex(random.between(0, 0xffffff), 6) + hex(random.between(0, 0xffffff), 6);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(random.between(0, 0xfff), 3)}-${variant}-${tail}`;
  };
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
