/** Amounts of money are integer fen (分), 100 to the yuan, within PostgreSQL's `bigint`. */
export type Fen = bigint;

/** Why a text is not an amount. */
export type YuanRefusal = 'NotAnAmount' | 'FractionOfFen' | 'NegativeAmount' | 'AmountTooLarge';

export const MAX_FEN = 9_223_372_036_854_775_807n;
export const MIN_FEN = -9_223_372_036_854_775_808n;

const YUAN = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/;
const LONGEST_YUAN = '-92233720368547758.08'.length;

/** Reads yuan exactly: `1250.00`, `1250` and `0.5`; no thousands separators, no exponents, at most two decimals. */
export function parseYuan(
  text: string,
  { negative = 'REFUSED' }: { negative?: 'ALLOWED' | 'REFUSED' } = {},
): { fen: Fen } | { refusal: YuanRefusal } {
  const parts = YUAN.exec(text);
  if (!parts) return { refusal: 'NotAnAmount' };
  const [, sign = '', yuan = '', decimals = ''] = parts;
  if (decimals.length > 2) return { refusal: 'FractionOfFen' };
  if (text.length > LONGEST_YUAN) return { refusal: 'AmountTooLarge' };

  const fen = BigInt(`${sign}${yuan}${decimals.padEnd(2, '0')}`);
  if (fen > MAX_FEN || fen < MIN_FEN) return { refusal: 'AmountTooLarge' };
  if (fen < 0n && negative === 'REFUSED') return { refusal: 'NegativeAmount' };
  return { fen };
}

/** Yuan with two decimals: `1250.00`. */
export function formatYuan(fen: Fen): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
