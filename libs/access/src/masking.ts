/**
 * What an answer shows of personal data unless a wider look was granted.
 *
 * @see docs/rules/privacy.md#masking
 */
const hidden = '*';
const fewestHidden = 4;

/** 身份证号: 640121********2243 */
export function maskIdentityNumber(identityNumber: string): string {
  return keepEnds(identityNumber, 6, 4);
}

/** 学籍号: G640121********2243 */
export function maskRollNumber(rollNumber: string): string {
  return keepEnds(rollNumber, 7, 4);
}

/** 电话: 139****5678 */
export function maskPhone(phone: string): string {
  return keepEnds(phone, 3, 4);
}

/** 银行账号: the last four digits; not even how long it is. */
export function maskAccount(account: string): string {
  const digits = [...account];
  const shown = digits.length >= 4 + fewestHidden ? digits.slice(-4) : [];
  return hidden.repeat(fewestHidden) + shown.join('');
}

/** 姓名: 张*, however long the name is. */
export function maskName(name: string): string {
  const [surname] = name;
  return surname === undefined ? '' : surname + hidden;
}

/** 住址: the township (nine digits) of a division code; empty if the code does not say one. */
export function maskDivision(divisionCode: string): string {
  return /^\d{9}(\d{3})?$/.test(divisionCode) ? divisionCode.slice(0, 9) : '';
}

/** 出生日期: year and month of a day written YYYY-MM-DD; empty if it is not one. */
export function maskBirthDate(bornOn: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(bornOn) ? bornOn.slice(0, 7) : '';
}

/** Hides all of a value too short to hide at least four characters of. */
function keepEnds(value: string, head: number, tail: number): string {
  const characters = [...value];
  const hiddenCount = characters.length - head - tail;
  if (hiddenCount < fewestHidden) return hidden.repeat(characters.length);
  return [...characters.slice(0, head), hidden.repeat(hiddenCount), ...characters.slice(-tail)].join('');
}
