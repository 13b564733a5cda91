import { fileURLToPath } from 'node:url';
import type { Office } from '@bureau/subgraph';
import { type Context, createContext, type Surroundings } from './context.ts';
import { tables } from './data-source.ts';
import { resolvers } from './schema.ts';

/** 互联网+教育: what is connected, rated and on trial, school by school. */
export function internetPlusOffice(surroundings: Surroundings): Office<Context> {
  return {
    name: 'internet-plus',
    folder: fileURLToPath(new URL('.', import.meta.url)),
    resolvers,
    tables,
    createContext: (request) => createContext(request, surroundings),
  };
}
