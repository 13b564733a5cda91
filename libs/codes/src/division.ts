/** What a nine-digit division below a county is; farms have no township government. */
export type DivisionType = 'SUBDISTRICT' | 'TOWN' | 'TOWNSHIP' | 'FARM';

/** A division below the county (乡级行政区): six digits of GB/T 2260 and three of the Bureau of Statistics. */
export interface Division {
  code: string;
  name: string;
  type: DivisionType;
}

/** What the last three digits of a nine-digit code say; null when the text is no such code. */
export function divisionTypeOf(code: string): DivisionType | null {
  if (!/^\d{9}$/.test(code)) return null;
  const serial = Number(code.slice(6));
  if (serial === 0) return null;
  if (serial <= 99) return 'SUBDISTRICT';
  if (serial <= 199) return 'TOWN';
  return serial <= 399 ? 'TOWNSHIP' : 'FARM';
}

export function countyOf(divisionCode: string): string {
  return divisionCode.slice(0, 6);
}

/** The twelve-digit form of the national roll system, padded with zeros. */
export function twelveDigitDivision(code: string): string {
  return code.padEnd(12, '0');
}
