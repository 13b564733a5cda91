import fc from 'fast-check';

import { addDays } from './day.ts';
import {
  formatSchoolYear,
  parseSchoolYear,
  schoolYearEndsOn,
  schoolYearOf,
  schoolYearStartsOn,
} from './school-year.ts';
import {
  compareTerms,
  formatTermCode,
  formatTermName,
  nextTerm,
  parseTerm,
  termOfYear,
  termYear,
  type Season,
} from './term.ts';

const terms = fc.record({
  schoolYear: fc.integer({ min: 1949, max: 2200 }),
  season: fc.constantFrom<Season>('AUTUMN', 'SPRING'),
});

describe('school years', () => {
  it.each([
    ['2024-08-31', 2023],
    ['2024-09-01', 2024],
    ['2025-01-01', 2024],
    ['2025-08-31', 2024],
  ])('%s lies in school year %i', (day, year) => {
    expect(schoolYearOf(day)).toBe(year);
  });

  it('begins on 1 September and ends on 31 August, and the next begins the day after', () => {
    expect([schoolYearStartsOn(2024), schoolYearEndsOn(2024)]).toEqual(['2024-09-01', '2025-08-31']);
    expect(addDays(schoolYearEndsOn(2024), 1)).toBe(schoolYearStartsOn(2025));
  });

  it.each([
    ['2024-2025', 2024],
    ['2024-2025学年', 2024],
    ['2024-2026', null],
    ['2024-2024', null],
    ['2024', null],
  ])('reads %s as %s', (text, year) => {
    expect(parseSchoolYear(text)).toBe(year);
  });

  it('writes the name that it reads', () => {
    expect(formatSchoolYear(2024)).toBe('2024-2025');
  });
});

describe('terms', () => {
  it('names the spring term of 2024 in both ways', () => {
    const spring = { schoolYear: 2023, season: 'SPRING' } as const;
    expect([formatTermCode(spring), formatTermName(spring)]).toEqual(['2023-2024-2', '2024年春季学期']);
    expect([termOfYear(2024, 'SPRING'), termYear(spring)]).toEqual([spring, 2024]);
    expect(parseTerm('2024年春学期')).toEqual(spring);
  });

  it('names the autumn term of 2024 in both ways', () => {
    const autumn = { schoolYear: 2024, season: 'AUTUMN' } as const;
    expect([formatTermCode(autumn), formatTermName(autumn)]).toEqual(['2024-2025-1', '2024年秋季学期']);
    expect([termOfYear(2024, 'AUTUMN'), termYear(autumn)]).toEqual([autumn, 2024]);
  });

  it.each(['2024-2025-3', '2024-2026-1', '2024-2025', '2024年夏季学期', '2024', ''])('does not read %s', (text) => {
    expect(parseTerm(text)).toBeNull();
  });

  it('reads what it writes, and the next term follows', () => {
    fc.assert(
      fc.property(terms, (term) => {
        expect(parseTerm(formatTermCode(term))).toEqual(term);
        expect(parseTerm(formatTermName(term))).toEqual(term);
        expect(compareTerms(term, nextTerm(term))).toBe(-1);
        expect(compareTerms(nextTerm(term), term)).toBe(1);
        expect(compareTerms(term, { ...term })).toBe(0);
        expect(nextTerm(nextTerm(term))).toEqual({ ...term, schoolYear: term.schoolYear + 1 });
      }),
    );
  });
});
