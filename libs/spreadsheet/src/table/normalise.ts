/** What a clerk types, made plain: full-width digits, letters and blanks, and blanks around. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b\ufeff]/g, '')
    .trim();
}

/** Without any blanks, for what has none. */
export function withoutBlanks(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b\ufeff]/g, '');
}

const MARKS = /[★☆*＊※✱:：]/g;
const REQUIRED_NOTE = /\((必填|选填|可选|必录|文本格式?|文本)\)/g;
const UNIT = /\(([^()]*)\)$/;

export interface TitleParts {
  /** Without marks and blanks, its brackets included. */
  whole: string;
  /** Without the bracket at its end. */
  base: string;
  /** What that bracket holds. */
  unit: string | undefined;
}

/** A title as it is compared: ★ 身份证件号（必填） is 身份证件号, and 金额(万元) has the unit 万元. */
export function titleParts(title: string): TitleParts {
  const whole = withoutBlanks(title).replace(MARKS, '').replace(REQUIRED_NOTE, '');
  const unit = UNIT.exec(whole)?.[1];
  return { whole, base: unit === undefined ? whole : whole.replace(UNIT, ''), unit };
}
