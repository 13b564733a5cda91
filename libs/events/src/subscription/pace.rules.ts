/** How long to wait after failures, in milliseconds. */
export interface Pace {
  first: number;
  longest: number;
}

/** Doubles with every failure; spread over its upper half by `chance` (0 to 1), so that instances do not come back together. */
export function retryDelayMs({ first, longest }: Pace, failures: number, chance: number): number {
  const delay = Math.min(longest, first * 2 ** Math.min(failures - 1, 30));
  return delay * (0.5 + chance / 2);
}
