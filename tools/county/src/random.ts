import { addDays, daysBetween, type Day } from '@bureau/calendar';

/** A stream of random choices that is the same for the same seed, on every machine. */
export interface Random {
  /** A stream of its own, so that more choices here change nothing there. */
  fork(name: string): Random;
  /** From 0 up to 1, without 1. */
  fraction(): number;
  /** A whole number, both ends included. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  /** A day of the period, first and last day included. */
  dayWithin(period: readonly [Day, Day]): Day;
  pick<T>(list: readonly T[]): T;
  /** One of the keys, by weight. */
  pickByWeight<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K;
  /** The list in another order; the list itself stays as it is. */
  shuffle<T>(list: readonly T[]): T[];
}

const { floor, imul } = Math;

export function createRandom(seed: string): Random {
  const next = sfc32(hash128(seed));
  const fraction = () => next() / 2 ** 32;
  const between = (from: number, to: number) => from + floor(fraction() * (to - from + 1));

  return {
    fork: (name) => createRandom(`${seed}/${name}`),
    fraction,
    between,
    chance: (probability) => fraction() < probability,
    dayWithin: ([from, to]) => addDays(from, between(0, daysBetween(from, to))),
    pick: (list) => at(list, between(0, list.length - 1)),
    pickByWeight: (weights) => {
      const { keys, upTo } = cumulated(weights);
      const ticket = fraction() * (upTo.at(-1) ?? 0);
      return at(
        keys,
        upTo.findIndex((sum) => ticket < sum),
      ) as keyof typeof weights;
    },
    shuffle: (list) => {
      const shuffled = [...list];
      for (let index = shuffled.length - 1; index > 0; index -= 1) {
        const other = between(0, index);
        [shuffled[index], shuffled[other]] = [at(shuffled, other), at(shuffled, index)];
      }
      return shuffled;
    },
  };
}

/** The element, which must be there. */
export function at<T>(list: readonly T[], index: number): T {
  const element = list[index];
  if (element === undefined) throw new RangeError(`no element ${index} in a list of ${list.length}`);
  return element;
}

const cumulations = new WeakMap<object, { keys: string[]; upTo: number[] }>();

/** The keys and, for each, the sum of the weights up to it: worked out once for each table of weights. */
function cumulated(weights: Readonly<Partial<Record<string, number>>>): { keys: string[]; upTo: number[] } {
  const known = cumulations.get(weights);
  if (known) return known;
  let sum = 0;
  const cumulation = { keys: Object.keys(weights), upTo: Object.values(weights).map((weight) => (sum += weight ?? 0)) };
  cumulations.set(weights, cumulation);
  return cumulation;
}

/** Chris Doty-Humphrey's small fast counter, public domain. */
function sfc32([seedA, seedB, seedC, seedD]: [number, number, number, number]): () => number {
  let [a, b, c, counter] = [seedA, seedB, seedC, seedD];
  const next = () => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + result) | 0;
    return result >>> 0;
  };
  for (let round = 0; round < 16; round += 1) next();
  return next;
}

/** Four FNV-1a hashes of the text, each begun differently. */
function hash128(text: string): [number, number, number, number] {
  const hash = (start: number) => {
    let value = start;
    for (const character of text) value = imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
    return value >>> 0;
  };
  return [hash(0x811c9dc5), hash(0x9e3779b9), hash(0x85ebca6b), hash(0xc2b2ae35)];
}
