import { normaliseResidentNumber } from './resident-number.ts';

/**
 * A pupil's roll number (学籍号): a letter and 18 characters by the rule of the identity number. It stays for life and
 * may differ from the identity number of today, so it is compared, never taken apart.
 */
export interface RollNumber {
  number: string;
  /** G from the identity number (正式), L temporary (临时), J for a child without a usable identity number. */
  kind: 'FORMAL' | 'TEMPORARY' | 'WITHOUT_IDENTITY_NUMBER';
}

const KINDS = { G: 'FORMAL', L: 'TEMPORARY', J: 'WITHOUT_IDENTITY_NUMBER' } as const;

/** Reads a roll number; null when the text is none. */
export function parseRollNumber(text: string): RollNumber | null {
  const number = normaliseResidentNumber(text);
  const parts = /^([GLJ])\d{17}[\dX]$/.exec(number);
  if (!parts) return null;
  return { number, kind: KINDS[parts[1] as keyof typeof KINDS] };
}

/** The formal roll number given once the identity number is verified. */
export function formalRollNumber(residentNumber: string): string {
  return `G${normaliseResidentNumber(residentNumber)}`;
}
