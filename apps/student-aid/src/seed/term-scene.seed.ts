import type { Answer, Ask } from '@bureau/testing';
import type { Bench } from './bench.seed.ts';
import { GrantingSeed, type SeededChild } from './granting.seed.ts';

export const COUNTY = '640121';

/** Everybody who has a part in a term of aid, and the children of two schools. */
export interface TermScene {
  bench: Bench;
  granting: GrantingSeed;
  children: Record<'listed' | 'boarder' | 'doubtful' | 'objected' | 'waiving' | 'unlisted', SeededChild>;
  teacher: Ask;
  clerk: Ask;
  principal: Ask;
  office: Ask;
}

/** Spring 2024 before anything has been done: programmes with rates and grounds, a term, two schools. */
export async function stageTerm(bench: Bench): Promise<TermScene> {
  const { seed, desk } = bench;
  const granting = new GrantingSeed(bench, COUNTY);
  const place = { ...seed.place(COUNTY) };
  await seed.term(COUNTY);
  for (const [code, name] of [
    ['CE_LIVING_B', '家庭经济困难寄宿生生活补助'],
    ['CE_LIVING_D', '家庭经济困难非寄宿生生活补助'],
  ] as const)
    await seed.programme(COUNTY, code, { name });
  await seed.rate(COUNTY, 'CE_LIVING_B', { amountFen: '62500' });
  await seed.rate(COUNTY, 'CE_LIVING_D', { amountFen: '31250' });
  await granting.exclusion(1, ['CE_LIVING_B', 'CE_LIVING_D']);
  await granting.categories();
  await granting.policies();
  for (const category of ['RURAL_LOW_INCOME', 'LIFTED_OUT_OF_POVERTY', 'DISABLED_PUPIL', 'RURAL_DESTITUTE'])
    await granting.eligibility('CE_LIVING_D', { category, boarding: 'DAY' });
  for (const level of ['SPECIAL', 'HARD', 'GENERAL'] as const)
    await granting.eligibility('CE_LIVING_B', { level, boarding: 'BOARDER' });
  await granting.station('MINNING', '闽宁学生资助工作站');

  const children = {
    listed: await granting.child(place, { name: '马小明' }),
    boarder: await granting.child(place, { name: '马小寄', boarding: '2' }),
    doubtful: await granting.child(place, { name: '马小疑' }),
    objected: await granting.child(place, { name: '马小议' }),
    waiving: await granting.child(place, { name: '马小弃' }),
    unlisted: await granting.child(place, { name: '马小安' }),
  };
  const school = `${COUNTY}.${place.schoolId}`;
  return {
    bench,
    granting,
    children,
    teacher: desk.as({ sub: 'teacher', roles: ['homeroom-teacher'], school, class: `${COUNTY}.${place.classId}` }),
    clerk: desk.as({ sub: 'clerk', roles: ['school-aid-clerk'], school }),
    principal: desk.as({ sub: 'principal', roles: ['principal'], school }),
    office: desk.as({ sub: 'office', roles: ['student-aid-office'] }),
  };
}

/** The payload of a mutation that goes through; anything else fails the test. */
export function done(answer: Answer, mutation: string): Record<string, unknown> {
  expect(answer.errors).toBeUndefined();
  const payload = answer.data?.[mutation] as Record<string, unknown>;
  expect(payload['userErrors']).toEqual([]);
  return payload;
}

interface Reviewed {
  id: string;
  version: number;
}

/** Takes recognitions one step further. */
export async function advance(
  ask: Ask,
  rows: readonly Reviewed[],
  act: string,
  note: string | null = null,
): Promise<Reviewed[]> {
  const answer = await ask(
    `mutation ($input: HardshipRecognitionsAdvanceInput!) { hardshipRecognitionsAdvance(input: $input) {
      recognitions { id version } userErrors { __typename } rows { userErrors { __typename } } } }`,
    { input: { items: rows.map(({ id, version }) => ({ id, version })), act, note } },
  );
  const { recognitions } = done(answer, 'hardshipRecognitionsAdvance') as { recognitions: Reviewed[] };
  return rows.map(({ id }) => recognitions.find((row) => row.id === id) ?? { id, version: 0 });
}

/** Hangs recognitions on a notice board. */
export async function post(
  ask: Ask,
  rows: readonly Reviewed[],
  level: 'SCHOOL' | 'BUREAU',
): Promise<{ id: string; rows: Reviewed[] }> {
  const answer = await ask(
    `mutation ($input: PublicNoticePostInput!) { publicNoticePost(input: $input) {
      notice { id endsOn items { shownName shownPlace shownResult } } userErrors { __typename } } }`,
    {
      input: {
        subject: 'HARDSHIP',
        level,
        items: rows,
        title: '家庭经济困难学生认定公示',
        body: '公示期间如有异议，请向学校反映。',
      },
    },
  );
  const { notice } = done(answer, 'publicNoticePost') as { notice: { id: string } };
  return { id: notice.id, rows: rows.map(({ id, version }) => ({ id, version: version + 1 })) };
}

/** Takes a list in, matches it with the roster, has the doubtful entries decided by `decide`, and makes it evidence. */
export async function applyList(
  { office }: Pick<TermScene, 'office'>,
  list: { source: string; entries: Record<string, unknown>[]; isComplete?: boolean; listedOn?: string },
  decide: (entry: { id: string; version: number; candidates: { id: string }[] }) => string | null = () => null,
): Promise<string> {
  const { isComplete = true, listedOn = '2024-03-01', ...given } = list;
  const input = { documentNumber: '永民函〔2024〕3号', listedOn, isComplete, ...given };
  const taken = await office(
    `mutation ($input: EvidenceListTakeInput!) { evidenceListTake(input: $input) { evidenceList { id version } userErrors { __typename } } }`,
    { input },
  );
  const { evidenceList } = done(taken, 'evidenceListTake') as { evidenceList: Reviewed };
  const step = async (act: string, version: number) =>
    done(
      await office(
        `mutation ($input: EvidenceListAdvanceInput!) { evidenceListAdvance(input: $input) { evidenceList { state } userErrors { __typename } } }`,
        { input: { list: evidenceList.id, version, act } },
      ),
      'evidenceListAdvance',
    );
  await step('MATCH', 1);
  const { data } = await office(
    `query ($list: ID!) { evidenceEntries(filter: { lists: [$list], matchStates: [DOUBTFUL] }) { nodes { id version candidates { id } } } }`,
    { list: evidenceList.id },
  );
  const { nodes } = data?.['evidenceEntries'] as {
    nodes: { id: string; version: number; candidates: { id: string }[] }[];
  };
  for (const entry of nodes)
    done(
      await office(
        `mutation ($input: EvidenceEntryAssignInput!) { evidenceEntryAssign(input: $input) { entry { matchState } userErrors { __typename } } }`,
        { input: { entry: entry.id, version: entry.version, student: decide(entry) } },
      ),
      'evidenceEntryAssign',
    );
  await step('CLOSE_REVIEW', 2);
  await step('APPLY', 3);
  return evidenceList.id;
}

/** A gap list as `name programme reasons`. */
export async function gaps({ office }: Pick<TermScene, 'office'>, kind: string): Promise<string[]> {
  const { data, errors } = await office(
    `query ($kind: AidGapKind!) { aidGaps(kind: $kind) { totalCount nodes { studentName programme { code } reasons } } }`,
    { kind },
  );
  expect(errors).toBeUndefined();
  const { nodes } = data?.['aidGaps'] as {
    nodes: { studentName: string; programme: { code: string }; reasons: string[] }[];
  };
  return nodes
    .map(({ studentName, programme, reasons }) => `${studentName} ${programme.code} ${reasons.join('+')}`)
    .toSorted();
}
