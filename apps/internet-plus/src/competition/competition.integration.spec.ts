import type { Ask } from '@bureau/testing';
import { act, rowsOf } from '../seed/act.seed.ts';
import { type Bench, openBench, TODAY } from '../seed/bench.seed.ts';
import type { SeededSchool } from '../seed/campus.seed.ts';

let bench: Bench;
let office: Ask;
const schools: SeededSchool[] = [];
let leads: Ask[] = [];
const teachers: string[] = [];
const judges = ['ping-1', 'ping-2', 'ping-3', 'ping-own'];
const asJudge = (sub: string) => bench.desk.as({ sub, roles: ['competition-judge'] });
beforeAll(async () => {
  bench = await openBench();
  office = bench.desk.as({ roles: ['internet-plus-office'] });
  for (const township of ['101', '102', '103']) schools.push(await bench.seed.school('640121', { township }));
  leads = schools.map(({ globalId }) => bench.desk.as({ roles: ['school-it-lead'], school: globalId }));
  for (const [at, name] of ['王芳', '李娜', '赵敏'].entries()) {
    const input = { school: schools[at]?.globalId, name, role: 'TEACHER', subject: '语文', startsOn: '2020-09-01' };
    teachers.push(String((await act(office, 'teacherEnrol', { input })).record?.id));
  }
});
afterAll(() => bench.close());

const TABLES = [
  'competition',
  'competition_track',
  'competition_round',
  'competition_entry',
  'competition_judge',
  'competition_score',
  'round_result',
  'competition_appeal',
];
const rows = () => rowsOf(bench.database.arrange, ...TABLES);
let serial = 0;
const opening = (given: object = {}) => ({
  name: `教学能手大赛${(serial += 1)}`,
  year: 2024,
  firstAwards: 1,
  secondAwards: 1,
  thirdAwards: 1,
  promotes: 1,
  entriesUntil: TODAY,
  tracks: [{ name: '课例', isBlind: true, mediaTypes: ['video/mp4'], largestBytes: 1000 }],
  ...given,
});
const entering = (track: string, at: number, given: object = {}) => ({
  track,
  teacher: teachers[at],
  title: `作品${at}`,
  subject: '语文',
  mediaType: 'video/mp4',
  bytes: 1000,
  link: 'https://works/1',
  ...given,
});

interface Arena {
  track: string;
  round: string;
  entries: string[];
  advance: (verb: string) => Promise<string[]>;
}

/** A competition that three teachers of three schools have entered. */
async function entered(given: object = {}): Promise<Arena> {
  const opened = await act(office, 'competitionOpen', { input: opening(given), shown: '{ id tracks { id } }' });
  const { id, tracks } = opened.record as { id: string; tracks: [{ id: string }] };
  const track = tracks[0].id;
  const entries: string[] = [];
  for (const [at, lead] of leads.entries())
    entries.push(String((await act(lead, 'competitionEntryEnter', { input: entering(track, at) })).record?.id));
  const { data } = await office(
    `query ($c: [ID!]) { competitionRounds(filter: { competitions: $c }) { nodes { id } } }`,
    { c: [id] },
  );
  const round = (data?.competitionRounds as { nodes: [{ id: string }] }).nodes[0].id;
  let version = 1;
  const advance = async (verb: string) => {
    const { refused } = await act(office, 'competitionRoundAdvance', {
      input: { competitionRound: round, act: verb, version },
    });
    if (refused.length === 0) version += 1;
    return refused;
  };
  return { track, round, entries, advance };
}

const appointing = (round: string, given: string[] = judges, version = 2) => ({
  competitionRound: round,
  version,
  judges: given.map((subject) => ({
    subject,
    name: subject,
    school: subject === 'ping-own' ? schools[0]?.globalId : null,
  })),
});

/** … and that is being judged, by three from outside and one of the first school. */
async function judged(given: object = {}): Promise<Arena> {
  const arena = await entered(given);
  await arena.advance('CLOSE_ENTRIES');
  await act(office, 'competitionRoundAppoint', { input: appointing(arena.round) });
  await bench.database.arrange('UPDATE competition_round SET version = 2 WHERE id = $1', [arena.round.split('.')[1]]);
  await arena.advance('JUDGE');
  return arena;
}

const give = (sub: string, { round, entries }: Arena, at: number, score: number) =>
  act(asJudge(sub), 'judgedWorkScore', {
    input: { round, entry: entries[at], score },
    shown: '{ number score teacher school }',
  }).then(({ record, refused }) => ({ record, refused }));

it('runs from entry to awards, an appeal and the next level', async () => {
  const arena = await judged();
  expect(await arena.advance('PUBLICISE')).toEqual(['SCORES_MISSING competitionRound']);
  const scores = [
    [90, 80, 70],
    [60, 61, 65],
    [80, 80, 80],
  ];
  for (const [at, given] of scores.entries())
    for (const [judge, score] of given.entries())
      expect((await give(judges[judge] ?? '', arena, at, score)).refused).toEqual([]);
  expect(await arena.advance('PUBLICISE')).toEqual([]);
  const RESULTS = `query ($r: [ID!]) { roundResults(filter: { rounds: $r }) { nodes { place mean award isPromoted entry { title } } }
    competitionRounds(filter: { levels: [SCHOOL, COUNTY], states: [PUBLICISED, ENTRY_CLOSED] }) { nodes { level noticeUntil } }
    roundResultGroups(filter: { rounds: $r }, groupBy: AWARD) { key count } }`;
  expect((await office(RESULTS, { r: [arena.round] })).data).toEqual({
    roundResults: {
      nodes: [
        { place: 1, mean: '80.00', award: 'FIRST', isPromoted: true, entry: { title: '作品0' } },
        { place: 1, mean: '80.00', award: 'FIRST', isPromoted: true, entry: { title: '作品2' } },
        { place: 3, mean: '61.00', award: 'THIRD', isPromoted: false, entry: { title: '作品1' } },
      ],
    },
    competitionRounds: { nodes: [{ level: 'SCHOOL', noticeUntil: '2024-12-12' }] },
    roundResultGroups: [
      { key: 'FIRST', count: 2 },
      { key: 'THIRD', count: 1 },
    ],
  });
  expect((await give('ping-1', arena, 0, 1)).refused).toEqual(['RESULT_FINAL round']);
  expect(await arena.advance('AWARD')).toEqual(['NOTICE_RUNNING act']);

  const appealing = { round: arena.round, entry: arena.entries[1], reason: '漏看第二段视频' };
  const appeal = await act(leads[1] ?? office, 'competitionAppealFile', { input: appealing });
  expect(appeal.refused).toEqual([]);
  const other = { ...appealing, entry: arena.entries[0] };
  expect((await act(leads[1] ?? office, 'competitionAppealFile', { input: other })).refused).toEqual([
    'RECORD_NOT_FOUND entry',
  ]);
  await bench.database.arrange(`UPDATE competition_round SET notice_until = '2024-12-04' WHERE id = $1`, [
    arena.round.split('.')[1],
  ]);
  expect(await arena.advance('AWARD')).toEqual(['TASKS_OPEN act']);
  const answering = { competitionAppeal: appeal.record?.id, isUpheld: true, answer: '重新评审', version: 1 };
  expect((await act(office, 'competitionAppealAnswer', { input: answering })).refused).toEqual([]);
  await bench.database.arrange('UPDATE competition_round SET version = 4 WHERE id = $1', [arena.round.split('.')[1]]);
  expect(await arena.advance('PUBLICISE')).toEqual(['SCORES_MISSING competitionRound']);
  for (const judge of judges.slice(0, 3)) await give(judge, arena, 1, 99);
  expect(await arena.advance('PUBLICISE')).toEqual([]);
  await bench.database.arrange(`UPDATE competition_round SET notice_until = '2024-12-04' WHERE id = $1`, [
    arena.round.split('.')[1],
  ]);
  expect(await arena.advance('AWARD')).toEqual([]);
  expect(await arena.advance('PROMOTE')).toEqual([]);
  const after = await office(
    `query ($r: [ID!]) { roundResults(filter: { rounds: $r, isPromoted: true }) { nodes { entry { title } } } }`,
    { r: [arena.round] },
  );
  expect(after.data).toEqual({ roundResults: { nodes: [{ entry: { title: '作品1' } }] } });
});

it('a result that is awarded is not opened again', async () => {
  const arena = await judged();
  for (const at of [0, 1, 2]) for (const judge of judges.slice(0, 3)) await give(judge, arena, at, 70 + at);
  await arena.advance('PUBLICISE');
  const appeal = await act(office, 'competitionAppealFile', {
    input: { round: arena.round, entry: arena.entries[0], reason: '申诉' },
  });
  await bench.database.arrange(`UPDATE competition_round SET state = 'AWARDED' WHERE id = $1`, [
    arena.round.split('.')[1],
  ]);
  const before = await rows();
  const answering = { competitionAppeal: appeal.record?.id, isUpheld: true, answer: '重评', version: 1 };
  expect((await act(office, 'competitionAppealAnswer', { input: answering })).refused).toEqual(['RESULT_FINAL']);
  const late = { round: arena.round, entry: arena.entries[1], reason: '申诉' };
  expect((await act(office, 'competitionAppealFile', { input: late })).refused).toEqual(['RESULT_FINAL round']);
  expect(await rows()).toEqual(before);
});

it.each([
  [true, { teacher: null, school: null }],
  [false, { teacher: '李娜', school: expect.stringMatching(/小学$/) as unknown }],
])('judges of a track that is blind (%s) see names: %p', async (isBlind, names) => {
  const tracks = [{ name: '课例', isBlind, mediaTypes: ['video/mp4'], largestBytes: 1000 }];
  const arena = await judged({ tracks });
  const { data } = await asJudge('ping-own')('{ judgedWorks { entryId number title teacher school score } }');
  const works = (data?.judgedWorks as { entryId: string; number: number }[]).filter(({ entryId }) =>
    arena.entries.includes(entryId),
  );
  expect(works.map(({ number }) => number)).toEqual([2, 3]);
  expect(works[0]).toMatchObject({ title: '作品1', score: null, ...names });
  expect(JSON.stringify(data).includes('李娜')).toBe(!isBlind);
  await bench.database.arrange(`UPDATE competition_round SET state = 'ENTRY_CLOSED' WHERE id = $1`, [
    arena.round.split('.')[1],
  ]);
});

it('a judge does not judge the own school, nor out of range, nor where they were not appointed', async () => {
  const arena = await judged();
  const before = await rows();
  expect((await give('ping-own', arena, 0, 90)).refused).toEqual(['JUDGE_CONFLICTED entry']);
  expect((await give('ping-1', arena, 0, 101)).refused).toEqual(['VALUE_OUT_OF_RANGE score']);
  expect((await give('ping-1', arena, 0, -1)).refused).toEqual(['VALUE_OUT_OF_RANGE score']);
  expect((await give('stranger', arena, 0, 90)).refused).toEqual(['RECORD_NOT_FOUND round']);
  expect(await rows()).toEqual(before);
  const done = await Promise.all(Array.from({ length: 8 }, (_, at) => give('ping-1', arena, 0, 80 + at)));
  expect(done.every(({ refused }) => refused.length === 0)).toBe(true);
  const kept = await bench.database.arrange('SELECT 1 FROM competition_score WHERE round_id = $1', [
    arena.round.split('.')[1],
  ]);
  expect(kept).toHaveLength(1);
});

it.each<[string, (arena: Arena) => [Ask, string, Record<string, unknown>], string[]]>([
  [
    'a work too large',
    ({ track }) => [office, 'competitionEntryEnter', entering(track, 0, { bytes: 1001 })],
    ['WORK_UNFIT mediaType'],
  ],
  [
    'a work of another kind',
    ({ track }) => [office, 'competitionEntryEnter', entering(track, 0, { mediaType: 'text/html' })],
    ['WORK_UNFIT mediaType'],
  ],
  [
    'a second entry of a teacher',
    ({ track }) => [office, 'competitionEntryEnter', entering(track, 0)],
    ['RECORD_EXISTS teacher'],
  ],
  [
    'two judges',
    ({ round }) => [office, 'competitionRoundAppoint', appointing(round, judges.slice(0, 2), 1)],
    ['JUDGES_TOO_FEW judges'],
  ],
  [
    'a version that has passed',
    ({ round }) => [office, 'competitionRoundAppoint', appointing(round, judges, 9)],
    ['RECORD_CHANGED version'],
  ],
  [
    'awards before any judging',
    ({ round }) => [office, 'competitionRoundAdvance', { competitionRound: round, act: 'AWARD', version: 1 }],
    ['ACT_OUT_OF_ORDER'],
  ],
  ['a school that opens one', () => [leads[0] ?? office, 'competitionOpen', opening()], ['FORBIDDEN']],
])('%s is refused, and nothing changes', async (_, asked, refused) => {
  const arena = await entered();
  const before = await rows();
  const [ask, mutation, input] = asked(arena);
  expect((await act(ask, mutation, { input })).refused).toEqual(refused);
  expect(await rows()).toEqual(before);
});

it('what comes late is refused, and judging waits for judges without a conflict', async () => {
  const arena = await entered();
  expect(await arena.advance('CLOSE_ENTRIES')).toEqual([]);
  expect((await act(office, 'competitionEntryEnter', { input: entering(arena.track, 0) })).refused).toEqual([
    'ACT_OUT_OF_ORDER track',
  ]);
  expect(await arena.advance('JUDGE')).toEqual(['JUDGES_TOO_FEW competitionRound']);
});

it('a judge may ask for nothing else', async () => {
  const { data } = await asJudge('ping-1')(
    '{ competitionEntries { totalCount } teachers { totalCount } competitionScores { totalCount } }',
  );
  expect(data).toEqual({ competitionEntries: null, teachers: null, competitionScores: null });
});
