import { type Bench, openBench, TODAY } from '../seed/bench.seed.ts';

const MOVED = { kind: 'TRANSFER_OUT', occurredOn: TODAY };

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
  await bench.seed.county('640121', '永宁县');
});
afterAll(() => bench.close());

it('a late transfer withdraws the case with its cause, and the bureau may take that back', async () => {
  const place = await bench.seed.school('640121', '望远小学');
  const student = await bench.seed.student(place);
  const id = await bench.seed.dropoutCase(student);
  const { withdrawCases } = await import('./withdrawal.ts');
  const movement = { studentId: student.id, id: crypto.randomUUID(), ...MOVED };
  await bench.database.dataSource.transaction(async (manager) => {
    await manager.query(`SELECT set_config('bureau.county', '640121', true), set_config('bureau.township', '', true),
      set_config('bureau.school', '', true), set_config('bureau.class', '', true)`);
    const writing = { countyCode: '640121', by: 'clerk', at: new Date(`${TODAY}T12:00:00+08:00`) };
    await withdrawCases(manager, writing, [movement as unknown as Parameters<typeof withdrawCases>[2][number]]);
  });
  const office = bench.desk.as({ roles: ['enrollment-office'] });
  const { data } = await office(
    'query ($id: ID!) { dropoutCase(id: $id) { stage isWithdrawn resolution proof version } }',
    {
      id: `640121.${id}`,
    },
  );
  expect(data).toEqual({
    dropoutCase: {
      stage: 'OTHER_RESOLVED',
      isWithdrawn: true,
      resolution: 'TRANSFERRED',
      proof: `学籍异动 TRANSFER_OUT ${TODAY}`,
      version: 2,
    },
  });
  const reopened = await office(
    `mutation ($input: DropoutCaseReopenInput!) { dropoutCaseReopen(input: $input) { dropoutCase { stage isWithdrawn } userErrors { code: __typename } } }`,
    { input: { dropoutCase: `640121.${id}`, version: 2, reason: '转学未办结' } },
  );
  expect(reopened.data).toEqual({
    dropoutCaseReopen: { dropoutCase: { stage: 'SUSPECTED', isWithdrawn: false }, userErrors: [] },
  });
});
