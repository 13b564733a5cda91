import type { Ask } from '@bureau/testing';
import { act, rowsOf } from '../seed/act.seed.ts';
import { type Bench, openBench, TODAY } from '../seed/bench.seed.ts';
import type { SeededSchool } from '../seed/campus.seed.ts';

let bench: Bench;
let office: Ask;
let lead: Ask;
let school: SeededSchool;
const ids = new Map<string, string>();
const resource = (title: string, given: object = {}) => ({
  title,
  subject: '数学',
  stage: '小学',
  grade: 3,
  chapter: '第八单元 分数',
  kind: 'VIDEO',
  provider: '人民教育出版社',
  licence: 'CC BY-NC 4.0',
  link: 'https://basic.smartedu.cn/1',
  suits: [],
  ...given,
});
beforeAll(async () => {
  bench = await openBench();
  office = bench.desk.as({ roles: ['internet-plus-office'] });
  school = await bench.seed.school('640121', { township: '101' });
  lead = bench.desk.as({ roles: ['school-it-lead'], school: school.globalId });
  for (const [title, given] of [
    ['分数的初步认识', {}],
    ['古诗二首', { subject: '语文', chapter: '', suits: ['HOME_TAUGHT'] }],
    ['数学广角', { chapter: '集合', suits: ['HOME_TAUGHT', 'SMALL_SCHOOL'] }],
    ['ＡＢＣ Song', { subject: '英语', chapter: 'Unit 1', grade: null }],
  ] as const) {
    const { record } = await act(office, 'resourceAdd', { input: resource(title, given) });
    ids.set(title, String(record?.id));
  }
});
afterAll(() => bench.close());

const rows = () => rowsOf(bench.database.arrange, 'resource', 'resource_collection', 'collection_item', 'resource_use');

it.each([
  ['分', ['分数的初步认识']],
  ['分数', ['分数的初步认识']],
  ['步认', ['分数的初步认识']],
  ['数学', ['数学广角', '分数的初步认识']],
  ['广角 集合', ['数学广角']],
  ['广集', []],
  ['数 出版', ['数学广角', '分数的初步认识', '古诗二首', 'ＡＢＣ Song']],
  ['abc', ['ＡＢＣ Song']],
  ['unit 1 SONG', ['ＡＢＣ Song']],
  ['%', []],
  ['第八单元', ['分数的初步认识']],
])('%p finds %p', async (search, titles) => {
  const { data, statements } = await lead(
    `query ($search: String) { resources(filter: { search: $search }) { totalCount nodes { title } } }`,
    { search },
  );
  const found = (data?.resources as { nodes: { title: string }[] }).nodes.map(({ title }) => title);
  const wanted =
    search === '数 出版' ? titles.filter((title) => title.startsWith('数') || title.startsWith('分')) : titles;
  expect([...found].sort()).toEqual([...wanted].sort());
  expect(data?.resources).toMatchObject({ totalCount: wanted.length });
  expect(statements).toHaveLength(2);
});

it('filters, counts and refuses what is too long', async () => {
  const { data } = await lead(
    `{ suited: resources(filter: { suits: [HOME_TAUGHT, SMALL_SCHOOL] }) { nodes { title } }
       grade: resources(filter: { grades: [5] }) { nodes { title } } resourceGroups(groupBy: SUBJECT) { key count } }`,
  );
  expect(data).toEqual({
    suited: { nodes: [{ title: '数学广角' }] },
    grade: { nodes: [{ title: 'ＡＢＣ Song' }] },
    resourceGroups: [
      { key: '数学', count: 2 },
      { key: '英语', count: 1 },
      { key: '语文', count: 1 },
    ],
  });
  const { errors } = await lead(`{ resources(filter: { search: "${'长'.repeat(51)}" }) { totalCount } }`);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

it('a search of 5 000 goes through the index', async () => {
  await bench.database.arrange(
    `INSERT INTO resource (county_code, id, title, subject, stage, chapter, kind, provider, licence, link, suits, added_on, searched, grams)
     SELECT '640123', gen_random_uuid(), 'x' || n, '数学', '小学', '', 'VIDEO', 'y', 'z', 'https://a', '{}', '2024-01-01', 'x' || n, ARRAY['x', 'x' || n]
     FROM generate_series(1, 5000) n`,
  );
  await bench.database.arrange('ANALYZE resource');
  const plan = await bench.database.arrange(
    `EXPLAIN SELECT * FROM resource WHERE county_code = '640123' AND grams @> ARRAY['x77']`,
  );
  expect(JSON.stringify(plan)).toContain('resource_grams_idx');
});

it('a collection is composed, and composed anew', async () => {
  const compose = (titles: string[]) =>
    act(lead, 'resourceCollectionCompose', {
      input: {
        school: school.globalId,
        name: '送教包',
        purpose: '送教上门',
        resources: titles.map((title) => ids.get(title)),
      },
      shown: '{ version items { place resource { title } } }',
    });
  expect((await compose(['数学广角', '古诗二首'])).record).toEqual({
    version: 1,
    items: [
      { place: 1, resource: { title: '数学广角' } },
      { place: 2, resource: { title: '古诗二首' } },
    ],
  });
  expect((await compose(['古诗二首'])).record).toEqual({
    version: 2,
    items: [{ place: 1, resource: { title: '古诗二首' } }],
  });
});

it('use is counted by class, once a day', async () => {
  const input = {
    school: school.globalId,
    resource: ids.get('数学广角'),
    className: '三(1)班',
    usedOn: TODAY,
    lessons: 2,
  };
  expect((await act(lead, 'resourceUseRecord', { input })).refused).toEqual([]);
  expect((await act(lead, 'resourceUseRecord', { input })).refused).toEqual(['RECORD_EXISTS className']);
  const { data } = await lead(
    `query ($s: [ID!]) { resourceUseGroups(groupBy: CLASS_NAME) { key count lessons } resources(filter: { usedBy: $s }) { nodes { title } } }`,
    { s: [school.globalId] },
  );
  expect(data).toEqual({
    resourceUseGroups: [{ key: '三(1)班', count: 1, lessons: 2 }],
    resources: { nodes: [{ title: '数学广角' }] },
  });
});

it.each<[string, () => Record<string, unknown>, string[]]>([
  ['resourceAdd', () => resource('x', { link: 'javascript:alert(1)' }), ['LINK_UNSAFE link']],
  ['resourceAdd', () => resource('', { grade: 13 }), ['TEXT_UNFIT title', 'VALUE_OUT_OF_RANGE grade']],
  ['resourceWithdraw', () => ({ resource: ids.get('古诗二首'), version: 2 }), ['RECORD_CHANGED version']],
  [
    'resourceUseRecord',
    () => ({
      school: school.globalId,
      resource: ids.get('古诗二首'),
      className: '一',
      usedOn: '2024-12-06',
      lessons: 0,
    }),
    ['DAY_TOO_LATE usedOn', 'VALUE_OUT_OF_RANGE lessons'],
  ],
  [
    'resourceCollectionCompose',
    () => ({ school: school.globalId, name: 'a', purpose: 'b', resources: [school.globalId] }),
    ['RECORD_NOT_FOUND resources'],
  ],
])('%s is refused (%#), and nothing changes', async (mutation, input, refused) => {
  const before = await rows();
  expect((await act(office, mutation, { input: input() })).refused).toEqual(refused);
  expect(await rows()).toEqual(before);
});

it('a school may use the catalogue, not fill it; one is withdrawn once', async () => {
  expect((await act(lead, 'resourceAdd', { input: resource('x') })).refused).toEqual(['FORBIDDEN']);
  const input = { resource: ids.get('古诗二首'), version: 1 };
  expect((await act(office, 'resourceWithdraw', { input })).refused).toEqual([]);
  expect((await act(office, 'resourceWithdraw', { input: { ...input, version: 2 } })).refused).toEqual([
    'ACT_OUT_OF_ORDER',
  ]);
});

it('PostgreSQL itself refuses a link of another scheme', async () => {
  await expect(bench.database.arrange(`UPDATE resource SET link = 'javascript:alert(1)'`)).rejects.toThrow(
    'resource_link_check',
  );
});
