import type { Stage } from '@bureau/codes';

/** A class as a list writes it. */
export interface WrittenClass {
  stage: Stage;
  /** Within the stage, from 1. */
  grade: number;
  serial: number;
}

const DIGITS = '一二三四五六七八九';
const WRITTEN = /^(小学|初中|高中|中职|初|高)?([1-9一二三四五六七八九])(?:年级)?\((\d{1,2})\)班?$/;
const WRITTEN_BARE = /^(小学|初中|高中|中职|初|高)?([1-9一二三四五六七八九])年级(\d{1,2})班?$/;
const NUMBERED = /^([1-9])(\d{2})班?$/;

/** 三年级(2)班, 三(2)班, 3年级2班, 302, 七年级(1)班, 初一(1)班, 高二(3)班; null when it is none of them (docs/rules/enrollment.md#class-names). */
export function readClassName(text: string): WrittenClass | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const numbered = NUMBERED.exec(plain);
  if (numbered) return placed('', Number(numbered[1]), Number(numbered[2]));
  const [, level = '', digit = '', serial = ''] = WRITTEN.exec(plain) ?? WRITTEN_BARE.exec(plain) ?? [];
  if (digit === '') return null;
  const grade = /\d/.test(digit) ? Number(digit) : DIGITS.indexOf(digit) + 1;
  return placed(level, grade, Number(serial));
}

const LEVELS: Readonly<Record<string, Stage>> = {
  小学: 'PRIMARY',
  初中: 'JUNIOR_SECONDARY',
  初: 'JUNIOR_SECONDARY',
  高中: 'SENIOR_SECONDARY',
  高: 'SENIOR_SECONDARY',
  中职: 'VOCATIONAL',
};

/** Grades run from one to nine through the compulsory years where no stage is named. */
function placed(level: string, grade: number, serial: number): WrittenClass | null {
  const stage = LEVELS[level] ?? (grade <= 6 ? 'PRIMARY' : 'JUNIOR_SECONDARY');
  const within = stage === 'JUNIOR_SECONDARY' && grade > 6 ? grade - 6 : grade;
  const last = stage === 'PRIMARY' ? 6 : 3;
  return within <= last && serial >= 1 ? { stage, grade: within, serial } : null;
}
