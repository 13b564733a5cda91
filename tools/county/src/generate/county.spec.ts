import { createHash } from 'node:crypto';

import { ageOn } from '@bureau/calendar';
import { yongningDivisions } from '@bureau/codes';
import { isSchoolCode, parseResidentNumber } from '@bureau/resident-id';

import { stagePlans } from '../plan/cohorts.ts';
import type { Child, Spell } from '../rows.ts';
import { COUNTY_STANDS_ON, generateCounty } from './county.ts';
import { spellOn } from './spells.ts';

const county = generateCounty();
const { schools, classes, children } = county;
const spells = children.flatMap((child) => child.spells.map((spell) => ({ child, spell })));
const schoolById = new Map(schools.map((school) => [school.id, school]));
const classById = new Map(classes.map((schoolClass) => [schoolClass.id, schoolClass]));

/** Rows name other rows by id, as the tables do. */
const REFERENCES = ['child', 'spell', 'award', 'disability'];
const digest = (rows: unknown) =>
  createHash('sha256')
    .update(
      JSON.stringify(rows, (key, value: unknown) => {
        if (typeof value === 'bigint') return String(value);
        return REFERENCES.includes(key) && value ? (value as { id: string }).id : value;
      }),
    )
    .digest('hex');
const onRoll = (day: string) => children.flatMap((child) => spellOn(child, day) ?? []);
const shareOf = (list: readonly Child[], has: (child: Child) => boolean) => list.filter(has).length / list.length;

it('is the same county for the same seed, to the last byte', () => {
  expect(digest(generateCounty())).toBe(digest(county));
});

describe('schools', () => {
  it('are fifty to seventy, in all nine divisions, none of them a special school', () => {
    expect(schools.length).toBeGreaterThanOrEqual(50);
    expect(schools.length).toBeLessThanOrEqual(70);
    expect(new Set(schools.map(({ township }) => township))).toEqual(
      new Set(yongningDivisions.map(({ code }) => code)),
    );
    expect([...new Set(schools.map(({ kind }) => kind))].sort()).toEqual([
      '111',
      '211',
      '218',
      '311',
      '312',
      '342',
      '361',
    ]);
  });

  it('have names and codes of their own, with a province code that does not exist', () => {
    expect(new Set(schools.map(({ name }) => name)).size).toBe(schools.length);
    expect(new Set(schools.map(({ code }) => code)).size).toBe(schools.length);
    for (const { code } of schools) expect([isSchoolCode(code), code.slice(2, 4)]).toEqual([true, '99']);
  });

  it('have boarders only where they take boarders', () => {
    const boarders = spells.filter(({ spell }) => spell.boarding === '2');
    expect(boarders.filter(({ spell }) => !schoolById.get(spell.schoolId)?.hasBoarding)).toEqual([]);
    const compulsory = onRoll(COUNTY_STANDS_ON).filter(
      ({ stage }) => stage === 'PRIMARY' || stage === 'JUNIOR_SECONDARY',
    );
    const share = compulsory.filter(({ boarding }) => boarding === '2').length / compulsory.length;
    expect(share).toBeGreaterThan(0.04);
    expect(share).toBeLessThan(0.1);
  });
});

describe('children', () => {
  it.each(['2023-09-01', '2024-09-01', COUNTY_STANDS_ON])('are about 45 000 on the rolls of %s', (day) => {
    expect(Math.abs(onRoll(day).length - 45_000)).toBeLessThan(1_000);
  });

  it('have valid identity numbers, each its own, that no person can have', () => {
    const numbers = children.map(({ identityNumber }) => identityNumber);
    expect(new Set(numbers).size).toBe(children.length);
    const isSound = ({ identityNumber, bornOn, sex }: Child) => {
      const parsed = parseResidentNumber(identityNumber, COUNTY_STANDS_ON);
      if ('refusal' in parsed) return false;
      return parsed.division.startsWith('99') && parsed.bornOn === bornOn && (parsed.sex === 'MALE') === (sex === '1');
    };
    expect(children.filter((child) => !isSound(child))).toEqual([]);
  });

  it('have names of two or three characters', () => {
    expect(children.filter(({ name }) => !/^\p{Script=Han}{2,3}$/u.test(name))).toEqual([]);
  });

  it('have ids of their own', () => {
    const ids = [...children, ...schools, ...classes, ...spells.map(({ spell }) => spell), ...county.childrenOfAge];
    expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length);
  });

  it('come with migrant families and are left behind more often in 望远 and 闽宁', () => {
    const livingIn = (...townships: string[]) =>
      children.filter(({ township }) => townships.includes(township.slice(6)));
    const others = children.filter(({ township }) => !['102', '104'].includes(township.slice(6)));
    for (const township of ['102', '104']) {
      expect(shareOf(livingIn(township), ({ isMigrantChild }) => isMigrantChild)).toBeGreaterThan(0.2);
      expect(shareOf(livingIn(township), ({ leftBehind }) => leftBehind !== 'NO')).toBeGreaterThan(0.03);
    }
    expect(shareOf(others, ({ isMigrantChild }) => isMigrantChild)).toBeLessThan(0.12);
    expect(shareOf(others, ({ leftBehind }) => leftBehind !== 'NO')).toBeLessThan(0.03);
    expect(children.filter(({ isMigrantChild, leftBehind }) => isMigrantChild && leftBehind !== 'NO')).toEqual([]);
  });

  it('are Hui as often as families in Ningxia are, most in 闽宁', () => {
    expect(Math.abs(shareOf(children, ({ ethnicity }) => ethnicity === '03') - 0.33)).toBeLessThan(0.05);
    const minning = children.filter(({ township }) => township === '640121104');
    expect(shareOf(minning, ({ ethnicity }) => ethnicity === '03')).toBeGreaterThan(0.7);
  });
});

describe('spells', () => {
  it('follow one another and never overlap', () => {
    const isSound = ({ startedOn, endedOn, endedBy }: Spell, before: Spell | undefined) => {
      if ((endedOn === null) !== (endedBy === null) || (endedOn !== null && endedOn <= startedOn)) return false;
      return !before || (before.endedOn !== null && before.endedOn <= startedOn);
    };
    const unsound = children.filter(
      (child) => !child.spells.every((spell, at) => isSound(spell, child.spells[at - 1])),
    );
    expect(unsound).toEqual([]);
  });

  it('begin at three, six, twelve and fifteen years of age, a few a year later', () => {
    const yearsLate = ({ child, spell }: (typeof spells)[number]) =>
      ageOn(child.bornOn, `${spell.entryYear}-08-31`) - stagePlans[spell.stage].entryAge;
    const late = spells.filter((one) => yearsLate(one) === 1);
    expect(spells.filter((one) => yearsLate(one) !== 0 && yearsLate(one) !== 1)).toEqual([]);
    expect(late.length / spells.length).toBeLessThan(0.02);
    expect(late.filter(({ spell: { stage, entryYear } }) => stage === 'PRIMARY' && entryYear < 2020)).toEqual([]);
  });

  it('are in classes of the same school, stage and entry year, none of them larger than 55', () => {
    const isInPlace = ({ classId, schoolId, stage, entryYear }: Spell) => {
      const its = classById.get(classId);
      return its?.schoolId === schoolId && its.stage === stage && its.entryYear === entryYear;
    };
    expect(spells.filter(({ spell }) => !isInPlace(spell))).toEqual([]);
    const sizes = Map.groupBy(onRoll(COUNTY_STANDS_ON), ({ classId }) => classId);
    expect(Math.max(...[...sizes.values()].map(({ length }) => length))).toBeLessThanOrEqual(55);
  });

  it('lead every child that finished primary school in 2024 to a junior school, here or elsewhere', () => {
    const finished = spells.filter(({ spell: { stage, endedBy } }) => stage === 'PRIMARY' && endedBy === 'GRADUATED');
    const next = finished.map(({ child }) => child.spells.find(({ stage }) => stage === 'JUNIOR_SECONDARY'));
    expect(finished.every(({ spell }) => spell.endedOn === '2024-09-01')).toBe(true);
    const here = next.filter((spell) => spell?.startedOn === '2024-09-01').length;
    expect(here / finished.length).toBeGreaterThan(0.98);
    expect(next.filter((spell) => spell && spell.startedOn !== '2024-09-01')).toEqual([]);
  });

  it('keep everybody in compulsory school that did not move away, go abroad or die', () => {
    const compulsory = spells.filter(
      ({ spell: { stage, endedOn } }) =>
        (stage === 'PRIMARY' || stage === 'JUNIOR_SECONDARY') && (endedOn === null || endedOn > '2024-09-01'),
    );
    const byChild = Map.groupBy(compulsory, ({ child }) => child);
    const lost = [...byChild.keys()].filter((child) => {
      const end = child.spells.at(-1)?.endedBy ?? null;
      return end !== null && !['TRANSFERRED_OUT', 'ABROAD', 'DECEASED', 'GRADUATED'].includes(end);
    });
    expect(lost).toEqual([]);
  });

  it('end before the day on which the county stands', () => {
    const latest =
      spells
        .flatMap(({ spell }) => [spell.startedOn, spell.endedOn ?? ''])
        .sort()
        .at(-1) ?? '';
    expect(latest < COUNTY_STANDS_ON).toBe(true);
  });
});

it('had one suspected dropout in 2024, a junior pupil of 望远 or 闽宁, back in class since', () => {
  const [dropout, ...others] = county.dropoutCases;
  expect(others).toEqual([]);
  expect(dropout).toMatchObject({
    suspectedOn: '2024-03-18',
    returnedOn: '2024-03-27',
    spell: { stage: 'JUNIOR_SECONDARY' },
  });
  expect(['640121102', '640121104']).toContain(dropout?.child.township);
  expect(dropout && spellOn(dropout.child, '2024-03-18')?.placement).toBe('SUSPECTED_DROPOUT');
  expect(dropout && spellOn(dropout.child, '2024-03-27')?.placement).toBe('IN_SCHOOL');
});
