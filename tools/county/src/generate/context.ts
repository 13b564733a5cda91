import type { Random } from '../random.ts';
import { createIdentityNumbers, type IdentityNumbers } from './identity-numbers.ts';
import { createIds } from '../ids.ts';

/** What every part of the generator needs: chance, ids and identity numbers that are given once. */
export interface Context {
  random: Random;
  newId: () => string;
  identityNumbers: IdentityNumbers;
}

const IDS_FROM = new Date('2023-09-01T00:00:00Z');

export function createContext(random: Random): Context {
  return { random, newId: createIds(random.fork('ids'), IDS_FROM), identityNumbers: createIdentityNumbers() };
}
