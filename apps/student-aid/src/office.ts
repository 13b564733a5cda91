import { fileURLToPath } from 'node:url';
import type { Office } from '@bureau/subgraph';
import { type Context, createContext } from './context.ts';
import { tables } from './data-source.ts';
import { resolvers } from './schema.ts';

/** 学生资助: programmes, awards, payments. */
export const studentAidOffice: Office<Context> = {
  name: 'student-aid',
  folder: fileURLToPath(new URL('.', import.meta.url)),
  resolvers,
  tables,
  createContext,
};
