import type { Claims } from '@bureau/access';
import type { Payment } from './payment/payment.entity.ts';
import type { Place, SeededAward } from './seed/aid.seed.ts';
import { type Bench, openBench } from './seed/bench.seed.ts';

const COUNTY = '640121';
const ask = {
  figures: `{ _entities(representations: [{ __typename: "County", code: "640121" }]) {
    ... on County { studentAid(from: "2024-01-01", to: "2024-06-30") { personTimes students amount } } } }`,
  groups: '{ aidAwardGroups(groupBy: PROGRAMME) { key count } }',
  programmes: '{ aidProgrammes { code rates { amount } } }',
  awards: '{ aidAwards { totalCount nodes { id } } }',
  payments: '{ payments { totalCount nodes { id } } }',
};

interface Here {
  place: Place;
  award: SeededAward;
  payment: Payment;
  student: string;
}

let bench: Bench;
let own: Here;
let neighbour: Here;
let foreign: Here;
beforeAll(async () => {
  bench = await openBench();
  const arrange = async (place: Place): Promise<Here> => {
    const student = await bench.seed.student(place, '李小明');
    const award = await bench.seed.award(place, 'CE_LIVING_B', { studentId: student });
    return { place, student, award, payment: await bench.seed.payment(award) };
  };
  for (const county of [COUNTY, '640122']) {
    await bench.seed.programme(county, 'CE_LIVING_B');
    await bench.seed.rate(county, 'CE_LIVING_B');
  }
  own = await arrange(bench.seed.place(COUNTY));
  neighbour = await arrange({ ...bench.seed.place(COUNTY, '102') });
  foreign = await arrange(bench.seed.place('640122'));
});
afterAll(() => bench.close());

const atSchool = (role: string): Claims => ({ roles: [role], school: `${COUNTY}.${own.place.schoolId}` });
const inClass = (role: string): Claims => ({ ...atSchool(role), class: `${COUNTY}.${own.place.classId}` });
const inTownship = (role: string): Claims => ({ roles: [role], township: own.place.townshipCode });
const inCounty = (role: string): Claims => ({ roles: [role] });

type Question = keyof typeof ask;
const FIGURES: Question[] = ['figures', 'programmes'];
const EVERYTHING: Question[] = [...FIGURES, 'groups', 'awards', 'payments'];

const ROLES: [string, (role: string) => Claims, Question[], number][] = [
  ['student-aid-office', inCounty, EVERYTHING, 2],
  ['county-leader', inCounty, EVERYTHING, 2],
  ['deputy-director', inCounty, EVERYTHING, 2],
  ['enrollment-office', inCounty, FIGURES, 2],
  ['special-education-office', inCounty, FIGURES, 2],
  ['internet-plus-office', inCounty, FIGURES, 2],
  ['supervisor', inCounty, FIGURES, 2],
  ['county-department', inCounty, ['programmes'], 0],
  ['paying-bank', inCounty, ['programmes'], 0],
  ['township-leader', inTownship, FIGURES, 1],
  ['village-cadre', inTownship, FIGURES, 1],
  ['school-aid-clerk', atSchool, EVERYTHING, 1],
  ['principal', atSchool, EVERYTHING, 1],
  ['school-registrar', atSchool, FIGURES, 1],
  ['special-education-teacher', atSchool, FIGURES, 1],
  ['school-it-lead', atSchool, FIGURES, 1],
  ['homeroom-teacher', inClass, FIGURES, 1],
  ['guardian', inClass, ['programmes'], 0],
];
const questions = ROLES.flatMap(([role, claimsOf, allowed, awards]) =>
  EVERYTHING.map((question) => ({
    role,
    question,
    claims: () => claimsOf(role),
    isAllowed: allowed.includes(question),
    awards,
  })),
);

/** What somebody reads who sees so many of the county's two awards, the own one first. */
function answerOf(question: Question, awards: number): object {
  const seen = [neighbour, own].slice(-awards);
  const sum = { personTimes: awards, students: awards, amount: `${awards * 625}.00` };
  const answers = {
    figures: { _entities: [{ studentAid: sum }] },
    groups: { aidAwardGroups: [{ key: 'CE_LIVING_B', count: awards }] },
    programmes: { aidProgrammes: [{ code: 'CE_LIVING_B', rates: [{ amount: '625.00' }] }] },
    awards: { aidAwards: { totalCount: awards, nodes: seen.map(({ award }) => ({ id: award.globalId })) } },
    payments: {
      payments: { totalCount: awards, nodes: seen.map(({ payment }) => ({ id: `${COUNTY}.${payment.id}` })) },
    },
  };
  return answers[question];
}

const nothing: Record<Question, object> = {
  figures: { _entities: [{ studentAid: null }] },
  groups: { aidAwardGroups: null },
  programmes: { aidProgrammes: null },
  awards: { aidAwards: null },
  payments: { payments: null },
};

it.each(questions.filter(({ isAllowed }) => isAllowed))('$role is answered about $question', async (given) => {
  const { data, errors } = await bench.desk.as(given.claims())(ask[given.question]);
  expect(errors).toBeUndefined();
  expect(data).toEqual(answerOf(given.question, given.awards));
});

it.each(questions.filter(({ isAllowed }) => !isAllowed))('$role is not told about $question', async (given) => {
  const { data, errors, statements } = await bench.desk.as(given.claims())(ask[given.question]);
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect(data).toEqual(nothing[given.question]);
  expect(statements).toEqual([]);
});

describe('what belongs to another school or county', () => {
  const clerk = () => bench.desk.as(atSchool('school-aid-clerk'));
  const entities = `query ($award: ID!, $payment: ID!, $student: ID!) {
    _entities(representations: [
      { __typename: "AidAward", id: $award }, { __typename: "Payment", id: $payment }, { __typename: "Student", id: $student }
    ]) {
      ... on AidAward { amount studentName }
      ... on Payment { state }
      ... on Student { aid { awards { amount } } }
    }
  }`;
  const idsOf = ({ award, payment, student }: Here) => ({
    award: award.globalId,
    payment: `${award.countyCode}.${payment.id}`,
    student: `${award.countyCode}.${student}`,
  });

  it('the own ones are there', async () => {
    const { data, errors } = await clerk()(entities, idsOf(own));
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      _entities: [
        { amount: '625.00', studentName: '李小明' },
        { state: 'PAID' },
        { aid: { awards: [{ amount: '625.00' }] } },
      ],
    });
  });

  it('is not reached as an entity', async () => {
    const ofNeighbour = await clerk()(entities, idsOf(neighbour));
    expect(ofNeighbour.data).toEqual({ _entities: [null, null, { aid: { awards: [] } }] });
    const ofForeigner = await clerk()(entities, idsOf(foreign));
    expect(ofForeigner.data).toEqual({ _entities: [null, null, null] });
    expect(ofForeigner.statements).toEqual([]);
  });

  it('is not reached by id', async () => {
    for (const { award, payment } of [neighbour, foreign]) {
      const { data, errors } = await clerk()(
        'query ($award: ID!, $payment: ID!) { aidAward(id: $award) { id } payment(id: $payment) { id } }',
        { award: award.globalId, payment: `${award.countyCode}.${payment.id}` },
      );
      expect(errors).toBeUndefined();
      expect(data).toEqual({ aidAward: null, payment: null });
    }
  });

  it('is not reached by filters or counts', async () => {
    const schools = [neighbour, foreign].map(({ award }) => `${award.countyCode}.${award.schoolId}`);
    const { data, errors } = await clerk()(
      `query ($schools: [ID!]!) {
        aidAwards(filter: { schools: $schools }) { totalCount nodes { id } }
        aidAwardGroups(filter: { schools: $schools }, groupBy: SCHOOL) { key count }
        payments(filter: { schools: $schools }) { totalCount nodes { id } }
      }`,
      { schools },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      aidAwards: { totalCount: 0, nodes: [] },
      aidAwardGroups: [],
      payments: { totalCount: 0, nodes: [] },
    });
  });

  it('an id that is none is refused', async () => {
    const { errors } = await clerk()('{ aidAward(id: "1") { id } }');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'id' } }]);
  });
});

it.each(['student-aid-office', 'county-leader'])('%s learns which child an award is for', async (role) => {
  const { data, errors } = await bench.desk.as(inCounty(role))(
    'query ($id: ID!) { aidAward(id: $id) { studentName student { id } school { id } township { code } } }',
    { id: own.award.globalId },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    aidAward: {
      studentName: '李小明',
      student: { id: `${COUNTY}.${own.student}` },
      school: { id: `${COUNTY}.${own.place.schoolId}` },
      township: { code: own.place.townshipCode },
    },
  });
});

it('the name of a child who has moved away is not shown to the old school', async () => {
  const child = await bench.seed.student(neighbour.place);
  const { globalId } = await bench.seed.award(own.place, 'CE_LIVING_B', { studentId: child, season: 'AUTUMN' });
  const { data } = await bench.desk.as(atSchool('school-aid-clerk'))(
    'query ($id: ID!) { aidAward(id: $id) { amount studentName } }',
    { id: globalId },
  );
  expect(data).toEqual({ aidAward: { amount: '625.00', studentName: null } });
});
