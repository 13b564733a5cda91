/** Two counts and their quotient in percent, as the reports print it. */
export interface Ratio {
  numerator: number;
  denominator: number;
  percent: string | null;
}

export function ratio(numerator: number, denominator: number): Ratio {
  return { numerator, denominator, percent: percentOf(count(numerator), count(denominator)) };
}

/** Percent with two decimals, rounded half up in whole numbers: 2 of 3 is `66.67`; null of nothing. */
export function percentOf(numerator: bigint, denominator: bigint): string | null {
  if (numerator < 0n || denominator < 0n) throw new RangeError('a ratio has no negative side');
  if (denominator === 0n) return null;
  const hundredths = (numerator * 20_000n + denominator) / (denominator * 2n);
  const digits = String(hundredths).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function count(value: number): bigint {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a count: ${value}`);
  return BigInt(value);
}
