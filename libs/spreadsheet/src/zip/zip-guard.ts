import { FileRefusal } from '../file-refusal.ts';
import type { Limits } from '../limits.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Below this size a part may be packed as tightly as it likes: a page of blanks is no bomb. */
const HARMLESS_BYTES = 16 * 1024 * 1024;

/** Refuses a bomb by what the directory says, before anything is unpacked; parts that overlap count, too. */
export function guardZip(entries: ReadonlyMap<string, ZipEntry>, fileBytes: number, limits: Limits): void {
  let [size, packedSize] = [0, 0];
  for (const entry of entries.values()) {
    size += entry.size;
    packedSize += entry.packedSize;
    const isTight = entry.size > HARMLESS_BYTES && entry.size > entry.packedSize * limits.maxRatio;
    if (isTight) throw new FileRefusal({ kind: 'FILE_INFLATES_TOO_FAR' });
  }
  if (size > limits.maxInflatedBytes || packedSize > fileBytes)
    throw new FileRefusal({ kind: 'FILE_INFLATES_TOO_FAR' });
}
