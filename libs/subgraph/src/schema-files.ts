import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DocumentNode } from 'graphql';

/** The SDL of an office: the root `schema.graphql` of its source folder and that of every slice below. */
export function readSchemaFiles(folder: string): DocumentNode[] {
  const slices = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const folders = [folder, ...slices.map((slice) => join(folder, slice.name)).sort()];
  return folders.flatMap((place) => {
    const sdl = readIfPresent(join(place, 'schema.graphql'));
    return sdl === undefined ? [] : [parse(sdl)];
  });
}

function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
