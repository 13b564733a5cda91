import { addDays, addMonths, schoolYearStartsOn } from '@bureau/calendar';

import type { DigitalProfile, PlatformPilot, SmartCampusRating } from '../office-rows.ts';
import { broadbandMbps, operators, pilotPlans, smartCampusPlans, surveys } from '../plan/internet-plus.ts';
import type { Child, School } from '../rows.ts';
import type { Context } from './context.ts';
import { spellOn } from './spells.ts';

const VILLAGES = ['210', '220'];
const RATING_MONTHS = 36;

interface Size {
  pupils: number;
  classes: Set<string>;
}

/** What each school had in each school year; most of what was missing in one was there in the next. */
export function newDigitalProfiles(
  context: Context,
  schools: readonly School[],
  children: readonly Child[],
): DigitalProfile[] {
  const sizes = surveys.map(({ schoolYear }) => sizesOf(children, schoolYear));
  return schools.flatMap((school) => {
    const connection = connectionOf(context, school);
    return surveys.map((survey, index) => {
      const size = sizes[index]?.get(school.id) ?? { pupils: 0, classes: new Set() };
      return profileOf(context, school, { survey, size, connection });
    });
  });
}

export function newSmartCampusRatings(context: Context, schools: readonly School[]): SmartCampusRating[] {
  const left = context.random.shuffle(schools.filter(isFullSchool));
  return smartCampusPlans.flatMap(({ stars, schools: count, awardedOn }) => {
    const validUntil = addDays(addMonths(awardedOn, RATING_MONTHS), -1);
    return left.splice(0, count).map((school) => ({ id: context.newId(), school, stars, awardedOn, validUntil }));
  });
}

export function newPlatformPilots(context: Context, schools: readonly School[]): PlatformPilot[] {
  const left = context.random.shuffle(schools.filter(isFullSchool));
  return pilotPlans.flatMap(({ schools: count, ...pilot }) =>
    left.splice(0, count).map((school) => ({ id: context.newId(), school, ...pilot })),
  );
}

/** Neither a kindergarten nor a teaching point. */
function isFullSchool({ kind }: School): boolean {
  return kind !== '111' && kind !== '218';
}

function connectionOf({ random }: Context, { urbanRural }: School) {
  const isVillage = VILLAGES.includes(urbanRural);
  const speed = Number(random.pickByWeight(isVillage ? broadbandMbps.village : broadbandMbps.town));
  return { broadbandMbps: speed, operator: random.pickByWeight(operators), isPoor: speed < 200 };
}

function profileOf(
  { random, newId }: Context,
  school: School,
  given: { survey: (typeof surveys)[number]; size: Size; connection: ReturnType<typeof connectionOf> },
): DigitalProfile {
  const { survey, size, connection } = given;
  const { isPoor, ...access } = connection;
  const missing = (isPoor ? 1 : 0) + (survey.schoolYear === 2023 && random.chance(0.3) ? random.between(1, 3) : 0);
  const teachingClasses = size.classes.size;
  return {
    id: newId(),
    school,
    schoolYear: survey.schoolYear,
    ...access,
    teachingClasses,
    multimediaClasses: Math.max(0, teachingClasses - missing),
    wifiClassrooms: Math.round(teachingClasses * (0.6 + random.fraction() / 2)),
    interactiveClassrooms: school.kind === '111' ? 0 : random.between(1, isPoor ? 1 : 3),
    studentTerminals: Math.round(size.pupils / random.between(7, 12)),
    teacherTerminals: Math.round(teachingClasses * 2.4),
    surveyedOn: random.dayWithin(survey.surveyed),
  };
}

function sizesOf(children: readonly Child[], schoolYear: number): Map<string, Size> {
  const sizes = new Map<string, Size>();
  for (const child of children) {
    const spell = spellOn(child, schoolYearStartsOn(schoolYear));
    if (!spell) continue;
    const size = sizes.get(spell.schoolId) ?? { pupils: 0, classes: new Set() };
    size.pupils += 1;
    size.classes.add(spell.classId);
    sizes.set(spell.schoolId, size);
  }
  return sizes;
}
