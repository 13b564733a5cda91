import { normaliseResidentNumber } from './resident-number.ts';

/** A disabled person's certificate (残疾人证): identity number, category 1–7 and level 1–4 of GB/T 26341-2010. */
export interface DisabilityCertificate {
  number: string;
  residentNumber: string;
  /** 1 sight, 2 hearing, 3 speech, 4 limbs, 5 intellect, 6 mind, 7 several. */
  category: string;
  /** 1 is the most severe. */
  level: string;
  /** 0 for the first card, n for replacement `Bn`. */
  reissue: number;
}

/** Reads a certificate number of 20 characters, with or without the suffix of a replacement; null when it is none. */
export function parseDisabilityCertificate(text: string): DisabilityCertificate | null {
  const number = normaliseResidentNumber(text);
  const parts = /^(\d{17}[\dX])([1-7])([1-4])(?:B(\d{1,2}))?$/.exec(number);
  if (!parts) return null;
  const [, residentNumber = '', category = '', level = '', reissue = '0'] = parts;
  return { number, residentNumber, category, level, reissue: Number(reissue) };
}

export function composeDisabilityCertificate(residentNumber: string, category: string, level: string): string {
  const number = `${normaliseResidentNumber(residentNumber)}${category}${level}`;
  if (!parseDisabilityCertificate(number)) throw new RangeError('no such certificate: category 1–7, level 1–4');
  return number;
}

/** Whether the certificate was issued to the person of this identity number. */
export function isCertificateOf(certificate: DisabilityCertificate, residentNumber: string): boolean {
  return certificate.residentNumber === normaliseResidentNumber(residentNumber);
}
