/** By which rule a child got its seat (docs/rules/enrollment.md#admission): 划片, 合理调剂, or none left. */
export const ADMISSION_BASES = [
  'CATCHMENT',
  'SECOND_CATCHMENT',
  'ADJUSTED_IN_TOWNSHIP',
  'ADJUSTED_IN_COUNTY',
  'NO_SEAT',
] as const;
export type AdmissionBasis = (typeof ADMISSION_BASES)[number];

export interface Candidate {
  id: string;
  name: string;
  townshipCode: string;
}

export interface SeatedSchool {
  id: string;
  townshipCode: string;
  /** Seats that are left. */
  seats: number;
}

export interface Catchment {
  townshipCode: string;
  schoolId: string;
  rank: number;
}

export interface Allocation {
  candidateId: string;
  schoolId: string | null;
  basis: AdmissionBasis;
  /** The school of the first rank that the child's township belongs to; null where none is drawn. */
  catchmentSchoolId: string | null;
}

/**
 * 划片就近, then 合理调剂: every child first gets a seat at its own catchment school as far as seats go, in the order of
 * the candidates; only then those left over are seated at a further school of the catchment, in their township, in the county.
 * So nobody from outside takes a seat that a child of the catchment could have had.
 */
export function allocateSeats(
  candidates: readonly Candidate[],
  schools: readonly SeatedSchool[],
  catchments: readonly Catchment[],
): Allocation[] {
  const left = new Map(schools.map(({ id, seats }) => [id, seats]));
  const ranked = rankedSchools(catchments);
  const take = (ids: readonly string[]): string | null => {
    const id = ids.find((one) => (left.get(one) ?? 0) > 0);
    if (id === undefined) return null;
    left.set(id, (left.get(id) ?? 0) - 1);
    return id;
  };
  const given = new Map<string, { schoolId: string; basis: AdmissionBasis }>();
  const passes: readonly [AdmissionBasis, (candidate: Candidate) => readonly string[]][] = [
    ['CATCHMENT', ({ townshipCode }) => (ranked.get(townshipCode) ?? []).slice(0, 1)],
    ['SECOND_CATCHMENT', ({ townshipCode }) => (ranked.get(townshipCode) ?? []).slice(1)],
    [
      'ADJUSTED_IN_TOWNSHIP',
      ({ townshipCode }) => schools.filter((one) => one.townshipCode === townshipCode).map(({ id }) => id),
    ],
    ['ADJUSTED_IN_COUNTY', () => emptiest(schools, left)],
  ];
  for (const [basis, wanted] of passes)
    for (const candidate of candidates) {
      if (given.has(candidate.id)) continue;
      const schoolId = take(wanted(candidate));
      if (schoolId) given.set(candidate.id, { schoolId, basis });
    }
  return candidates.map(({ id, townshipCode }) => ({
    candidateId: id,
    ...(given.get(id) ?? { schoolId: null, basis: 'NO_SEAT' as const }),
    catchmentSchoolId: ranked.get(townshipCode)?.[0] ?? null,
  }));
}

function rankedSchools(catchments: readonly Catchment[]): Map<string, string[]> {
  const sorted = catchments.toSorted((a, b) => a.rank - b.rank || (a.schoolId < b.schoolId ? -1 : 1));
  const byTownship = Map.groupBy(sorted, ({ townshipCode }) => townshipCode);
  return new Map([...byTownship].map(([townshipCode, list]) => [townshipCode, list.map(({ schoolId }) => schoolId)]));
}

/** The school with the most seats left first; the id decides between equals. */
const emptiest = (schools: readonly SeatedSchool[], left: ReadonlyMap<string, number>): string[] =>
  schools
    .toSorted((a, b) => (left.get(b.id) ?? 0) - (left.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);

export interface Classmate {
  id: string;
  sex: string;
}

/** How many classes so many children take, each of at most so many. */
export const classesNeeded = (children: number, limit: number): number => Math.ceil(children / limit);

/** Deals children into classes, boys and girls each in turn, so that no class has two more of either or two more in all than another. */
export function dealIntoClasses(children: readonly Classmate[], classes: number): Map<string, number> {
  const bySex = children.toSorted((a, b) => (a.sex === b.sex ? (a.id < b.id ? -1 : 1) : a.sex < b.sex ? -1 : 1));
  return new Map(bySex.map(({ id }, at) => [id, at % classes]));
}
