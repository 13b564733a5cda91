import { fileURLToPath } from 'node:url';
import type { Office } from '@bureau/subgraph';
import { type Context, createContext, type Surroundings } from './context.ts';
import { tables } from './data-source.ts';
import { resolvers } from './schema.ts';

/** 特殊教育: the ledger of disabled children and their placements. */
export function specialEducationOffice(surroundings: Surroundings): Office<Context> {
  return {
    name: 'special-education',
    folder: fileURLToPath(new URL('.', import.meta.url)),
    resolvers,
    tables,
    createContext: (request) => createContext(request, surroundings),
  };
}
