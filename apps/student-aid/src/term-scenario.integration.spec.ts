import { composeResidentNumber } from '@bureau/resident-id';
import { type Bench, openBench } from './seed/bench.seed.ts';
import { advance, applyList, done, gaps, post, stageTerm, type TermScene } from './seed/term-scene.seed.ts';

let bench: Bench;
let scene: TermScene;
beforeAll(async () => {
  bench = await openBench();
  scene = await stageTerm(bench);
});
afterAll(() => bench.close());

const line = (name: string, identityNumber: string | null, category: string) => ({
  name,
  identityNumber,
  bornOn: identityNumber ? null : '2015-03-01',
  category,
  validFrom: '2024-01-01',
});

it('a term: lists in, recognition, a notice with an objection, awards', async () => {
  const { children, teacher, clerk, principal, office } = scene;

  // 民政局 names three children by number, one by name only, and somebody who is no pupil.
  bench.setToday('2024-03-04');
  await applyList(
    scene,
    {
      source: 'CIVIL_AFFAIRS',
      entries: [
        line('马小明', children.listed.identityNumber, 'RURAL_LOW_INCOME'),
        line('马小疑', null, 'RURAL_DESTITUTE'),
        line('马小弃', children.waiving.identityNumber, 'RURAL_LOW_INCOME'),
        line('王外人', composeResidentNumber('110105', '1949-12-31', 2), 'RURAL_LOW_INCOME'),
      ],
    },
    ({ candidates }) => candidates[0]?.id ?? null,
  );
  const strangers = await office(
    `{ evidenceEntries(filter: { matchStates: [UNMATCHED, DOUBTFUL, NOT_OURS, UNREADABLE] }) { totalCount nodes { name identityNumberMasked } } }`,
  );
  expect(strangers.data).toEqual({
    evidenceEntries: { totalCount: 1, nodes: [{ name: '王外人', identityNumberMasked: '110105********002X' }] },
  });
  expect(await gaps(scene, 'UNAIDED')).toEqual([
    '马小弃 CE_LIVING_D EVIDENCE',
    '马小明 CE_LIVING_D EVIDENCE',
    '马小疑 CE_LIVING_D EVIDENCE',
  ]);

  // The class files five families; one of them at the station.
  const file = await clerk(
    `mutation ($input: HardshipRecognitionsFileInput!) { hardshipRecognitionsFile(input: $input) {
      recognitions { id version studentName state station } userErrors { __typename } rows { index isDone userErrors { __typename } } } }`,
    {
      input: {
        schoolYear: 2023,
        rows: (
          [
            ['listed', 'SPECIAL'],
            ['boarder', 'HARD'],
            ['doubtful', 'GENERAL'],
            ['objected', 'HARD'],
            ['waiving', 'HARD'],
          ] as const
        ).map(([child, level]) => ({
          student: children[child].globalId,
          level,
          consentedOn: '2024-03-03',
          station: child === 'listed' ? 'MINNING' : null,
        })),
      },
    },
  );
  const { recognitions: filed } = done(file, 'hardshipRecognitionsFile') as {
    recognitions: { id: string; version: number }[];
  };
  expect(filed).toHaveLength(5);

  // Class, school, the school's notice of five working days: Monday 11 March is the last.
  const reviewed = await advance(clerk, await advance(teacher, filed, 'CLASS_PASS'), 'SCHOOL_PASS');
  const notice = await post(principal, reviewed, 'SCHOOL');
  const objected = notice.rows[3];
  const raised = await clerk(
    `mutation ($input: ObjectionRaiseInput!) { objectionRaise(input: $input) {
      notice { endsOn objections { id version state } items { shownName shownPlace shownResult } } userErrors { __typename } } }`,
    { input: { notice: notice.id, subject: objected?.id, statement: '该家庭经营商铺，经济条件较好。' } },
  );
  const hanging = done(raised, 'objectionRaise')['notice'] as {
    endsOn: string;
    objections: { id: string }[];
    items: object[];
  };
  expect(hanging.endsOn).toBe('2024-03-11');
  expect(hanging.items).toHaveLength(5);
  expect(JSON.stringify(hanging.items)).not.toMatch(/\d{6}|马小/);

  const approve = (rows: { id: string; version: number }[], onError = 'REJECT_ALL') =>
    principal(
      `mutation ($input: HardshipRecognitionsAdvanceInput!) { hardshipRecognitionsAdvance(input: $input) {
        userErrors { __typename } rows { isDone userErrors { __typename ... on AidPublicityNotOver { endsOn } ... on AidObjectionStands { objections } } } } }`,
      { input: { items: rows, act: 'SCHOOL_APPROVE', onError } },
    );
  bench.setToday('2024-03-11');
  expect((await approve(notice.rows)).data).toMatchObject({
    hardshipRecognitionsAdvance: {
      userErrors: [{ __typename: 'AidRowsRefused' }],
      rows: [0, 1, 2, 3, 4].map((at) => ({
        isDone: false,
        userErrors: [
          { __typename: 'AidPublicityNotOver', endsOn: '2024-03-11' },
          ...(at === 3 ? [{ __typename: 'AidObjectionStands', objections: 1 }] : []),
        ],
      })),
    },
  });
  bench.setToday('2024-03-12');
  const approved = await approve(notice.rows, 'SKIP_INVALID');
  expect(approved.data).toMatchObject({
    hardshipRecognitionsAdvance: {
      userErrors: [],
      rows: [true, true, true, false, true].map((isDone) => ({ isDone })),
    },
  });

  // The objection is upheld; the school rejects.
  for (const [act, version] of [
    ['INVESTIGATE', 1],
    ['UPHOLD', 2],
  ] as const)
    done(
      await principal(
        `mutation ($input: ObjectionAdvanceInput!) { objectionAdvance(input: $input) { objection { state } userErrors { __typename } } }`,
        { input: { objection: hanging.objections[0]?.id, version, act, finding: '属实' } },
      ),
      'objectionAdvance',
    );
  await advance(principal, objected ? [objected] : [], 'SCHOOL_REJECT', '异议成立');

  // The bureau: review, notice, approval.
  const standing = notice.rows
    .filter((row) => row !== objected)
    .map(({ id, version }) => ({ id, version: version + 1 }));
  const bureau = await post(office, await advance(office, standing, 'BUREAU_PASS'), 'BUREAU');
  bench.setToday('2024-03-20');
  await advance(office, bureau.rows, 'APPROVE');
  done(
    await clerk(
      `mutation ($input: AidWaiverDeclareInput!) { aidWaiverDeclare(input: $input) { isDeclared userErrors { __typename } } }`,
      {
        input: {
          student: children.waiving.globalId,
          programme: 'CE_LIVING_D',
          term: '2024年春季学期',
          declaredOn: '2024-03-20',
          document: '自愿放弃声明',
        },
      },
    ),
    'aidWaiverDeclare',
  );
  expect(await gaps(scene, 'UNAIDED')).toEqual([
    '马小寄 CE_LIVING_B RECOGNISED',
    '马小明 CE_LIVING_D EVIDENCE',
    '马小疑 CE_LIVING_D EVIDENCE',
  ]);

  // Nothing before the freeze date; then everybody at once, and nobody twice.
  const grant = (dryRun = false) =>
    office(
      `mutation ($dryRun: Boolean!) { aidAwardsGrant(input: { term: "2024年春季学期", programmes: ["CE_LIVING_B", "CE_LIVING_D"], dryRun: $dryRun }) {
        granted { programme count amount } passedOver { programme obstacle count } userErrors { __typename ... on AidStepNotOpen { state } } } }`,
      { dryRun },
    );
  expect((await grant()).data).toEqual({
    aidAwardsGrant: {
      granted: [],
      passedOver: [],
      userErrors: [{ __typename: 'AidStepNotOpen', state: 'BEFORE_FREEZE' }],
    },
  });
  bench.setToday('2024-04-15');
  const granted = {
    granted: [
      { programme: 'CE_LIVING_B', count: 1, amount: '625.00' },
      { programme: 'CE_LIVING_D', count: 2, amount: '625.00' },
    ],
    passedOver: [{ programme: 'CE_LIVING_D', obstacle: 'WAIVED', count: 1 }],
    userErrors: [],
  };
  expect((await grant(true)).data).toEqual({ aidAwardsGrant: granted });
  expect(await gaps(scene, 'UNAIDED')).toHaveLength(3);
  expect((await grant()).data).toEqual({ aidAwardsGrant: granted });
  expect((await grant()).data).toMatchObject({
    aidAwardsGrant: {
      granted: [],
      passedOver: [
        { programme: 'CE_LIVING_B', obstacle: 'ALREADY_AWARDED', count: 1 },
        { programme: 'CE_LIVING_D', obstacle: 'ALREADY_AWARDED', count: 2 },
        { programme: 'CE_LIVING_D', obstacle: 'WAIVED', count: 1 },
      ],
    },
  });
  expect(await gaps(scene, 'UNAIDED')).toEqual([]);
  expect(await gaps(scene, 'NOT_ENTITLED')).toEqual([]);
  expect(await gaps(scene, 'WRONG_ACCOUNT')).toEqual([
    '马小寄 CE_LIVING_B ACCOUNT_MISSING',
    '马小明 CE_LIVING_D ACCOUNT_MISSING',
    '马小疑 CE_LIVING_D ACCOUNT_MISSING',
  ]);
  const awards = await office(
    `{ aidAwards { nodes { studentName state amount entitledAmount level categories covers { from to } recognition { level } } } }`,
  );
  expect(awards.errors).toBeUndefined();
  const whole = { state: 'GRANTED', covers: [{ from: '2024-02-26', to: '2024-07-05' }] };
  expect(
    (awards.data?.['aidAwards'] as { nodes: { studentName: string }[] }).nodes.toSorted((a, b) =>
      a.studentName < b.studentName ? -1 : 1,
    ),
  ).toEqual([
    {
      ...whole,
      studentName: '马小寄',
      amount: '625.00',
      entitledAmount: '625.00',
      level: 'HARD',
      categories: [],
      recognition: { level: 'HARD' },
    },
    {
      ...whole,
      studentName: '马小明',
      amount: '312.50',
      entitledAmount: '312.50',
      level: 'SPECIAL',
      categories: ['RURAL_LOW_INCOME'],
      recognition: { level: 'SPECIAL' },
    },
    {
      ...whole,
      studentName: '马小疑',
      amount: '312.50',
      entitledAmount: '312.50',
      level: 'GENERAL',
      categories: ['RURAL_DESTITUTE'],
      recognition: { level: 'GENERAL' },
    },
  ]);
});
