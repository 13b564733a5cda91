import fc from 'fast-check';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import { feed, standing } from '../seed/feed.seed.ts';
import { GrantingSeed, type SeededChild } from '../seed/granting.seed.ts';
import type { Place } from '../seed/aid.seed.ts';
import { EntitlementRepository } from './entitlement.repository.ts';

const COUNTY = '640121';
const FREEZE = '2024-04-15';

let bench: Bench;
let granting: GrantingSeed;
let place: Place;
let listId: string;
beforeAll(async () => {
  bench = await openBench();
  granting = new GrantingSeed(bench, COUNTY);
  place = bench.seed.place(COUNTY);
  await bench.seed.term(COUNTY);
  for (const code of ['CE_LIVING_B', 'CE_LIVING_D']) {
    await bench.seed.programme(COUNTY, code);
    await bench.seed.rate(COUNTY, code);
  }
  await granting.exclusion(1, ['CE_LIVING_B', 'CE_LIVING_D']);
  await granting.categories();
  await granting.eligibility('CE_LIVING_B', { level: 'HARD', boarding: 'BOARDER' });
  await granting.eligibility('CE_LIVING_D', { category: 'RURAL_LOW_INCOME', boarding: 'DAY' });
  listId = '01900000-0000-7000-8000-000000000001';
  await bench.database.arrange(
    `INSERT INTO evidence_list VALUES ($1, $2, 'CIVIL_AFFAIRS', '1', '2024-03-01', true, '\\x00', 'APPLIED', 'test', 1)`,
    [COUNTY, listId],
  );
});
afterAll(() => bench.close());

interface World {
  boarding: '1' | '2';
  rollStatus: 'ACTIVE' | 'TRANSFERRED_OUT' | 'DECEASED';
  evidence: { from: string; to: string | null } | null;
  level: 'HARD' | 'GENERAL' | null;
  state: 'APPROVED' | 'SUBMITTED';
  award: {
    programme: 'CE_LIVING_B' | 'CE_LIVING_D';
    amountFen: '62500' | '31250';
    state: 'GRANTED' | 'STOPPED';
  } | null;
  hasWaived: boolean;
}

const world: fc.Arbitrary<World> = fc.record({
  boarding: fc.constantFrom('1', '2'),
  rollStatus: fc.constantFrom('ACTIVE', 'ACTIVE', 'ACTIVE', 'TRANSFERRED_OUT', 'DECEASED'),
  evidence: fc.option(
    fc
      .record({
        from: fc.constantFrom('2023-09-01', FREEZE, '2024-04-16'),
        to: fc.option(fc.constantFrom('2024-04-16', FREEZE, '2025-01-01')),
      })
      .filter(({ from, to }) => to === null || to >= from),
  ),
  level: fc.option(fc.constantFrom('HARD', 'GENERAL')),
  state: fc.constantFrom('APPROVED', 'APPROVED', 'SUBMITTED'),
  award: fc.option(
    fc.record({
      programme: fc.constantFrom('CE_LIVING_B', 'CE_LIVING_D'),
      amountFen: fc.constantFrom('62500', '62500', '31250'),
      state: fc.constantFrom('GRANTED', 'GRANTED', 'STOPPED'),
    }),
  ),
  hasWaived: fc.boolean(),
});

/** The lists as a person would make them, child by child. */
function byHand(one: World): string[] {
  const isBoarder = one.boarding === '2';
  const attested =
    one.evidence !== null && one.evidence.from <= FREEZE && (one.evidence.to === null || one.evidence.to > FREEZE);
  const recognised = one.level === 'HARD' && one.state === 'APPROVED';
  const isHere = one.rollStatus === 'ACTIVE';
  const due = [
    ...(isHere && recognised && isBoarder ? [['CE_LIVING_B', 'RECOGNISED']] : []),
    ...(isHere && attested && !isBoarder ? [['CE_LIVING_D', 'EVIDENCE']] : []),
  ];
  const unaided = due
    .filter(([programme]) => one.award?.programme !== programme && !one.hasWaived && one.award?.state !== 'GRANTED')
    .map(([programme, reason]) => `UNAIDED ${programme} ${reason}`);
  if (one.award?.state !== 'GRANTED') return unaided;
  const { programme, amountFen } = one.award;
  const [ground, boards] = programme === 'CE_LIVING_B' ? [recognised, isBoarder] : [attested, !isBoarder];
  const reasons = [
    ...(isHere ? [] : ['NOT_ON_ROLL_AT_FREEZE']),
    ...(one.rollStatus === 'DECEASED' ? ['DECEASED'] : []),
    ...(ground ? (boards ? [] : ['BOARDING_DIFFERS']) : ['NO_GROUND']),
    ...(amountFen === '62500' ? [] : ['AMOUNT_DIFFERS']),
  ];
  const wrong = reasons.length > 0 ? [`NOT_ENTITLED ${programme} ${reasons.join('+')}`] : [];
  return [...unaided, ...wrong, `WRONG_ACCOUNT ${programme} ACCOUNT_MISSING`];
}

let line = 0;
async function plant(one: World): Promise<SeededChild> {
  const child = await granting.child(place, { boarding: one.boarding, rollStatus: one.rollStatus });
  if (one.evidence)
    await bench.database.arrange(
      `INSERT INTO evidence_entry (county_code, id, list_id, line_number, name, category, valid_from, valid_to, match_state, student_id, is_applied)
       VALUES ($1, uuidv7(), $2, $3, $4, 'RURAL_LOW_INCOME', $5, $6, 'MATCHED', $7, true)`,
      [COUNTY, listId, (line += 1), child.name, one.evidence.from, one.evidence.to, child.id],
    );
  if (one.level) await granting.recognition(child, { level: one.level, state: one.state });
  if (one.award) {
    const { programme, amountFen, state } = one.award;
    await bench.seed.award(place, programme, { studentId: child.id, amountFen, state, exclusions: [1] });
  }
  if (one.hasWaived)
    await bench.database.arrange(
      `INSERT INTO waiver_declaration SELECT county_code, uuidv7(), $2, code, 2023, 'SPRING', '2024-03-01', '声明' FROM aid_programme WHERE county_code = $1`,
      [COUNTY, child.id],
    );
  return child;
}

const refresh = (studentIds: string[] | null) =>
  bench.database.dataSource.transaction(async (manager) => {
    await manager.query(
      `SELECT set_config('bureau.county', $1, true), set_config('bureau.township', '', true), set_config('bureau.school', '', true), set_config('bureau.class', '', true)`,
      [COUNTY],
    );
    await new EntitlementRepository(manager, COUNTY).refresh(studentIds);
  });

const listed = async (): Promise<Map<string, string[]>> => {
  const rows = (await bench.database.arrange(
    `SELECT student_id AS student, kind || ' ' || programme_code || ' ' || array_to_string(reasons, '+') AS line FROM aid_gap`,
  )) as { student: string; line: string }[];
  return new Map(
    [...Map.groupBy(rows, ({ student }) => student)].map(([student, lines]) => [
      student,
      lines.map((row) => row.line).toSorted(),
    ]),
  );
};

it('the lists are what a person would find child by child, refreshed whole or in part', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(world, { minLength: 5, maxLength: 15 }), fc.boolean(), async (worlds, inParts) => {
      const children: [SeededChild, World][] = [];
      for (const one of worlds) children.push([await plant(one), one]);
      await refresh(inParts ? children.map(([child]) => child.id) : null);
      const lists = await listed();
      for (const [child, one] of children)
        expect([one, lists.get(child.id) ?? []]).toEqual([one, byHand(one).toSorted()]);
    }),
    { numRuns: process.env.DEEP ? 60 : 5 },
  );
});

describe('the list', () => {
  const page = async (after: string | null) => {
    const { data, errors } = await bench.desk.as({ roles: ['student-aid-office'] })(
      `query ($after: String) { aidGaps(kind: UNAIDED, orderBy: FOUND_ASC, first: 4, after: $after) {
        totalCount nodes { id studentName } pageInfo { hasNextPage endCursor } }
        aidGapGroups(kind: UNAIDED, groupBy: PROGRAMME) { count } }`,
      { after },
    );
    expect(errors).toBeUndefined();
    return data as {
      aidGaps: { totalCount: number; nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      aidGapGroups: { count: number }[];
    };
  };
  const due: World = {
    boarding: '1',
    rollStatus: 'ACTIVE',
    evidence: { from: '2023-09-01', to: null },
    level: null,
    state: 'APPROVED',
    award: null,
    hasWaived: false,
  };

  it('neither skips nor repeats a child while others come and go, and its total is its length', async () => {
    for (let at = 0; at < 12; at += 1) await plant(due);
    await refresh(null);
    const before: string[] = [];
    for (let after: string | null = null; ;) {
      const { aidGaps } = await page(after);
      before.push(...aidGaps.nodes.map(({ id }) => id));
      if (!aidGaps.pageInfo.hasNextPage) break;
      after = aidGaps.pageInfo.endCursor;
    }
    const { aidGaps, aidGapGroups } = await page(null);
    expect(aidGaps.totalCount).toBe(before.length);
    expect(aidGapGroups.reduce((sum, { count }) => sum + count, 0)).toBe(before.length);
    const during: string[] = [];
    for (let after: string | null = null; ;) {
      const next = await page(after);
      during.push(...next.aidGaps.nodes.map(({ id }) => id));
      if (!next.aidGaps.pageInfo.hasNextPage) break;
      after = next.aidGaps.pageInfo.endCursor;
      const child = await plant(due);
      await refresh([child.id]);
    }
    expect(new Set(during).size).toBe(during.length);
    expect(before.filter((id) => !during.includes(id))).toEqual([]);
  });

  it('is current to the last event', async () => {
    const child = await plant(due);
    await refresh([child.id]);
    expect((await listed()).get(child.id)).toEqual(['UNAIDED CE_LIVING_D EVIDENCE']);
    await feed(
      bench,
      COUNTY,
      [standing(child, { version: 2, effectiveOn: '2024-04-01', rollStatus: 'TRANSFERRED_OUT' })],
      FREEZE,
    );
    expect((await listed()).get(child.id)).toBeUndefined();
  });
});
