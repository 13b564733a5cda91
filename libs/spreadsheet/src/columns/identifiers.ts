import { maskAccount, maskIdentityNumber, maskPhone, maskRollNumber } from '@bureau/access';
import type { Day } from '@bureau/calendar';
import { parseResidentNumber, parseRollNumber, type ResidentNumberRefusal } from '@bureau/resident-id';
import { type Column, reason } from '../table/column.ts';
import type { Sentence } from '../sentence.ts';
import { columnOf, type ColumnOptions, type RequiredOptions } from './options.ts';
import { cellIdentifier } from './text.ts';

const REFUSALS: Record<ResidentNumberRefusal, Sentence> = {
  LengthNot18: { zh: '身份证号应为 18 位。', en: 'An identity number has 18 characters.' },
  CharacterNotAllowed: { zh: '身份证号只能有数字，末位可为 X。', en: 'Only digits, and an X at the end.' },
  BirthDayImpossible: { zh: '身份证号中的出生日期不存在。', en: 'The day of birth in it does not exist.' },
  BirthDayInFuture: { zh: '身份证号中的出生日期晚于今天。', en: 'The day of birth in it has not come yet.' },
  CheckCharacterWrong: {
    zh: '身份证号校验位不对，请核对每一位。',
    en: 'Its check character is wrong: compare each digit.',
  },
};

/** 公民身份号码, checked digit by digit; `today` is the last day of birth allowed. */
export function identityNumberColumn(title: string, options: RequiredOptions & { today: Day }): Column<string>;
export function identityNumberColumn(title: string, options: ColumnOptions & { today: Day }): Column<string | null>;
export function identityNumberColumn(title: string, { today, ...options }: ColumnOptions & { today: Day }) {
  return columnOf<string>(title, options, {
    read(cell) {
      const reading = cellIdentifier(cell);
      if (!('value' in reading)) return reading;
      const parsed = parseResidentNumber(reading.value, today);
      if ('number' in parsed) return { value: parsed.number };
      return { reason: { code: `IDENTITY_NUMBER_${codeOf(parsed.refusal)}`, message: REFUSALS[parsed.refusal] } };
    },
    mask: maskIdentityNumber,
    hint: { zh: '18 位，文本格式', en: '18 characters, as text' },
  });
}

const codeOf = (refusal: string) => refusal.replace(/(?<=[a-z])(?=[A-Z\d])/g, '_').toUpperCase();

/** 学籍号: G, L or J and 18 characters. */
export function rollNumberColumn(title: string, options: RequiredOptions): Column<string>;
export function rollNumberColumn(title: string, options?: ColumnOptions): Column<string | null>;
export function rollNumberColumn(title: string, options: ColumnOptions = {}) {
  return columnOf<string>(title, options, {
    read(cell) {
      const reading = cellIdentifier(cell);
      if (!('value' in reading)) return reading;
      const parsed = parseRollNumber(reading.value);
      if (parsed) return { value: parsed.number };
      return reason(
        'ROLL_NUMBER_UNREADABLE',
        '学籍号应为 G、L 或 J 加 18 位。',
        'A roll number is G, L or J and 18 characters.',
      );
    },
    mask: maskRollNumber,
    hint: { zh: 'G/L/J 加 18 位，文本格式', en: 'G, L or J and 18 characters, as text' },
  });
}

/** A telephone: a mobile of 11 digits, or a landline with its area code. */
export function phoneColumn(title: string, options: RequiredOptions): Column<string>;
export function phoneColumn(title: string, options?: ColumnOptions): Column<string | null>;
export function phoneColumn(title: string, options: ColumnOptions = {}) {
  return columnOf<string>(title, options, {
    read(cell) {
      const reading = cellIdentifier(cell);
      if (!('value' in reading)) return reading;
      const digits = reading.value.replace(/[-()]/g, '').replace(/^\+?86(?=1\d{10}$)/, '');
      if (/^(1\d{10}|0\d{9,11}|[2-9]\d{6,7})$/.test(digits)) return { value: digits };
      return reason(
        'PHONE_UNREADABLE',
        '电话应为 11 位手机号或带区号的座机。',
        'A mobile of 11 digits or a landline with its area code.',
      );
    },
    mask: maskPhone,
    hint: { zh: '11 位手机号，文本格式', en: 'Mobile of 11 digits, as text' },
  });
}

/** A bank or social-security card account of 8 to 30 digits. */
export function accountColumn(title: string, options: RequiredOptions): Column<string>;
export function accountColumn(title: string, options?: ColumnOptions): Column<string | null>;
export function accountColumn(title: string, options: ColumnOptions = {}) {
  return columnOf<string>(title, options, {
    read(cell) {
      const reading = cellIdentifier(cell);
      if (!('value' in reading)) return reading;
      const digits = reading.value.replace(/-/g, '');
      if (/^\d{8,30}$/.test(digits)) return { value: digits };
      return reason('ACCOUNT_UNREADABLE', '账号应为 8 至 30 位数字。', 'An account has 8 to 30 digits.');
    },
    mask: maskAccount,
    hint: { zh: '账号，文本格式', en: 'Account, as text' },
  });
}
