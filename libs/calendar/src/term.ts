import { formatSchoolYear, parseSchoolYear, type SchoolYear } from './school-year.ts';

export type Season = 'AUTUMN' | 'SPRING';

/** A school term (学期): of school year 2023 the autumn term is in 2023, the spring term in 2024. */
export interface Term {
  schoolYear: SchoolYear;
  season: Season;
}

/** `2023-2024-2`: the roll offices' way to name a term. */
export function formatTermCode(term: Term): string {
  return `${formatSchoolYear(term.schoolYear)}-${term.season === 'AUTUMN' ? 1 : 2}`;
}

/** `2024年春季学期`: the aid offices' way, by calendar year and season. */
export function formatTermName(term: Term): string {
  return `${termYear(term)}年${term.season === 'AUTUMN' ? '秋' : '春'}季学期`;
}

/** Reads both ways of naming a term; null when the text is neither. */
export function parseTerm(text: string): Term | null {
  const code = /^(\d{4}-\d{4})-([12])$/.exec(text);
  if (code?.[1]) {
    const schoolYear = parseSchoolYear(code[1]);
    return schoolYear === null ? null : { schoolYear, season: code[2] === '1' ? 'AUTUMN' : 'SPRING' };
  }
  const name = /^(\d{4})年([春秋])季?学期$/.exec(text);
  if (!name) return null;
  return termOfYear(Number(name[1]), name[2] === '秋' ? 'AUTUMN' : 'SPRING');
}

/** The term of a calendar year: spring 2024 belongs to school year 2023. */
export function termOfYear(calendarYear: number, season: Season): Term {
  return { schoolYear: season === 'AUTUMN' ? calendarYear : calendarYear - 1, season };
}

/** The calendar year that the aid programmes name the term by. */
export function termYear(term: Term): number {
  return term.season === 'AUTUMN' ? term.schoolYear : term.schoolYear + 1;
}

export function compareTerms(a: Term, b: Term): -1 | 0 | 1 {
  const [left, right] = [termIndex(a), termIndex(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function nextTerm(term: Term): Term {
  if (term.season === 'AUTUMN') return { schoolYear: term.schoolYear, season: 'SPRING' };
  return { schoolYear: term.schoolYear + 1, season: 'AUTUMN' };
}

function termIndex(term: Term): number {
  return term.schoolYear * 2 + (term.season === 'AUTUMN' ? 0 : 1);
}
