import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DocumentNode } from 'graphql';

/** The SDL of an office: the root `schema.graphql` of its source folder and that of every slice below. */
export function readSchemaFiles(folder: string): DocumentNode[] {
  const slices = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const folders = [folder, ...slices.map((slice) => join(folder, slice.name)).sort()];
  const files = folders.map((place) => join(place, 'schema.graphql')).filter((file) => existsSync(file));
  return files.map((file) => parse(readFileSync(file, 'utf8')));
}
