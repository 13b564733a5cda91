import { type Bench, openBench } from '../seed/bench.seed.ts';
import { DAYS, plantAid, type PlantedAid, PROGRAMMES, randomAid } from '../seed/aid-world.seed.ts';

const FIGURES = `query ($county: ID!, $from: Date!, $to: Date!) {
  _entities(representations: [{ __typename: "County", code: $county }]) {
    ... on County {
      code
      studentAid(from: $from, to: $to) {
        personTimes students amount amountFen cashAmount waiverAmount
        byProgram { program { code name } personTimes amount amountFen cashAmount waiverAmount }
      }
    }
  }
}`;
const LISTS = `query ($from: Date!, $to: Date!) {
  aidAwards(filter: { paidFrom: $from, paidTo: $to }, first: 200) { totalCount nodes { amountFen } }
  aidAwardGroups(filter: { paidFrom: $from, paidTo: $to }, groupBy: PROGRAMME) { key count amountFen amount }
  payments(filter: { paidFrom: $from, paidTo: $to, states: [PAID] }, first: 200) { totalCount nodes { amountFen } }
}`;

interface Sum {
  personTimes: number;
  amount: string;
  amountFen: string;
  cashAmount: string;
  waiverAmount: string;
}
interface Figures extends Sum {
  students: number;
  byProgram: (Sum & { program: { code: string; name: string } })[];
}
interface Lists {
  aidAwards: { totalCount: number; nodes: { amountFen: string }[] };
  aidAwardGroups: { key: string; count: number; amountFen: string; amount: string }[];
  payments: { totalCount: number; nodes: { amountFen: string }[] };
}

const PERIODS = DAYS.flatMap((from, at) => DAYS.slice(at).map((to) => ({ from, to })));
const WORLDS = randomAid(4).map((world, at) => ({ county: `64020${at}`, world }));
const planted = new Map<string, PlantedAid>();

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
  for (const { county, world } of WORLDS) planted.set(county, await plantAid(bench.seed, county, world));
});
afterAll(() => bench.close());

const aidOf = (county: string): PlantedAid => {
  const aid = planted.get(county);
  if (!aid) throw new Error(`nothing was planted in ${county}`);
  return aid;
};

async function figuresOf(claims: { county: string }, period: { from: string; to: string }): Promise<Figures> {
  const ask = bench.desk.as({ roles: ['county-leader'], ...claims });
  const { data, errors } = await ask(FIGURES, { county: claims.county, ...period });
  expect(errors).toBeUndefined();
  return (data as { _entities: [{ studentAid: Figures }] })._entities[0].studentAid;
}

const yuan = (fen: bigint) => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
const total = (fen: readonly string[]) => fen.reduce((sum, one) => sum + BigInt(one), 0n);

/** The same figures, counted award by award. */
function counted(awards: PlantedAid['awards'], { from, to }: { from: string; to: string }): Figures {
  const paid = awards.flatMap((award) =>
    award.payments
      .filter(({ state, paidOn }) => state === 'PAID' && paidOn !== null && paidOn >= from && paidOn <= to)
      .map(({ kind, amountFen }) => ({ award, kind, amountFen })),
  );
  const sumOf = (those: typeof paid): Sum => {
    const fen = (kind?: string) =>
      total(those.filter((one) => !kind || one.kind === kind).map(({ amountFen }) => amountFen));
    return {
      personTimes: new Set(those.map(({ award }) => award.id)).size,
      amount: yuan(fen()),
      amountFen: String(fen()),
      cashAmount: yuan(fen('CASH')),
      waiverAmount: yuan(fen('WAIVER')),
    };
  };
  const byProgram = PROGRAMMES.map((code) => ({
    program: { code, name: `${code}资助` },
    ...sumOf(paid.filter(({ award }) => award.programmeCode === code)),
  }));
  return {
    ...sumOf(paid),
    students: new Set(paid.map(({ award }) => award.studentId)).size,
    byProgram: byProgram.filter(({ personTimes }) => personTimes > 0),
  };
}

describe.each(WORLDS)('in county $county', ({ county, world }) => {
  it(`the figures of every period equal a count of the ${world.length} awards by hand`, async () => {
    for (const period of PERIODS)
      expect(await figuresOf({ county }, period)).toEqual(counted(aidOf(county).awards, period));
  });

  it('a figure, the groups and the lists behind it agree', async () => {
    const ask = bench.desk.as({ roles: ['student-aid-office'], county });
    for (const period of PERIODS) {
      const { personTimes, amountFen, byProgram } = await figuresOf({ county }, period);
      const lists = (await ask(LISTS, period)).data as unknown as Lists;
      for (const list of [lists.aidAwards, lists.payments]) {
        expect(list.totalCount).toBe(personTimes);
        expect(list.nodes).toHaveLength(personTimes);
        expect(String(total(list.nodes.map((node) => node.amountFen)))).toBe(amountFen);
      }
      expect(lists.aidAwardGroups).toEqual(
        byProgram.map(({ program, ...sum }) => ({
          key: program.code,
          count: sum.personTimes,
          amountFen: sum.amountFen,
          amount: sum.amount,
        })),
      );
    }
  });

  it('each reach has the figures of its own rows', async () => {
    const { places, awards } = aidOf(county);
    const period = { from: '2024-01-01', to: '2024-06-30' };
    for (const { schoolId, classId, townshipCode } of places) {
      const [school, schoolClass] = [`${county}.${schoolId}`, `${county}.${classId}`];
      const reaches = [
        { claims: { roles: ['township-leader'], township: townshipCode }, isIn: { townshipCode } },
        { claims: { roles: ['school-registrar'], school }, isIn: { schoolId } },
        { claims: { roles: ['homeroom-teacher'], school, class: schoolClass }, isIn: { classId } },
      ];
      for (const { claims, isIn } of reaches) {
        const theirs = awards.filter((award) => Object.entries(isIn).every(([name, id]) => award[name as 'id'] === id));
        expect(await figuresOf({ county, ...claims }, period)).toEqual(counted(theirs, period));
      }
    }
  });
});

it('the worlds hold every state of a payment, and paid ones on every day', () => {
  const payments = [...planted.values()].flatMap(({ awards }) => awards.flatMap((award) => award.payments));
  const paid = payments.filter(({ state }) => state === 'PAID');
  expect([...new Set(payments.map(({ state }) => state))].sort()).toEqual([
    'FAILED',
    'PAID',
    'PENDING',
    'RECLAIMED',
    'REFUNDED',
    'SENT',
  ]);
  expect([...new Set(paid.map(({ paidOn }) => paidOn))].sort()).toEqual(DAYS);
});

describe('a county of its own', () => {
  const county = '640301';
  const day = { from: '2024-05-20', to: '2024-05-20' };
  beforeEach(async () => {
    await bench.database.arrange(`DELETE FROM payment WHERE county_code = '${county}'`);
    await bench.database.arrange(`DELETE FROM aid_award WHERE county_code = '${county}'`);
    await bench.database.arrange(`DELETE FROM aid_programme WHERE county_code = '${county}'`);
    for (const code of PROGRAMMES) await bench.seed.programme(county, code);
  });
  const pay = async (amountFen: string, code: string = PROGRAMMES[0]) => {
    const award = await bench.seed.award(bench.seed.place(county), code, { amountFen });
    await bench.seed.payment(award);
    return award;
  };

  it('has nothing to count at first', async () => {
    expect(await figuresOf({ county }, day)).toEqual({
      personTimes: 0,
      students: 0,
      amount: '0.00',
      amountFen: '0',
      cashAmount: '0.00',
      waiverAmount: '0.00',
      byProgram: [],
    });
  });

  it.each([
    ['2^31', '2147483648', '4294967296', '42949672.96'],
    ['2^53 + 1', '9007199254740993', '18014398509481986', '180143985094819.86'],
  ])('adds amounts of %s fen exactly', async (_, one, both, inYuan) => {
    await pay(one);
    await pay(one, PROGRAMMES[1]);
    const { amount, amountFen, byProgram } = await figuresOf({ county }, day);
    expect({ amount, amountFen }).toEqual({ amount: inYuan, amountFen: both });
    expect(byProgram.map((its) => its.amountFen)).toEqual([one, one]);
  });

  it('changes its figures with every row', async () => {
    await pay('62500');
    const { id } = await pay('75000');
    expect(await figuresOf({ county }, day)).toMatchObject({ personTimes: 2, students: 2, amount: '1375.00' });
    await bench.database.arrange('DELETE FROM payment WHERE award_id = $1', [id]);
    expect(await figuresOf({ county }, day)).toMatchObject({ personTimes: 1, students: 1, amount: '625.00' });
  });

  it('takes two statements, however many rows', async () => {
    const ask = bench.desk.as({ roles: ['county-leader'], county });
    for (const awards of [1, 20]) {
      for (let at = 0; at < awards; at += 1) await pay('62500', PROGRAMMES[at % 3]);
      const { errors, statements } = await ask(FIGURES, { county, ...day });
      expect(errors).toBeUndefined();
      expect(statements).toHaveLength(2);
    }
  });
});

it('refuses a period that ends before it begins, and says which argument', async () => {
  const ask = bench.desk.as({ roles: ['county-leader'], county: '640200' });
  const { errors, statements } = await ask(FIGURES, { county: '640200', from: '2024-06-30', to: '2024-06-29' });
  expect(errors).toEqual([
    {
      message: 'to must not be before from.',
      path: ['_entities', 0, 'studentAid'],
      locations: expect.anything() as unknown,
      extensions: { code: 'BAD_USER_INPUT', argument: 'to' },
    },
  ]);
  expect(statements).toEqual([]);
});

it.each(['2024-02-30', '2024', '20240101', ''])('refuses the day %p', async (from) => {
  const ask = bench.desk.as({ roles: ['county-leader'], county: '640200' });
  const { errors } = await ask(FIGURES, { county: '640200', from, to: '2024-06-30' });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

it('another county is not there', async () => {
  const ask = bench.desk.as({ roles: ['county-leader'], county: '640200' });
  const { data } = await ask(FIGURES, { county: '640201', from: '2024-01-01', to: '2024-06-30' });
  expect(data).toEqual({ _entities: [null] });
});
