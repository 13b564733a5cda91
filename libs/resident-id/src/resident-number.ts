import { isDay, type Day } from '@bureau/calendar';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

export type Sex = 'MALE' | 'FEMALE';

/** A citizen's identity number (公民身份号码, GB 11643-1999), taken apart. */
export interface ResidentNumber {
  number: string;
  /** Division of first registration; divisions dissolved since stay valid in it. */
  division: string;
  bornOn: Day;
  sequence: string;
  sex: Sex;
}

export type ResidentNumberRefusal =
  'LengthNot18' | 'CharacterNotAllowed' | 'BirthDayImpossible' | 'BirthDayInFuture' | 'CheckCharacterWrong';

/** What a clerk types: full-width digits, blanks and a small x become the plain form. */
export function normaliseResidentNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

/** Reads the normalised form, digit by digit as the standard asks; `today` is the last day of birth allowed. */
export function parseResidentNumber(text: string, today: Day): ResidentNumber | { refusal: ResidentNumberRefusal } {
  const number = normaliseResidentNumber(text);
  if (number.length !== 18) return { refusal: 'LengthNot18' };
  if (!/^\d{17}[\dX]$/.test(number)) return { refusal: 'CharacterNotAllowed' };

  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isDay(bornOn)) return { refusal: 'BirthDayImpossible' };
  if (bornOn > today) return { refusal: 'BirthDayInFuture' };
  if (checkCharacter(number.slice(0, 17)) !== number[17]) return { refusal: 'CheckCharacterWrong' };

  const sequence = number.slice(14, 17);
  const sex = Number(sequence) % 2 === 1 ? 'MALE' : 'FEMALE';
  return { number, division: number.slice(0, 6), bornOn, sequence, sex };
}

/** The number of a division, a day of birth and a sequence: the rule that temporary roll numbers follow, too. */
export function composeResidentNumber(division: string, bornOn: Day, sequence: number): string {
  if (!/^\d{6}$/.test(division)) throw new RangeError(`a division code has six digits: ${division}`);
  if (!isDay(bornOn)) throw new RangeError(`not a day: ${bornOn}`);
  if (!Number.isInteger(sequence) || sequence < 0 || sequence > 999) throw new RangeError(`no sequence: ${sequence}`);

  const body = `${division}${bornOn.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return body + checkCharacter(body);
}

/** ISO 7064 MOD 11-2 over the first 17 digits. */
function checkCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * +body.charAt(index), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}
