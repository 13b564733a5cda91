import { schoolYearStartsOn } from '@bureau/calendar';

import { broadbandMbps, operators, pilotPlans, smartCampusPlans } from '../plan/internet-plus.ts';
import type { Context } from './context.ts';
import type { DigitalProfile, PlatformPilot, SmartCampusRating } from '../office-rows.ts';
import type { Child, School } from '../rows.ts';
import { spellOn } from './spells.ts';

const VILLAGE = ['210', '220'];

/** What each school had in each school year; equipment grows with the years. */
export function newDigitalProfiles(
  context: Context,
  schools: readonly School[],
  children: readonly Child[],
): DigitalProfile[] {
  const { random } = context;
  const connections = new Map(schools.map((school) => [school.id, connectionOf(context, school)]));
  return [2023, 2024].flatMap((schoolYear) => {
    const sizes = sizesOf(children, schoolYear);
    return schools.flatMap((school) => {
      const connection = connections.get(school.id);
      const { pupils, classes } = sizes.get(school.id) ?? { pupils: 0, classes: new Set() };
      if (!connection) return [];
      const classrooms = classes.size;
      const missing = schoolYear === 2023 && random.chance(0.2) ? random.between(1, 3) : 0;
      const networkedClassrooms = Math.max(0, classrooms - missing - (connection.isPoor ? 1 : 0));
      return {
        id: context.newId(),
        schoolId: school.id,
        schoolYear,
        broadbandMbps: connection.broadbandMbps,
        operator: connection.operator,
        classrooms,
        networkedClassrooms,
        wirelessClassrooms: random.between(Math.floor(networkedClassrooms * 0.6), networkedClassrooms),
        interactiveClassrooms: school.kind === '111' ? 0 : random.between(1, connection.isPoor ? 1 : 3),
        pupilTerminals: Math.round(pupils / random.between(7, 12)),
        teacherTerminals: Math.round(classrooms * 2.4),
      };
    });
  });
}

export function newSmartCampusRatings(context: Context, schools: readonly School[]): SmartCampusRating[] {
  const left = context.random.shuffle(schools.filter(({ kind }) => kind !== '111' && kind !== '218'));
  return smartCampusPlans.flatMap(({ stars, schools: count, awardedOn }) =>
    left.splice(0, count).map(({ id: schoolId }) => ({ id: context.newId(), schoolId, stars, awardedOn })),
  );
}

export function newPlatformPilots(context: Context, schools: readonly School[]): PlatformPilot[] {
  const left = context.random.shuffle(schools.filter(({ kind }) => kind !== '111' && kind !== '218'));
  return pilotPlans.flatMap(({ level, schools: count, startedOn }) =>
    left.splice(0, count).map(({ id: schoolId }) => ({ id: context.newId(), schoolId, level, startedOn })),
  );
}

function connectionOf({ random }: Context, { urbanRural }: School) {
  const isVillage = VILLAGE.includes(urbanRural);
  const speed = Number(random.pickByWeight(isVillage ? broadbandMbps.village : broadbandMbps.town));
  return { broadbandMbps: speed, operator: random.pickByWeight(operators), isPoor: speed < 200 };
}

function sizesOf(children: readonly Child[], schoolYear: number) {
  const sizes = new Map<string, { pupils: number; classes: Set<string> }>();
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
