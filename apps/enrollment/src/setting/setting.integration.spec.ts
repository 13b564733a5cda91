import { type Bench, openBench } from '../seed/bench.seed.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const CHANGE = `mutation ($input: EnrollmentSettingChangeInput!) {
  enrollmentSettingChange(input: $input) {
    setting { key value validFrom document }
    userErrors { ... on UserError { code field } ... on SettingAlreadySet { validFrom } }
  }
}`;
const SCHOOL = '640121.018f0000-0000-7000-8000-000000000001';
const input = { key: 'handover.acknowledgeDays', value: '7', validFrom: '2025-01-01', document: '永教发〔2024〕9号' };
const office = () => bench.desk.as({ roles: ['enrollment-office'] });
const stored = () => bench.database.arrange('SELECT key, value, valid_from, document, set_by FROM county_setting');
const acknowledgeDays = async (asOf?: string) => {
  const question = 'query ($asOf: Date) { enrollmentSettings(asOf: $asOf) { key value validFrom } }';
  const { data } = await bench.desk.as({ roles: ['principal'], school: SCHOOL })(question, { asOf });
  const settings = data?.['enrollmentSettings'] as { key: string }[];
  return settings.find(({ key }) => key === input.key);
};

it('is set by the office from a day on, once for its key, and anyone reads what is in force', async () => {
  const asked = { input: { ...input, idempotencyKey: 'k1' } };
  const answers = [await office()(CHANGE, asked), await office()(CHANGE, asked)];
  const { document, ...value } = { ...input, key: 'handover.acknowledgeDays' };
  const done = { setting: { ...value, document }, userErrors: [] };
  expect(answers.map(({ data }) => data?.['enrollmentSettingChange'])).toEqual([done, done]);
  expect(await stored()).toHaveLength(1);
  expect(await acknowledgeDays()).toEqual({ key: input.key, value: '10', validFrom: null });
  expect(await acknowledgeDays('2025-01-01')).toEqual({ key: input.key, value: '7', validFrom: '2025-01-01' });
});

it.each([
  ['a setting that there is not', { key: 'handover.days' }, 'SETTING_UNKNOWN'],
  ['a value out of range', { value: '0' }, 'SETTING_VALUE_UNFIT'],
  ['no document', { document: '' }, 'SETTING_DOCUMENT_MISSING'],
  ['a day that is taken', { value: '8' }, 'SETTING_ALREADY_SET'],
])('refuses %s, and changes nothing', async (_, change, code) => {
  const before = await stored();
  const { data } = await office()(CHANGE, { input: { ...input, ...change } });
  expect(data).toMatchObject({ enrollmentSettingChange: { setting: null, userErrors: [{ code }] } });
  expect(await stored()).toEqual(before);
});

it('does not take what is not JSON, nor a change by who may not', async () => {
  const before = await stored();
  const bad = await office()(CHANGE, { input: { ...input, value: 'seven' } });
  expect(bad.errors?.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
  const registrar = await bench.desk.as({ roles: ['school-registrar'], school: SCHOOL })(CHANGE, { input });
  expect(registrar.errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
  expect(await stored()).toEqual(before);
});
