import { type Place, type SeededAward } from '../seed/aid.seed.ts';
import { type Bench, openBench } from '../seed/bench.seed.ts';
import { CLERK, LEADER, MoneySeed } from '../seed/money.seed.ts';

const COUNTY = '640121';

let bench: Bench;
let money: MoneySeed;
let place: Place;
let batch: { id: string; version: number };
let awards: SeededAward[];
beforeAll(async () => {
  bench = await openBench();
  money = new MoneySeed(bench, COUNTY);
});
beforeEach(async () => {
  await money.wipe();
  await bench.seed.term(COUNTY);
  const fund = await money.open('1000000');
  place = bench.seed.place(COUNTY);
  awards = await money.awards(place, 3);
  batch = (await money.create(fund, 3)).batch;
});
afterAll(() => bench.close());

const lock = () => money.act(CLERK, 'disbursementBatchLock', { batch: batch.id, version: batch.version });
const LIST = `query ($filter: AuditFindingFilter) {
  auditFindings(filter: $filter) { totalCount nodes { id rule severity subject state answeredBy answer version evidence { name value } school { id } } }
  auditFindingGroups(filter: $filter, groupBy: RULE) { key count }
}`;
interface Finding {
  id: string;
  rule: string;
  state: string;
  version: number;
}
const findings = async (filter: object = {}) => {
  const { data, errors } = await money.as(CLERK)(LIST, { filter });
  if (errors) throw new Error(errors[0]?.message);
  return data as unknown as { auditFindings: { totalCount: number; nodes: Finding[] }; auditFindingGroups: object[] };
};
const ofFirst = (sql: string, ...values: unknown[]) => bench.database.arrange(sql, [awards[0]?.studentId, ...values]);

/** What goes wrong with the first child, by the rule that has to see it. */
const WRONGS: [string, string, () => Promise<unknown>][] = [
  [
    'A2',
    'BLOCK',
    () =>
      ofFirst(`UPDATE student_roster SET roll_status = 'TRANSFERRED_OUT', effective_on = '2024-04-15' WHERE id = $1`),
  ],
  ['A3', 'BLOCK', () => ofFirst(`UPDATE student_roster SET roll_status = 'DECEASED' WHERE id = $1`)],
  ['A4', 'BLOCK', () => ofFirst(`UPDATE aid_award SET roll_status = 'SUSPENDED' WHERE student_id = $1`)],
  [
    'A5',
    'BLOCK',
    async () => {
      await bench.database.arrange(
        `INSERT INTO aid_eligibility (county_code, id, programme_code, level, boarding, tier, valid_from_school_year, valid_from_season, basis_document)
         VALUES ($1, gen_random_uuid(), 'CE_LIVING_B', 'HARD', 'BOARDER', 1, 2020, 'AUTUMN', 'x')`,
        [COUNTY],
      );
      await ofFirst(`UPDATE student_roster SET boarding = '1' WHERE id = $1`);
    },
  ],
  ['A6', 'BLOCK', () => ofFirst('UPDATE aid_award SET entitled_fen = 70000 WHERE student_id = $1')],
  ['A7', 'BLOCK', () => ofFirst(`UPDATE aid_award SET evidence_ids = '{}' WHERE student_id = $1`)],
  ['A9', 'BLOCK', () => ofFirst(`UPDATE payee_account SET holder_name = '王老师' WHERE student_id = $1`)],
  [
    'A10',
    'BLOCK',
    async () => {
      await ofFirst(
        `UPDATE payee_account SET account_number_index = (SELECT account_number_index FROM payee_account WHERE student_id = $2) WHERE student_id = $1`,
        awards[1]?.studentId,
      );
      await bench.database.arrange(`UPDATE payee_account SET siblings_document = 'x' WHERE student_id = $1`, [
        awards[1]?.studentId,
      ]);
    },
  ],
  ['A12', 'BLOCK', () => ofFirst('UPDATE student_roster SET identity_index = NULL WHERE id = $1')],
  ['A13', 'WARN', () => ofFirst(`UPDATE student_roster SET born_on = '2000-01-01' WHERE id = $1`)],
  [
    'A14',
    'BLOCK',
    () =>
      ofFirst(
        `INSERT INTO award_elsewhere SELECT county_code, identity_index, 'CE_LIVING_B', 2023, 'SPRING', '640122', 'x' FROM student_roster WHERE id = $1`,
      ),
  ],
  ['A20', 'WARN', () => ofFirst(`UPDATE student_roster SET attendance_placement = 'SUSPECTED_DROPOUT' WHERE id = $1`)],
];

it.each(WRONGS)(
  '%s sees one payment of three and, being %s, stops the batch or lets it pass',
  async (rule, severity, spoil) => {
    await spoil();
    const { errors } = await lock();
    expect(errors).toEqual(severity === 'BLOCK' ? [{ code: 'DISBURSEMENT_BLOCKED', findings: 1 }] : []);
    const { auditFindings, auditFindingGroups } = await findings({ batch: batch.id });
    expect(auditFindings).toMatchObject({
      totalCount: 1,
      nodes: [{ rule, severity, subject: 'PAYMENT', state: 'OPEN' }],
    });
    expect(auditFindingGroups).toEqual([{ key: rule, count: 1 }]);
  },
);

it('nothing is found where nothing is wrong', async () => {
  expect((await lock()).errors).toEqual([]);
  expect((await findings()).auditFindings.totalCount).toBe(0);
});

it('A15 tells of every payment after the last day, and does not stop it', async () => {
  bench.setToday('2024-07-01');
  expect((await lock()).errors).toEqual([]);
  expect((await findings({ rules: ['A15'] })).auditFindings.totalCount).toBe(3);
  bench.setToday('2024-04-15');
});

it('A1: the same ID number under two records is found in both', async () => {
  await ofFirst(
    'UPDATE student_roster SET identity_index = (SELECT identity_index FROM student_roster WHERE id = $2) WHERE id = $1',
    awards[1]?.studentId,
  );
  expect((await lock()).errors).toEqual([{ code: 'DISBURSEMENT_BLOCKED', findings: 2 }]);
  expect((await findings({ rules: ['A1'] })).auditFindings.totalCount).toBe(2);
});

describe('a finding that stops the batch', () => {
  const answer = async (claims: typeof CLERK, mutation: string, finding: Finding, reason = '已核实') => {
    const input = { auditFinding: finding.id, version: finding.version, reason };
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
    const { data, errors } = await money.as(claims)(
      `mutation ($input: ${type}) { ${mutation}(input: $input) { auditFinding { state answeredBy answer } userErrors { ... on UserError { code } } } }`,
      { input },
    );
    return { answer: data?.[mutation], errors };
  };
  let finding: Finding;
  beforeEach(async () => {
    await ofFirst(`UPDATE payee_account SET holder_name = '王老师' WHERE student_id = $1`);
    await lock();
    const [found] = (await findings()).auditFindings.nodes;
    if (!found) throw new Error('nothing was found');
    finding = found;
  });

  it('still stops it when it is explained, and no longer when a leader accepts it', async () => {
    expect(await answer(CLERK, 'auditFindingExplain', finding)).toMatchObject({
      answer: { auditFinding: { state: 'EXPLAINED', answeredBy: 'clerk', answer: '已核实' }, userErrors: [] },
    });
    expect((await lock()).errors).toEqual([{ code: 'DISBURSEMENT_BLOCKED', findings: 1 }]);
    expect((await answer(CLERK, 'auditFindingAccept', finding)).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(await answer(LEADER, 'auditFindingAccept', finding)).toMatchObject({
      answer: { userErrors: [{ code: 'AUDIT_FINDING_CHANGED' }] },
    });
    await answer(LEADER, 'auditFindingAccept', { ...finding, version: 2 });
    expect((await lock()).errors).toEqual([]);
    expect((await findings({ states: ['ACCEPTED'] })).auditFindings.totalCount).toBe(1);
  });

  it('is fixed once it is gone, and open anew when it is back', async () => {
    await ofFirst(`UPDATE payee_account SET holder_name = '李小明' WHERE student_id = $1`);
    expect((await lock()).errors).toEqual([]);
    expect((await findings()).auditFindings.nodes).toMatchObject([{ state: 'FIXED', answeredBy: 'clerk' }]);
  });
});

it('the county is audited as a whole, a child left unaided included', async () => {
  await bench.database.arrange(
    `INSERT INTO aid_gap (county_code, id, kind, school_year, season, student_id, programme_code, tier, reasons, school_id, township_code, found_on)
     VALUES ($1, gen_random_uuid(), 'UNAIDED', 2023, 'SPRING', gen_random_uuid(), 'CE_LIVING_B', 1, '{RURAL_LOW_INCOME}', $2, '640121101', '2024-04-01')`,
    [COUNTY, place.schoolId],
  );
  const { data } = await money.as(CLERK)('mutation { auditRun(input: {}) { openFindings } }');
  expect(data).toEqual({ auditRun: { openFindings: 1 } });
  expect((await findings({ rules: ['A18'] })).auditFindings.nodes).toMatchObject([
    { subject: 'CHILD', severity: 'WARN' },
  ]);
});
