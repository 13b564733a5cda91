import { FileRefusal } from '../file-refusal.ts';
import type { FileSource } from '../source/source.ts';
import { type ReadTableOptions, readTable } from '../table/read-table.ts';
import type { ReadRow, RowOf } from '../table/column.ts';
import { people } from './people.ts';

type People = typeof people;

/** Every record of a list of people. */
export async function readPeople(
  file: FileSource,
  options: Partial<ReadTableOptions<People>> = {},
): Promise<ReadRow<RowOf<People>>[]> {
  const rows: ReadRow<RowOf<People>>[] = [];
  for await (const batch of readTable(file, { columns: people, ...options })) rows.push(...batch);
  return rows;
}

/** The fault for which a file is refused as a whole. */
export async function faultOf(file: FileSource, options?: Partial<ReadTableOptions<People>>): Promise<unknown> {
  try {
    await readPeople(file, options);
  } catch (error) {
    if (error instanceof FileRefusal) return error.fault;
    throw error;
  }
  return 'was read';
}
