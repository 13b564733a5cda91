const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export type CreditCodeRefusal = 'LengthNot18' | 'CharacterNotAllowed' | 'CheckCharacterWrong';

/** An organisation's unified social credit code (统一社会信用代码, GB 32100-2015). */
export interface CreditCode {
  code: string;
  registrar: string;
  division: string;
  organisation: string;
}

export function parseCreditCode(text: string): CreditCode | { refusal: CreditCodeRefusal } {
  const code = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (code.length !== 18) return { refusal: 'LengthNot18' };
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return { refusal: 'CharacterNotAllowed' };
  if (creditCheckCharacter(code.slice(0, 17)) !== code[17]) return { refusal: 'CheckCharacterWrong' };
  return { code, registrar: code.slice(0, 2), division: code.slice(2, 8), organisation: code.slice(8, 17) };
}

/** The check character of the first 17: weights are the powers of 3, modulo 31. */
export function creditCheckCharacter(body: string): string {
  let [sum, weight] = [0, 1];
  for (const character of body) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}
