import { fileURLToPath } from 'node:url';
import type { Office } from '@bureau/subgraph';
import { type Context, createContext, type Surroundings } from './context.ts';
import { tables } from './data-source.ts';
import { resolvers } from './schema.ts';

/** 学籍与控辍保学: the roll and dropout control. */
export function enrollmentOffice(surroundings: Surroundings): Office<Context> {
  return {
    name: 'enrollment',
    folder: fileURLToPath(new URL('.', import.meta.url)),
    resolvers,
    tables,
    createContext: (request) => createContext(request, surroundings),
  };
}
