import { fileURLToPath } from 'node:url';
import type { Office } from '@bureau/subgraph';
import { type Context, createContext, type Surroundings } from './context.ts';
import { tables } from './data-source.ts';
import { resolvers } from './schema.ts';

/** 学生资助: programmes, evidence, hardship, applications, awards, payments. */
export function studentAidOffice(surroundings: Surroundings): Office<Context> {
  return {
    name: 'student-aid',
    folder: fileURLToPath(new URL('.', import.meta.url)),
    resolvers,
    tables,
    createContext: (request) => createContext(request, surroundings),
  };
}
