import type { Ask } from '@bureau/testing';
import { type Bench, openBench, TODAY } from '../seed/bench.seed.ts';
import type { Place, SeededStudent } from '../seed/county.seed.ts';

const ERRORS =
  'userErrors { __typename ... on UserError { code field } ... on DropoutStepNeeds { needs } ... on DropoutStepNotYours { sides } ... on DropoutStepNotPossible { possible } }';
const stageOf = (step: string) =>
  `mutation ($input: DropoutCase${step}Input!) { dropoutCase${step}(input: $input) { dropoutCase { stage version dueOn owner viewerMayGoTo relapses } ${ERRORS} } }`;
const ACTION = `mutation ($input: CaseActionInput!) { dropoutCasePersuasionRecord(input: $input) { dropoutCase { actions { kind words } } userErrors { ... on UserError { code } } } }`;
const ISSUE = `mutation ($input: LegalDocumentIssueInput!) { legalDocumentIssue(input: $input) { document { id number version issuerCode } userErrors { ... on UserError { code } ... on DocumentTooEarly { stage servedBefore } } } }`;
const SERVE = `mutation ($input: LegalDocumentServeInput!) { legalDocumentServe(input: $input) { document { servedOn dueOn version } userErrors { ... on UserError { code } } } }`;
const FORM = `mutation ($input: DropoutRegistrationWriteInput!) { dropoutRegistrationWrite(input: $input) { dropoutCase { registration { version whereabouts } } userErrors { ... on UserError { code } } } }`;

let bench: Bench;
let place: Place;
let student: SeededStudent;
let id: string;
let version: number;
let school: Ask;
let township: Ask;
let bureau: Ask;
beforeAll(async () => {
  bench = await openBench();
  await bench.seed.county('640121', '永宁县');
  await bench.seed.schoolDays('640121', '2024-09-02', '2025-01-17');
  township = bench.desk.as({ roles: ['township-leader'], township: '640121101' });
  bureau = bench.desk.as({ roles: ['enrollment-office'] });
});
beforeEach(async () => {
  place = await bench.seed.school('640121', '闽宁中学', { stage: 'JUNIOR_SECONDARY' });
  student = await bench.seed.student(place);
  school = bench.desk.as({ roles: ['principal'], school: globalId(place.school) });
  id = await bench.seed.dropoutCase(student);
  version = 1;
});
afterAll(() => bench.close());

const globalId = (each: string) => `640121.${each}`;
const stage = () => bench.database.arrange('SELECT stage, version FROM dropout_case WHERE id = $1', [id]);
const put = (given: object) =>
  bench.database.arrange(
    `UPDATE dropout_case SET ${Object.keys(given)
      .map((key, at) => `${key} = $${at + 2}`)
      .join(', ')} WHERE id = $1`,
    [id, ...Object.values(given)],
  );

async function step(ask: Ask, name: string, more: object = {}) {
  const { data, errors } = await ask(stageOf(name), { input: { dropoutCase: globalId(id), version, ...more } });
  expect(errors).toBeUndefined();
  const payload = data?.[`dropoutCase${name}`] as {
    dropoutCase: { version: number; stage: string } | null;
    userErrors: { code: string; needs?: string[] }[];
  };
  version = payload.dropoutCase?.version ?? version;
  return payload;
}

async function persuade(times: number): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    const action = { happenedOn: TODAY, channel: 'HOME_VISIT', participants: ['班主任'], words: '动员返校' };
    await school(ACTION, { input: { dropoutCase: globalId(id), ...action } });
  }
}

async function issue(ask: Ask, kind: string, more: object = {}) {
  const { data, errors } = await ask(ISSUE, {
    input: { dropoutCase: globalId(id), kind, issuer: 'TOWNSHIP', legalBasis: '义务教育法第五十八条', ...more },
  });
  expect(errors).toBeUndefined();
  return data?.legalDocumentIssue as {
    document: { id: string; number: string } | null;
    userErrors: { code: string }[];
  };
}

async function served(kind: string, daysAgo: number, more: object = {}): Promise<void> {
  const { document, userErrors } = await issue(township, kind, more);
  expect(userErrors).toEqual([]);
  await bench.database.arrange('UPDATE legal_document SET issued_on = $2::date - $3::int WHERE id = $1', [
    document?.id.slice(7),
    TODAY,
    daysAgo,
  ]);
  const day = (await bench.database.arrange('SELECT ($1::date - $2::int)::text AS day', [TODAY, daysAgo])) as {
    day: string;
  }[];
  const input = { document: document?.id, version: 1, servedOn: day[0]?.day, servedHow: 'IN_PERSON', servedTo: '父亲' };
  const { data } = await township(SERVE, { input });
  expect(data).toMatchObject({ legalDocumentServe: { userErrors: [] } });
}

it('goes the whole way from the suspicion to the court, each step by who may take it', async () => {
  expect(await step(school, 'Advance')).toMatchObject({
    dropoutCase: { stage: 'SCHOOL_PERSUASION', owner: 'SCHOOL', dueOn: '2024-12-19' },
    userErrors: [],
  });
  expect(await step(school, 'Advance')).toMatchObject({
    userErrors: [{ code: 'DROPOUT_STEP_NEEDS', needs: ['PERSUASION_ATTEMPTS', 'REGISTRATION_FORM'] }],
  });
  await persuade(3);
  const form = { dropoutCase: globalId(id), version: 0, whereabouts: 'WORKING', schoolOpinion: '动员无效' };
  expect((await school(FORM, { input: form })).data).toMatchObject({
    dropoutRegistrationWrite: { userErrors: [{ code: 'REGISTRATION_INCOMPLETE' }] },
  });
  expect((await school(FORM, { input: { ...form, workPlace: '银川某饭店' } })).data).toMatchObject({
    dropoutRegistrationWrite: { dropoutCase: { registration: { version: 1, whereabouts: 'WORKING' } }, userErrors: [] },
  });
  expect(await step(school, 'Advance')).toMatchObject({
    dropoutCase: { stage: 'REPORTED_TOWNSHIP', owner: 'TOWNSHIP' },
  });
  expect(await step(school, 'Advance')).toMatchObject({
    userErrors: [{ code: 'DROPOUT_STEP_NOT_YOURS', sides: ['TOWNSHIP'] }],
  });
  expect(await step(township, 'Advance')).toMatchObject({ dropoutCase: { stage: 'TRIPLE_LINKAGE' } });
  expect((await issue(township, 'DEMAND')).userErrors).toMatchObject([
    { code: 'DOCUMENT_TOO_EARLY', stage: 'PENALTY', servedBefore: 'PENALTY_DECISION' },
  ]);
  expect(await step(township, 'Advance')).toMatchObject({ dropoutCase: { stage: 'NOTICE' } });
  expect(await step(township, 'Advance')).toMatchObject({ userErrors: [{ needs: ['NOTICE_SERVED_AND_EXPIRED'] }] });
  await served('NOTICE', 8);
  expect(await step(township, 'Advance')).toMatchObject({ dropoutCase: { stage: 'PENALTY' } });
  await served('PENALTY_PRENOTICE', 5);
  expect((await issue(township, 'PENALTY_DECISION')).userErrors).toMatchObject([{ code: 'DOCUMENT_INCOMPLETE' }]);
  await served('PENALTY_DECISION', 4, { amountFen: '100000' });
  expect(await step(township, 'Advance')).toMatchObject({ dropoutCase: { stage: 'DEMAND' } });
  await served('DEMAND', 10);
  expect(await step(township, 'Advance')).toMatchObject({ userErrors: [{ needs: ['DEMAND_SERVED_AND_EXPIRED'] }] });
  await bench.database.arrange(
    `UPDATE legal_document SET due_on = due_on - 1 WHERE kind = 'DEMAND' AND dropout_case_id = $1`,
    [id],
  );
  expect(await step(bureau, 'Advance')).toMatchObject({
    dropoutCase: { stage: 'JUDICIAL', owner: 'BUREAU' },
    userErrors: [],
  });
  const ruling = await issue(bureau, 'COURT_RULING', { issuer: 'COURT' });
  expect(ruling).toMatchObject({ document: { issuerCode: '640121' }, userErrors: [] });
  const way = await bench.database.arrange(
    `SELECT from_stage || '→' || to_stage AS way FROM case_action WHERE dropout_case_id = $1 AND kind = 'STAGE' ORDER BY id`,
    [id],
  );
  expect(way.map((row) => (row as { way: string }).way)).toEqual([
    'SUSPECTED→SCHOOL_PERSUASION',
    'SCHOOL_PERSUASION→REPORTED_TOWNSHIP',
    'REPORTED_TOWNSHIP→TRIPLE_LINKAGE',
    'TRIPLE_LINKAGE→NOTICE',
    'NOTICE→PENALTY',
    'PENALTY→DEMAND',
    'DEMAND→JUDICIAL',
  ]);
});

it('a return is no tick: without a roll-call that shows the child in class it is refused, and nothing changes', async () => {
  const RETURN = `mutation ($input: DropoutCaseReturnInput!) { dropoutCaseReturn(input: $input) { dropoutCase { stage } userErrors { ... on UserError { code } } } }`;
  const returning = { input: { dropoutCase: globalId(id), version: 1, returnedOn: TODAY } };
  await bench.seed.rollCalls(place, { from: TODAY, to: TODAY }, [{ id: student.id, kind: 'SICK' }]);
  expect((await school(RETURN, returning)).data).toMatchObject({
    dropoutCaseReturn: { dropoutCase: { stage: 'SUSPECTED' }, userErrors: [{ code: 'DROPOUT_RETURN_UNPROVEN' }] },
  });
  expect(await stage()).toEqual([{ stage: 'SUSPECTED', version: 1 }]);
  expect((await bureau(RETURN, returning)).data).toMatchObject({
    dropoutCaseReturn: { userErrors: [{ code: 'DROPOUT_RETURN_UNPROVEN' }, { code: 'DROPOUT_RETURN_NOT_YOURS' }] },
  });
});

it('is closed on thirty days of attendance with four checks, and reopened by a relapse', async () => {
  await put({ stage: 'RETURNED', returned_on: '2024-11-05' });
  expect(await step(bureau, 'Close', { basis: '稳定就读' })).toMatchObject({
    userErrors: [{ needs: ['CHECKS_PROVEN'] }],
  });
  await bench.seed.rollCalls(place, { from: '2024-11-05', to: '2024-12-04' });
  await bench.seed.rollCalls(place, { from: TODAY, to: TODAY }, [{ id: student.id, kind: 'UNEXCUSED' }]);
  expect(await step(bureau, 'Close', { basis: '稳定就读' })).toMatchObject({
    userErrors: [{ needs: ['CHECKS_PROVEN', 'NO_ABSENCE_REPORTED'] }],
  });
  await bench.database.arrange(`UPDATE absence SET kind = 'LATE' WHERE student_id = $1`, [student.id]);
  expect(await step(school, 'Close', { basis: '稳定就读' })).toMatchObject({
    userErrors: [{ code: 'DROPOUT_STEP_NOT_YOURS' }],
  });
  expect(await step(bureau, 'Close', { basis: '' })).toMatchObject({ userErrors: [{ needs: ['PROOF'] }] });
  const { data } = await bureau(
    'query ($id: ID!) { dropoutCase(id: $id) { returnChecks { number state inClassDays } } }',
    { id: globalId(id) },
  );
  expect(data).toEqual({
    dropoutCase: {
      returnChecks: [
        { number: 1, state: 'PROVEN', inClassDays: 6 },
        { number: 2, state: 'PROVEN', inClassDays: 5 },
        { number: 3, state: 'PROVEN', inClassDays: 5 },
        { number: 4, state: 'PROVEN', inClassDays: 7 },
      ],
    },
  });
  expect(await step(bureau, 'Close', { basis: '稳定就读' })).toMatchObject({
    dropoutCase: { stage: 'CLOSED' },
    userErrors: [],
  });
  expect(await step(school, 'Reopen', { reason: '再次外出' })).toMatchObject({
    dropoutCase: { stage: 'SCHOOL_PERSUASION', relapses: 1 },
    userErrors: [],
  });
});

it('is settled otherwise by the bureau alone, with proof', async () => {
  const settled = { resolution: 'STUDIES_ELSEWHERE', proof: '西吉二中学籍证明' };
  expect(await step(school, 'Resolve', settled)).toMatchObject({ userErrors: [{ code: 'DROPOUT_STEP_NOT_YOURS' }] });
  expect(await step(bureau, 'Resolve', { ...settled, proof: ' ' })).toMatchObject({
    userErrors: [{ needs: ['PROOF'] }],
  });
  expect(await stage()).toEqual([{ stage: 'SUSPECTED', version: 1 }]);
  expect(await step(bureau, 'Resolve', settled)).toMatchObject({
    dropoutCase: { stage: 'OTHER_RESOLVED' },
    userErrors: [],
  });
});

it('stages are left out by an approver alone, with a reason, and it is on record', async () => {
  const clerk = bench.desk.as({ roles: ['school-registrar'], school: globalId(place.school) });
  const asked = { dropoutCase: globalId(id), version: 1, to: 'REPORTED_TOWNSHIP', reason: '全家外出，无法劝返' };
  expect((await clerk(stageOf('Skip'), { input: asked })).errors).toMatchObject([
    { extensions: { code: 'FORBIDDEN' } },
  ]);
  expect(await step(school, 'Skip', { to: 'REPORTED_TOWNSHIP', reason: '全家外出，无法劝返' })).toMatchObject({
    dropoutCase: { stage: 'REPORTED_TOWNSHIP' },
    userErrors: [],
  });
  const { data } = await bureau('query ($id: ID!) { dropoutCase(id: $id) { actions { toStage isApproved words } } }', {
    id: globalId(id),
  });
  expect(data).toEqual({
    dropoutCase: { actions: [{ toStage: 'REPORTED_TOWNSHIP', isApproved: true, words: '全家外出，无法劝返' }] },
  });
});

it('eight papers at once get eight numbers that follow one another, and a refused one takes none', async () => {
  await bench.database.arrange('DELETE FROM legal_document');
  await bench.database.arrange('DELETE FROM document_counter');
  const others = [id];
  for (let at = 0; at < 7; at += 1) others.push(await bench.seed.dropoutCase(await bench.seed.student(place)));
  await bench.database.arrange(`UPDATE dropout_case SET stage = 'NOTICE' WHERE id = ANY ($1)`, [others]);
  const input = { kind: 'NOTICE', issuer: 'TOWNSHIP', legalBasis: '义务教育法第五十八条' };
  const refusedFirst = await issue(township, 'NOTICE', { limitDays: 16 });
  expect(refusedFirst.userErrors).toEqual([{ code: 'DOCUMENT_LIMIT_UNFIT' }]);
  const papers = await Promise.all(
    others.map((each) => township(ISSUE, { input: { ...input, dropoutCase: globalId(each) } })),
  );
  const numbers = papers.map(
    ({ data }) => (data?.legalDocumentIssue as { document: { number: string } }).document.number,
  );
  expect(numbers.sort()).toEqual(Array.from({ length: 8 }, (_, at) => `2024-${at + 1}`));
});

it('of eight steps at once one is taken', async () => {
  const input = { dropoutCase: globalId(id), version: 1 };
  const answers = await Promise.all(Array.from({ length: 8 }, () => school(stageOf('Advance'), { input })));
  const taken = answers.filter(
    ({ data }) => (data?.dropoutCaseAdvance as { userErrors: object[] }).userErrors.length === 0,
  );
  expect(taken).toHaveLength(1);
  expect(await stage()).toEqual([{ stage: 'SCHOOL_PERSUASION', version: 2 }]);
});

it('bullying as the reason alerts the school, which answers', async () => {
  await bench.seed.reason('640121', 'R04');
  const bullied = await bench.seed.student(place);
  const { data } = await school(
    `mutation ($input: DropoutCaseOpenInput!) { dropoutCaseOpen(input: $input) { dropoutCase { alerts { id kind version answeredOn } } } }`,
    { input: { student: globalId(bullied.id), lastSeenOn: TODAY, reasonCode: 'R04' } },
  );
  const { dropoutCase } = data?.dropoutCaseOpen as {
    dropoutCase: { alerts: { id: string; kind: string; version: number }[] };
  };
  expect(dropoutCase.alerts).toMatchObject([{ kind: 'BULLYING', version: 1, answeredOn: null }]);
  const answered = await school(
    `mutation ($input: SchoolAlertAnswerInput!) { schoolAlertAnswer(input: $input) { alert { answeredOn answer } userErrors { ... on UserError { code } } } }`,
    { input: { alert: dropoutCase.alerts[0]?.id, version: 1, answer: '已查实并处理' } },
  );
  expect(answered.data).toEqual({
    schoolAlertAnswer: { alert: { answeredOn: TODAY, answer: '已查实并处理' }, userErrors: [] },
  });
});

describe('lists and counts', () => {
  it.each([
    [{}],
    [{ owners: ['CLASS'] }],
    [{ reasonCodes: ['R01'], isOverdue: false }],
    [{ risks: ['GREEN'], discoveredBy: ['SCHOOL_REPORT'] }],
    [{ townships: ['640121101'], stages: ['SUSPECTED', 'NOTICE'], owners: ['TOWNSHIP'] }],
  ])('with %p agree, for the bureau, a township and a school', async (filter) => {
    for (const ask of [bureau, township, school]) {
      const { data, errors } = await ask(
        `query ($filter: DropoutCaseFilter) { dropoutCases(filter: $filter, first: 200) { totalCount nodes { id } }
          stages: dropoutCaseGroups(filter: $filter, groupBy: STAGE) { count } schools: dropoutCaseGroups(filter: $filter, groupBy: SCHOOL) { count } }`,
        { filter },
      );
      expect(errors).toBeUndefined();
      const { dropoutCases, stages, schools } = data as {
        dropoutCases: { totalCount: number; nodes: object[] };
        stages: { count: number }[];
        schools: { count: number }[];
      };
      const sum = (groups: { count: number }[]) => groups.reduce((total, { count }) => total + count, 0);
      expect([dropoutCases.nodes.length, sum(stages), sum(schools)]).toEqual(Array(3).fill(dropoutCases.totalCount));
    }
  });
});
