import type { Ask } from '@bureau/testing';
import { type Bench, openBench } from '../seed/bench.seed.ts';

const COUNTY = '640121';

let bench: Bench;
let ask: Ask;
beforeAll(async () => {
  bench = await openBench();
  const { seed } = bench;
  await seed.programme(COUNTY, 'CE_LIVING_B', {
    name: '家庭经济困难寄宿生生活补助',
    stages: ['PRIMARY', 'JUNIOR_SECONDARY'],
    legalBasis: '财教〔2021〕56号',
  });
  await seed.programme(COUNTY, 'HS_FEE', { payee: 'SCHOOL_WAIVER', stages: ['SENIOR_SECONDARY'] });
  await seed.programme('640122', 'HS_GRANT');
  const until = { validToSchoolYear: 2023, validToSeason: 'AUTUMN' } as const;
  const before = { validFromSchoolYear: 2019, validFromSeason: 'AUTUMN', ...until } as const;
  await seed.rate(COUNTY, 'CE_LIVING_B', { stage: 'JUNIOR_SECONDARY', amountFen: '75000' });
  await seed.rate(COUNTY, 'CE_LIVING_B', { ...before, amountFen: '50000', basisDocument: '财教〔2019〕1号' });
  await seed.rate(COUNTY, 'CE_LIVING_B');
  ask = bench.desk.as({ roles: ['paying-bank'] });
});
afterAll(() => bench.close());

it('lists the programmes of the county with their rates, in two statements', async () => {
  const { data, errors, statements } = await ask(`{
    aidProgrammes {
      code name payee stages legalBasis
      rates { stage tier amount amountFen validFrom { code name } validTo { code name } basisDocument }
    }
  }`);
  expect(errors).toBeUndefined();
  const spring2024 = { code: '2023-2024-2', name: '2024年春季学期' };
  const common = { tier: 1, validFrom: spring2024, validTo: null, basisDocument: '财教〔2024〕1号' };
  expect(data).toEqual({
    aidProgrammes: [
      {
        code: 'CE_LIVING_B',
        name: '家庭经济困难寄宿生生活补助',
        payee: 'CHILD',
        stages: ['PRIMARY', 'JUNIOR_SECONDARY'],
        legalBasis: '财教〔2021〕56号',
        rates: [
          {
            stage: 'PRIMARY',
            tier: 1,
            amount: '500.00',
            amountFen: '50000',
            validFrom: { code: '2019-2020-1', name: '2019年秋季学期' },
            validTo: { code: '2023-2024-1', name: '2023年秋季学期' },
            basisDocument: '财教〔2019〕1号',
          },
          { ...common, stage: 'PRIMARY', amount: '625.00', amountFen: '62500' },
          { ...common, stage: 'JUNIOR_SECONDARY', amount: '750.00', amountFen: '75000' },
        ],
      },
      {
        code: 'HS_FEE',
        name: 'HS_FEE资助',
        payee: 'SCHOOL_WAIVER',
        stages: ['SENIOR_SECONDARY'],
        legalBasis: '财教〔2021〕56号',
        rates: [],
      },
    ],
  });
  expect(statements).toHaveLength(2);
});

it.each(['2023-2024-1', '2023年秋季学期', '2023年秋学期'])('knows the rates of the term named %s', async (term) => {
  const { data, errors } = await ask(
    `query ($term: String!) {
      aidProgramme(code: "CE_LIVING_B") {
        rates(term: $term) { stage amount }
        primary: rate(term: $term, stage: PRIMARY) { amount }
        junior: rate(term: $term, stage: JUNIOR_SECONDARY) { amount }
      }
    }`,
    { term },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    aidProgramme: { rates: [{ stage: 'PRIMARY', amount: '500.00' }], primary: { amount: '500.00' }, junior: null },
  });
});

it.each(['2023-2025-1', '2024', '2023-2024-3', ''])('refuses %p as a term', async (term) => {
  const { errors } = await ask(
    'query ($term: String!) { aidProgramme(code: "CE_LIVING_B") { rates(term: $term) { amount } } }',
    { term },
  );
  expect(errors).toMatchObject([
    {
      message: 'term wants a term such as "2023-2024-2" or "2024年春季学期".',
      extensions: { code: 'BAD_USER_INPUT', argument: 'term' },
    },
  ]);
});

it('is asked for as an entity, and has none of another county', async () => {
  const { data, errors } = await ask(`{
    _entities(representations: [
      { __typename: "AidProgramme", code: "HS_FEE" }, { __typename: "AidProgramme", code: "HS_GRANT" }
    ]) { ... on AidProgramme { name } }
    aidProgramme(code: "HS_GRANT") { name }
  }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({ _entities: [{ name: 'HS_FEE资助' }, null], aidProgramme: null });
});
