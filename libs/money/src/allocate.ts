import type { Fen } from './yuan.ts';

/**
 * Splits an amount by whole-number shares, such as 8:2 between the state and the region, and loses no fen: what is left
 * after rounding down goes fen by fen to the largest remainders, the earlier share first.
 */
export function allocate(totalFen: Fen, shares: readonly number[]): Fen[] {
  const weights = shares.map(weightOf);
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  if (sum === 0n) throw new RangeError('at least one share must be above zero');
  if (totalFen < 0n) return allocate(-totalFen, shares).map((fen) => -fen);

  const parts = weights.map((weight) => (totalFen * weight) / sum);
  const left = Number(totalFen - parts.reduce((total, part) => total + part, 0n));
  const luckyOnes = weights
    .map((weight, index) => ({ index, remainder: (totalFen * weight) % sum }))
    .sort((a, b) => Number(b.remainder - a.remainder) || a.index - b.index)
    .slice(0, left);
  const lucky = new Set(luckyOnes.map(({ index }) => index));
  return parts.map((part, index) => (lucky.has(index) ? part + 1n : part));
}

function weightOf(share: number): bigint {
  if (!Number.isSafeInteger(share) || share < 0) throw new RangeError(`a share is a whole number from 0: ${share}`);
  return BigInt(share);
}
