import type { Ask } from '@bureau/testing';
import { act, type Acted, kinds } from '../seed/act.seed.ts';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import type { SeededChild } from '../seed/ledger.seed.ts';

const COUNTY = '640121';
const REQUEST = { record: 'assessmentRequest { id state version dueOn acts }' };

let bench: Bench;
let office: Ask;
let school: Awaited<ReturnType<Bench['seed']['school']>>;
let child: SeededChild;
beforeAll(async () => {
  bench = await openBench();
  await bench.seed.ageBand(COUNTY);
  office = bench.desk.as({ roles: ['special-education-office'] });
  school = await bench.seed.school(COUNTY);
});
afterAll(() => bench.close());
beforeEach(async () => {
  child = await bench.seed.child(school, { studentId: await bench.seed.student(school) });
});

const members = ['expert-1', 'expert-2', 'expert-3'].map((subject) => ({
  subject,
  name: '专家',
  expertise: 'EDUCATION',
}));
const expert = () => bench.desk.as({ roles: ['special-education-expert'], sub: 'expert-1' });
const schoolId = () => `${COUNTY}.${school.schoolId}`;

/** Where a request stands, as the next act needs it. */
const at = ({ record, refusals }: Acted) => {
  expect(refusals).toEqual([]);
  return { assessmentRequest: record?.['id'] as string, version: record?.['version'] as number };
};

async function openRequest() {
  const input = {
    disabledChild: child.globalId,
    requester: 'GUARDIAN',
    reason: 'NEW_ENTRY',
    requestedOn: '2024-11-01',
  };
  return at(await act(office, 'assessmentRequestOpen', input, REQUEST));
}

async function advised() {
  const scheduled = at(await act(office, 'assessmentSchedule', { ...(await openRequest()), members }, REQUEST));
  const findings = [{ area: 'COGNITION', text: '能理解简单指令' }];
  const found = {
    assessedOn: '2024-11-10',
    findings,
    recommendedKind: 'HOME_TEACHING',
    alternativeKinds: ['REGULAR_CLASS'],
  };
  const { refusals } = await act(
    expert(),
    'assessmentRecord',
    { ...scheduled, ...found },
    { record: 'assignment { state version }' },
  );
  expect(refusals).toEqual([]);
  const written = { ...scheduled, version: scheduled.version + 1 };
  return at(await act(office, 'assessmentAdvise', { ...written, advice: '送教上门,每周两次' }, REQUEST));
}

const decision = (given: object = {}) => ({
  kind: 'HOME_TEACHING',
  school: schoolId(),
  startsOn: '2024-11-20',
  decidedOn: '2024-11-15',
  documentNumber: '永教特〔2024〕7号',
  ...given,
});
const decide = (request: object, given: object = {}) =>
  act(office, 'placementDecide', { ...request, ...decision(given) }, REQUEST);
const advance = (request: object, name: string, given: object = {}) =>
  act(office, 'assessmentAdvance', { ...request, act: name, actedOn: '2024-11-16', ...given }, REQUEST);

const rows = (table: string) => bench.database.arrange(`SELECT * FROM ${table} WHERE child_id = $1`, [child.id]);

it('leads from a request to a placement that enrollment hears of; each step says who, when and until when', async () => {
  await bench.seed.placement(child, 'REGULAR_CLASS', { startedOn: '2023-09-01' });
  const notified = at(await advance(at(await decide(await advised())), 'NOTIFY'));
  const accepted = await advance(notified, 'ACCEPT');
  expect(accepted.record).toMatchObject({ state: 'ACCEPTED', dueOn: null, acts: ['EFFECT'] });
  const effective = await act(office, 'placementEffect', at(accepted), REQUEST);
  expect(effective.record).toMatchObject({ state: 'EFFECTIVE', dueOn: '2025-11-20', acts: ['FALL_DUE'] });

  const { data } = await office(
    `query ($id: ID!) { disabledChild(id: $id) {
      placements { kind startedOn endedOn documentNumber }
      assessmentRequests { steps { act from to actedOn dueOn } committee { name } decision { kind startsOn }
        assessment { recommendedKind advice validUntil findings { area text } } }
    } }`,
    { id: child.globalId },
  );
  expect(data?.['disabledChild']).toEqual({
    placements: [
      { kind: 'REGULAR_CLASS', startedOn: '2023-09-01', endedOn: '2024-11-20', documentNumber: null },
      { kind: 'HOME_TEACHING', startedOn: '2024-11-20', endedOn: null, documentNumber: '永教特〔2024〕7号' },
    ],
    assessmentRequests: [
      {
        steps: [
          { act: 'SCHEDULE', from: 'REQUESTED', to: 'SCHEDULED', actedOn: '2024-12-05', dueOn: '2025-01-04' },
          { act: 'ASSESS', from: 'SCHEDULED', to: 'ASSESSED', actedOn: '2024-11-10', dueOn: '2024-11-20' },
          { act: 'ADVISE', from: 'ASSESSED', to: 'ADVISED', actedOn: '2024-12-05', dueOn: '2024-12-15' },
          { act: 'DECIDE', from: 'ADVISED', to: 'DECIDED', actedOn: '2024-11-15', dueOn: '2024-11-20' },
          { act: 'NOTIFY', from: 'DECIDED', to: 'NOTIFIED', actedOn: '2024-11-16', dueOn: '2024-12-01' },
          { act: 'ACCEPT', from: 'NOTIFIED', to: 'ACCEPTED', actedOn: '2024-11-16', dueOn: null },
          { act: 'EFFECT', from: 'ACCEPTED', to: 'EFFECTIVE', actedOn: '2024-12-05', dueOn: '2025-11-20' },
        ],
        committee: [{ name: '专家' }, { name: '专家' }, { name: '专家' }],
        decision: { kind: 'HOME_TEACHING', startsOn: '2024-11-20' },
        assessment: {
          recommendedKind: 'HOME_TEACHING',
          advice: '送教上门,每周两次',
          validUntil: '2025-11-10',
          findings: [{ area: 'COGNITION', text: '能理解简单指令' }],
        },
      },
    ],
  });
  const events = await bench.database.arrange('SELECT type, data FROM outbox_event WHERE subject = $1', [
    `${COUNTY}.${child.studentId ?? ''}`,
  ]);
  expect(events).toEqual([
    {
      type: 'bureau.special-education.placement.decided',
      data: {
        studentId: child.studentId,
        attendancePlacement: 'HOME_TEACHING',
        schoolId: school.schoolId,
        from: '2024-11-20',
        to: null,
        cause: 'DECISION',
        version: 2,
      },
    },
  ]);
});

it('eight officers decide at once: one decision stands, and seven are told that somebody was first', async () => {
  const request = await advised();
  const decided = await Promise.all(
    Array.from({ length: 8 }, (_, at) => decide(request, { documentNumber: `${at}号` })),
  );
  expect(decided.filter(({ refusals }) => refusals.length === 0)).toHaveLength(1);
  expect(decided.flatMap(kinds)).toEqual(Array.from({ length: 7 }, () => 'LedgerRecordChanged'));
  expect(await rows('placement_decision')).toHaveLength(1);
  expect(
    await bench.database.arrange(`SELECT 1 FROM assessment_step WHERE child_id = $1 AND act = 'DECIDE'`, [child.id]),
  ).toHaveLength(1);
});

it('eight requests about a child at once: one is under way', async () => {
  const input = { disabledChild: child.globalId, requester: 'SCHOOL', reason: 'REVIEW', requestedOn: '2024-11-01' };
  const opened = await Promise.all(
    Array.from({ length: 8 }, () => act(office, 'assessmentRequestOpen', input, REQUEST)),
  );
  expect(opened.flatMap(kinds)).toEqual(Array.from({ length: 7 }, () => 'AssessmentAlreadyUnderWay'));
  expect(await rows('assessment_request')).toHaveLength(1);
});

describe('a decision is refused and nothing changes', () => {
  it.each([
    [
      'outside the county without confirmation',
      {
        kind: 'SPECIAL_SCHOOL_EXTERNAL',
        school: null,
        externalSchoolName: '塞上启智学校',
        externalSchoolCity: '银川市',
      },
      ['PlacementIncomplete'],
    ],
    ['that defers without an expiry', { kind: 'DEFERRED', school: null }, ['PlacementIncomplete']],
    ['that begins before birth', { startsOn: '2015-02-28' }, ['PlacementOutsideAge']],
    ['that begins after the age', { startsOn: '2032-09-01' }, ['PlacementOutsideAge']],
    [
      'for a school that the county has not',
      { school: `${COUNTY}.00000000-0000-7000-8000-000000000000` },
      ['SchoolUnknown'],
    ],
    ['for a school of another county', { school: '640122.00000000-0000-7000-8000-000000000000' }, ['SchoolUnknown']],
    ['of a day to come', { decidedOn: '2024-12-06' }, ['LedgerDayOutOfRange']],
  ])('%s', async (_, given, refusals) => {
    const request = await advised();
    const before = await rows('assessment_request');
    expect(kinds(await decide(request, given))).toEqual(refusals);
    expect(await rows('placement_decision')).toEqual([]);
    expect(await rows('assessment_request')).toEqual(before);
  });

  it('on an assessment that has expired', async () => {
    const request = await advised();
    await bench.database.arrange(`UPDATE assessment SET valid_until = '2024-11-14' WHERE child_id = $1`, [child.id]);
    const { refusals } = await act(
      office,
      'placementDecide',
      { ...request, ...decision() },
      { ...REQUEST, errors: '... on AssessmentExpired { validUntil }' },
    );
    expect(refusals).toMatchObject([
      { code: 'ASSESSMENT_EXPIRED', field: ['input', 'decidedOn'], validUntil: '2024-11-14' },
    ]);
  });

  it('before an assessment', async () => {
    expect(kinds(await decide(await openRequest()))).toEqual(['AssessmentActNotDue']);
  });

  it('when another placement begins on the day, or later', async () => {
    const request = await advised();
    await bench.seed.placement(child, 'REGULAR_CLASS', { startedOn: '2024-11-20' });
    expect(kinds(await decide(request))).toEqual(['PlacementOverlaps']);
  });
});

it('a committee below quorum is refused, and nobody is called', async () => {
  const request = await openRequest();
  const short = await act(
    office,
    'assessmentSchedule',
    { ...request, members: members.slice(1) },
    { ...REQUEST, errors: '... on CommitteeBelowQuorum { members quorum }' },
  );
  expect(short.refusals).toMatchObject([{ code: 'COMMITTEE_BELOW_QUORUM', members: 2, quorum: 3 }]);
  expect(await rows('committee_member')).toEqual([]);
});

it('an expert writes and reads what the own committees find, and nothing else', async () => {
  await advised();
  const mine = await expert()('{ ownAssessments { childName state assessment { advice findings { text } } } }');
  expect(mine.data?.['ownAssessments']).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        state: 'ADVISED',
        assessment: { advice: '送教上门,每周两次', findings: [{ text: '能理解简单指令' }] },
      }),
    ]),
  );
  const others = await bench.desk.as({ roles: ['special-education-expert'], sub: 'expert-9' })(
    '{ ownAssessments { childName } }',
  );
  expect(others.data).toEqual({ ownAssessments: [] });

  const other = await bench.seed.child(school);
  child = other;
  const scheduled = at(await act(office, 'assessmentSchedule', { ...(await openRequest()), members }, REQUEST));
  const found = { assessedOn: '2024-11-10', findings: [], recommendedKind: 'REGULAR_CLASS', alternativeKinds: [] };
  const stranger = bench.desk.as({ roles: ['special-education-expert'], sub: 'expert-9' });
  expect(
    kinds(await act(stranger, 'assessmentRecord', { ...scheduled, ...found }, { record: 'assignment { state }' })),
  ).toEqual(['CommitteeMemberNotCalled']);
  expect(await rows('assessment')).toEqual([]);
});

it('findings rest sealed', async () => {
  await advised();
  const [row] = (await rows('assessment')) as { findings: Buffer }[];
  expect(row?.findings.includes('简单指令')).toBe(false);
});

it('an appeal in time leads to another look, or to a binding decision', async () => {
  const notified = at(await advance(at(await decide(await advised())), 'NOTIFY'));
  expect(kinds(await advance(notified, 'APPEAL', { reason: '路途过远', actedOn: '2024-12-02' }))).toEqual([
    'AppealPeriodOver',
  ]);
  expect(kinds(await advance(notified, 'APPEAL'))).toEqual(['ReasonMissing']);
  const appealed = await advance(notified, 'APPEAL', { reason: '路途过远' });
  expect(appealed.record).toMatchObject({ state: 'APPEALED', acts: ['REASSESS', 'UPHOLD'] });
  const upheld = await advance(at(appealed), 'UPHOLD', { reason: '专家委员会复核维持' });
  expect(upheld.record).toMatchObject({ state: 'ACCEPTED' });
});

it('an act is done once for its key', async () => {
  const input = {
    disabledChild: child.globalId,
    requester: 'SCHOOL',
    reason: 'REVIEW',
    requestedOn: '2024-11-01',
    idempotencyKey: child.id,
  };
  const [first, again] = [
    await act(office, 'assessmentRequestOpen', input, REQUEST),
    await act(office, 'assessmentRequestOpen', input, REQUEST),
  ];
  expect(again).toEqual(first);
  expect(await rows('assessment_request')).toHaveLength(1);
});

it('requests are listed and counted with one filter', async () => {
  await openRequest();
  const filter = { states: ['REQUESTED'], isOverdue: true };
  const { data } = await office(
    `query ($filter: AssessmentRequestFilter) {
      assessmentRequests(filter: $filter) { totalCount nodes { state isOverdue } }
      assessmentRequestGroups(filter: $filter, groupBy: STATE) { key count }
    }`,
    { filter },
  );
  const { totalCount, nodes } = data?.['assessmentRequests'] as { totalCount: number; nodes: unknown[] };
  expect(totalCount).toBeGreaterThan(0);
  expect(nodes).toHaveLength(totalCount);
  expect(data?.['assessmentRequestGroups']).toEqual([{ key: 'REQUESTED', count: totalCount }]);
});
