import { ageOn, termOfYear } from '@bureau/calendar';
import { formatYuan, ratio } from '@bureau/money';
import { isCertificateOf, parseDisabilityCertificate } from '@bureau/resident-id';

import type { Award, Payment } from '../office-rows.ts';
import { programmePlans, ratePlans } from '../plan/programmes.ts';
import { COUNTY_STANDS_ON, generateCounty } from './county.ts';
import { termAmountFen, yearlyFen } from './rates.ts';
import { spellOn } from './spells.ts';

const county = generateCounty();
const { schools, children } = county;

describe('the ledger of children of age', () => {
  const { childrenOfAge } = county;
  const rows = (schoolYear: number, ageBand: string) =>
    childrenOfAge.filter((row) => row.schoolYear === schoolYear && row.ageBand === ageBand);
  const inSchool = ({ whereabouts }: { whereabouts: string }) =>
    ['IN_COUNTY', 'OUT_OF_COUNTY', 'ABROAD'].includes(whereabouts);
  const rate = (schoolYear: number, ageBand: string) => {
    const all = rows(schoolYear, ageBand);
    return ratio(all.filter(inSchool).length, all.length);
  };

  it('gives the enrolment rates of the report', () => {
    expect(rate(2024, 'PRIMARY').percent).toBe('100.00');
    expect(rate(2024, 'PRIMARY').numerator).toBe(rate(2024, 'PRIMARY').denominator);
    expect(rate(2024, 'JUNIOR_SECONDARY').percent).toBe('99.73');
  });

  it('gives them by the stricter count, too: at the stage of the age or above it', () => {
    const below = rows(2024, 'JUNIOR_SECONDARY').filter(({ spell }) => spell?.stage === 'PRIMARY');
    const tooEarly = rows(2024, 'PRIMARY').filter(({ spell }) => spell?.stage === 'PRE_SCHOOL');
    expect([below, tooEarly]).toEqual([[], []]);
  });

  it('says of every junior child that is not in school why', () => {
    const reasons = rows(2024, 'JUNIOR_SECONDARY')
      .filter((row) => !inSchool(row))
      .map(({ whereabouts, reason }) => `${whereabouts} ${reason}`);
    const counted = Object.fromEntries(
      [...Map.groupBy(reasons, (reason) => reason)].map(([reason, list]) => [reason, list.length]),
    );
    expect(counted).toEqual({
      'SUSPENDED 因病休学': 19,
      'NOT_ENROLLED 残疾,尚未安置': 2,
      'NOT_ENROLLED 随父母在外,就读证明未取得': 7,
    });
  });

  describe.each([2023, 2024])('the ledger of %i', (schoolYear) => {
    const ledger = childrenOfAge.filter((row) => row.schoolYear === schoolYear);

    it('has every child of six to fourteen years once, in the band of its age', () => {
      expect(new Set(ledger.map(({ person }) => person.identityNumber)).size).toBe(ledger.length);
      const bandOf = (age: number) => (age < 6 || age > 14 ? null : age < 12 ? 'PRIMARY' : 'JUNIOR_SECONDARY');
      const misplaced = ledger.filter((row) => row.ageBand !== bandOf(ageOn(row.person.bornOn, `${schoolYear}-08-31`)));
      expect(misplaced).toEqual([]);
    });

    it('has everybody of that age who is on a roll when it is verified', () => {
      const day = `${schoolYear}-12-01`;
      const onRoll = children.filter((child) => {
        const age = ageOn(child.bornOn, `${schoolYear}-08-31`);
        return age >= 6 && age <= 14 && spellOn(child, day);
      });
      expect(
        ledger
          .filter(({ spell }) => spell)
          .map(({ person }) => person.id)
          .sort(),
      ).toEqual(onRoll.map(({ id }) => id).sort());
    });

    it('counts children as registered here or as living here', () => {
      const isHere = ({ person }: { person: { hukou: string } }) => person.hukou.startsWith('640121');
      expect(ledger.filter((row) => row.basis !== (isHere(row) ? 'HOUSEHOLD' : 'RESIDENT'))).toEqual([]);
      expect(ledger.filter(({ basis, child }) => basis === 'RESIDENT' && !child)).toEqual([]);
    });

    it('says in school here only of those with a school here, and why of those out of school', () => {
      expect(ledger.filter(({ whereabouts, spell }) => whereabouts === 'IN_COUNTY' && !spell)).toEqual([]);
      expect(ledger.filter((row) => inSchool(row) !== (row.reason === null))).toEqual([]);
    });
  });
});

describe('special education', () => {
  const { disabilities, placements } = county;
  const ofAge = disabilities.filter(({ child }) => {
    const age = ageOn(child.bornOn, '2024-08-31');
    return age >= 6 && age <= 16;
  });
  const current = new Map(
    placements.filter(({ endedOn }) => endedOn === null).map((placement) => [placement.disability, placement]),
  );
  const count = (kind: string) => ofAge.filter((disability) => current.get(disability)?.kind === kind).length;

  it('gives the figures of the report', () => {
    expect(ofAge).toHaveLength(179);
    expect([
      count('REGULAR_CLASS'),
      count('SPECIAL_SCHOOL_EXTERNAL'),
      count('HOME_TEACHING'),
      count('NOT_PLACED'),
    ]).toEqual([122, 32, 22, 3]);
    expect(ratio(ofAge.length - count('NOT_PLACED'), ofAge.length).percent).toBe('98.32');
  });

  it('knows a few children outside the ages that are reported', () => {
    expect(disabilities.length - ofAge.length).toBe(7);
  });

  it('places each child once at a time, and where its spell says', () => {
    const standing = {
      REGULAR_CLASS: 'IN_SCHOOL',
      SPECIAL_SCHOOL_EXTERNAL: 'EXTERNAL_SPECIAL_SCHOOL',
      HOME_TEACHING: 'HOME_TEACHING',
      NOT_PLACED: 'NOT_ENROLLED',
    };
    for (const [before, after] of placements.map((placement, index) => [placements[index - 1], placement] as const)) {
      const spell = spellOn(after.disability.child, after.startedOn);
      expect(spell?.placement).toBe(standing[after.kind]);
      if (before?.disability === after.disability) expect(before.endedOn).toBe(after.startedOn);
      const isTaughtHere = after.kind === 'REGULAR_CLASS' || after.kind === 'HOME_TEACHING';
      expect(after.schoolId).toBe(isTaughtHere ? spell?.schoolId : null);
      expect(after.externalSchool !== null).toBe(after.kind === 'SPECIAL_SCHOOL_EXTERNAL');
    }
  });

  it('says why a child is not placed and what comes next', () => {
    const unplaced = placements.filter(({ kind }) => kind === 'NOT_PLACED');
    expect(new Set(unplaced.map(({ reason }) => reason)).size).toBe(3);
    for (const { reason, nextStep } of placements) expect((reason === null) === (nextStep === null)).toBe(true);
  });

  it('has certificates that name the child, its category and its level', () => {
    const certified = disabilities.filter(({ certificate }) => certificate.status === 'VALID');
    expect(certified.length / disabilities.length).toBeGreaterThan(0.8);
    for (const { child, certificate, kinds } of certified) {
      const parsed = parseDisabilityCertificate(certificate.number ?? '');
      expect(parsed && isCertificateOf(parsed, child.identityNumber)).toBe(true);
      expect(parsed?.category).toBe(kinds[0]?.category);
      expect(parsed?.level).toBe(kinds[0]?.level);
    }
    expect(
      disabilities.filter(({ certificate }) => (certificate.status === 'VALID') !== (certificate.number !== null)),
    ).toEqual([]);
  });

  it('gives several schools so many children that they need a resource room', () => {
    const schools = Map.groupBy(
      [...current.values()].filter(({ kind }) => kind === 'REGULAR_CLASS'),
      ({ schoolId }) => schoolId,
    );
    expect([...schools.values()].filter(({ length }) => length >= 5).length).toBeGreaterThanOrEqual(3);
  });
});

describe('student aid', () => {
  const { awards, payments } = county;
  const paidWithin = (from: string, to: string) =>
    payments.filter(({ paidOn }) => paidOn !== null && from <= paidOn && paidOn <= to);
  const totalFen = (list: readonly { amountFen: bigint }[]) => list.reduce((sum, { amountFen }) => sum + amountFen, 0n);

  it('gives the figures of the report', () => {
    const firstHalf = paidWithin('2024-01-01', '2024-06-30');
    expect(firstHalf).toHaveLength(6024);
    expect(formatYuan(totalFen(firstHalf))).toBe('3322600.00');
  });

  it('pays the amounts of the law, half a year at a time', () => {
    const spring = termOfYear(2024, 'SPRING');
    const amounts = (['PRIMARY', 'JUNIOR_SECONDARY'] as const).flatMap((stage) =>
      ['CE_LIVING_B', 'CE_LIVING_D'].map((programme) => formatYuan(termAmountFen(programme, stage, 1, spring))),
    );
    expect(amounts).toEqual(['625.00', '312.50', '750.00', '375.00']);
    expect(formatYuan(termAmountFen('HS_FEE', 'SENIOR_SECONDARY', 1, spring))).toBe('400.00');
    expect(formatYuan(termAmountFen('CE_LIVING_B', 'PRIMARY', 1, termOfYear(2023, 'AUTUMN')))).toBe('500.00');
    expect(formatYuan(termAmountFen('VS_GRANT', 'VOCATIONAL', 1, termOfYear(2025, 'SPRING')))).toBe('1150.00');
    const lawful = ({ programme, spell, tier, term }: Award) => termAmountFen(programme, spell.stage, tier, term);
    expect(awards.filter((award) => award.amountFen !== lawful(award))).toEqual([]);
  });

  it('has rates of even fen whose times do not overlap', () => {
    for (const rate of ratePlans) expect(yearlyFen(rate) % 2n).toBe(0n);
    const open = ratePlans
      .filter(({ toTerm }) => toTerm === null)
      .map(({ programme, stage, tier }) => `${programme} ${stage} ${tier}`);
    expect(new Set(open).size).toBe(open.length);
  });

  it('awards one child each programme once a term, and never board and day supplement together', () => {
    const keys = awards.map(({ child, programme, term }) => `${child.id} ${programme} ${term.season}`);
    expect(new Set(keys).size).toBe(keys.length);
    const living = awards.filter(({ programme }) => programme.startsWith('CE_LIVING'));
    expect(new Set(living.map(({ child, term }) => `${child.id} ${term.season}`)).size).toBe(living.length);
  });

  it('gives the board supplement to boarders, the day supplement to day pupils', () => {
    const boarding: Record<string, string> = { CE_LIVING_B: '2', CE_LIVING_D: '1' };
    const wrong = awards.filter(
      ({ programme, spell }) => boarding[programme] && boarding[programme] !== spell.boarding,
    );
    expect(wrong).toEqual([]);
  });

  it('awards only children who are at school when the lists are closed', () => {
    const isInScope = ({ child, spell, term }: Award) =>
      spellOn(child, term.season === 'SPRING' ? '2024-04-15' : '2024-10-15') === spell &&
      spell.rollStatus === 'ACTIVE' &&
      spell.placement === 'IN_SCHOOL';
    expect(awards.filter((award) => !isInScope(award))).toEqual([]);
  });

  it('gives the day supplement to the four classes of families only (四类学生)', () => {
    const categories = awards.filter(({ programme }) => programme === 'CE_LIVING_D').map(({ category }) => category);
    expect([...new Set(categories)].sort()).toEqual([
      'DISABLED_PUPIL',
      'LIFTED_OUT_OF_POVERTY',
      'RURAL_DESTITUTE',
      'RURAL_LOW_INCOME',
    ]);
  });

  it('grants senior pupils 2 000 yuan a year on average, in every school', () => {
    const grants = Map.groupBy(
      awards.filter(({ programme }) => programme === 'HS_GRANT'),
      ({ spell, term }) => spell.schoolId + term.season,
    );
    expect(grants.size).toBe(6);
    for (const list of grants.values()) expect(totalFen(list)).toBe(100_000n * BigInt(list.length));
  });

  it('pays the school what it waived, and the child the rest', () => {
    const waived = new Set(programmePlans.filter(({ payee }) => payee === 'SCHOOL_WAIVER').map(({ code }) => code));
    expect(waived).toEqual(new Set(['PRE_FREE', 'CE_TUITION', 'HS_FEE', 'VS_FEE']));
    expect(payments.filter(({ kind, award }) => (kind === 'WAIVER') !== waived.has(award.programme))).toEqual([]);
  });

  it('pays nothing twice: an attempt follows only one that failed', () => {
    const byAward = Map.groupBy(payments, ({ award }) => award);
    expect(byAward.size).toBe(awards.length);
    const isSound = (attempts: Payment[]) =>
      attempts.every(({ attempt, failure, paidOn }, index) => {
        const isLast = index === attempts.length - 1;
        return attempt === index + 1 && (failure === null) === (paidOn !== null) && (isLast || failure !== null);
      });
    expect([...byAward.values()].filter((attempts) => !isSound(attempts))).toEqual([]);
    const failed = payments.filter(({ failure }) => failure !== null);
    expect(failed.length).toBeGreaterThan(30);
    expect(failed.filter(({ paidOn }) => paidOn !== null)).toEqual([]);
  });

  it('pays a few spring awards in July, after the half-year, and leaves a few autumn accounts to be corrected', () => {
    expect(paidWithin('2024-07-01', '2024-07-31').map(({ award }) => award.term.season)).toEqual([
      'SPRING',
      'SPRING',
      'SPRING',
    ]);
    const unpaid = [...Map.groupBy(payments, ({ award }) => award).values()].filter(
      (attempts) => attempts.at(-1)?.paidOn === null,
    );
    expect(unpaid.map(([first]) => first?.award.term.season)).toEqual(['AUTUMN', 'AUTUMN', 'AUTUMN', 'AUTUMN']);
  });

  it('pays the autumn term after July and before the day on which the county stands', () => {
    const autumn = payments.filter(({ award, paidOn }) => award.term.season === 'AUTUMN' && paidOn !== null);
    const days = autumn.map(({ paidOn }) => paidOn ?? '').sort();
    expect((days[0] ?? '') > '2024-07-31' && (days.at(-1) ?? '9') < COUNTY_STANDS_ON).toBe(true);
  });
});

describe('internet-plus education', () => {
  const { digitalProfiles, smartCampusRatings, platformPilots } = county;

  it('has a profile of every school in both school years', () => {
    const keys = digitalProfiles.map(({ school, schoolYear }) => `${school.id} ${schoolYear}`);
    expect(new Set(keys).size).toBe(schools.length * 2);
    expect(keys).toHaveLength(schools.length * 2);
  });

  it('has no more multimedia classes than classes, and classes in every school', () => {
    const unsound = digitalProfiles.filter(
      ({ teachingClasses, multimediaClasses }) => teachingClasses === 0 || multimediaClasses > teachingClasses,
    );
    expect(unsound).toEqual([]);
  });

  it('has classes that are still to be connected, and the fewer the later', () => {
    const missing = (year: number) =>
      digitalProfiles
        .filter(({ schoolYear }) => schoolYear === year)
        .reduce((sum, { teachingClasses, multimediaClasses }) => sum + teachingClasses - multimediaClasses, 0);
    expect(missing(2024)).toBeGreaterThan(0);
    expect(missing(2023)).toBeGreaterThan(missing(2024));
  });

  it('rates some schools, each once, with two to five stars', () => {
    expect(new Set(smartCampusRatings.map(({ school }) => school)).size).toBe(smartCampusRatings.length);
    expect([...new Set(smartCampusRatings.map(({ stars }) => stars))].sort()).toEqual([2, 3, 4, 5]);
  });

  it('has pilot schools of the platform, each once', () => {
    expect(new Set(platformPilots.map(({ school }) => school)).size).toBe(platformPilots.length);
    expect(platformPilots.length).toBeGreaterThan(3);
  });
});
