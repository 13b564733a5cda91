import fc from 'fast-check';
import { arrivalDueOn, dueAfter, sendingDueOn } from './handover-calendar.rules.ts';
import {
  HANDOVER_ACTS,
  HANDOVER_STATES,
  HANDOVER_TABLE,
  type HandoverAct,
  type HandoverState,
  isOverdue,
  leftOut,
  possibleActs,
  responsibleSchoolId,
  sidesOf,
  type StepFacts,
  stepRefusals,
} from './handover.rules.ts';

const item: StepFacts = { state: 'SENT', fromSchoolId: 'old', toSchoolId: 'new', version: 2 };
const asked = { version: 2, note: 'words', destination: { id: 'new', isKnown: true } };
const actors = {
  sender: { reach: 'school', school: 'old' },
  receiver: { reach: 'school', school: 'new' },
  neither: { reach: 'school', school: 'third' },
  bureau: { reach: 'county' },
  township: { reach: 'township' },
  teacher: { reach: 'class', school: 'old' },
};

/** Which state each act leads to; the rest is refused. */
const LEADS: Partial<Record<HandoverState, Partial<Record<HandoverAct, HandoverState>>>> = {
  DRAFT: { SEND: 'SENT' },
  SENT: {
    RECEIVE: 'RECEIVED',
    RETURN: 'RETURNED_TO_SENDER',
    ASSIGN: 'SENT',
    RECORD_ABSENCE: 'NOT_ARRIVED',
  },
  RECEIVED: { ACKNOWLEDGE: 'ACKNOWLEDGED', RETURN: 'RETURNED_TO_SENDER', RECORD_ABSENCE: 'NOT_ARRIVED' },
  ACKNOWLEDGED: { RECORD_ARRIVAL: 'ARRIVED', RECORD_ABSENCE: 'NOT_ARRIVED' },
  RETURNED_TO_SENDER: { SEND: 'SENT' },
  ARRIVED: { CLOSE: 'CLOSED' },
  NOT_ARRIVED: { RECORD_ARRIVAL: 'ARRIVED', OPEN_CASE: 'CASE_OPENED' },
  CASE_OPENED: { RECORD_ARRIVAL: 'ARRIVED', CLOSE: 'CLOSED' },
};

describe.each(HANDOVER_STATES)('an item that is %s', (state) => {
  it.each(HANDOVER_ACTS)('takes or refuses %s', (act) => {
    const { side, from, to } = HANDOVER_TABLE[act];
    const pool = act === 'ASSIGN' ? null : 'new';
    const kinds = stepRefusals({ ...item, state, toSchoolId: pool }, { ...asked, act }, [side]).map(({ kind }) => kind);
    const leads = LEADS[state]?.[act];
    expect(kinds).toEqual(leads ? [] : ['HandoverStepNotPossible']);
    expect(from.includes(state) ? to : undefined).toBe(leads);
  });
});

it.each([
  ['sender', ['SENDER']],
  ['receiver', ['RECEIVER']],
  ['neither', []],
  ['bureau', ['BUREAU']],
  ['township', []],
  ['teacher', []],
] as const)('the %s stands on the sides %j', (name, sides) => {
  expect(sidesOf(item, actors[name])).toEqual(sides);
});

it.each(HANDOVER_ACTS)('%s is refused to every side but its own', (act) => {
  const { side, from } = HANDOVER_TABLE[act];
  const [state] = from;
  const facts = { ...item, state: state ?? item.state, toSchoolId: act === 'ASSIGN' ? null : 'new' };
  for (const other of (['SENDER', 'RECEIVER', 'BUREAU', 'ATTENDANCE'] as const).filter((any) => any !== side))
    expect(stepRefusals(facts, { ...asked, act }, [other])).toEqual([{ kind: 'HandoverStepNotYours', side }]);
});

describe('a step is refused', () => {
  it('when somebody took one meanwhile, with the version', () => {
    expect(stepRefusals(item, { ...asked, act: 'RECEIVE', version: 1 }, ['RECEIVER'])).toEqual([
      { kind: 'HandoverItemChanged', version: 2 },
    ]);
  });

  it.each([null, '', '  '])('as a return without words: %j', (note) => {
    expect(stepRefusals(item, { ...asked, act: 'RETURN', note }, ['RECEIVER'])).toEqual([
      { kind: 'HandoverNoteMissing' },
    ]);
  });

  it.each([[{ id: 'old', isKnown: true }], [{ id: 'nowhere', isKnown: false }]])(
    'when it sends to %j',
    (destination) => {
      expect(stepRefusals({ ...item, state: 'DRAFT' }, { ...asked, act: 'SEND', destination }, ['SENDER'])).toEqual([
        { kind: 'HandoverDestinationUnfit' },
      ]);
    },
  );

  it('when the bureau assigns an item to no school, or one that is in no pool', () => {
    const pooled = { ...item, toSchoolId: null };
    const nowhere = { id: null, isKnown: true };
    const unfit = [{ kind: 'HandoverDestinationUnfit' }];
    expect(stepRefusals(pooled, { ...asked, act: 'ASSIGN', destination: nowhere }, ['BUREAU'])).toEqual(unfit);
    expect(stepRefusals(item, { ...asked, act: 'ASSIGN' }, ['BUREAU'])).toEqual(unfit);
    expect(stepRefusals(pooled, { ...asked, act: 'ASSIGN' }, ['BUREAU'])).toEqual([]);
  });

  it('when nobody has yet been named to receive it', () => {
    const pooled = { ...item, toSchoolId: null };
    expect(possibleActs(pooled, ['RECEIVER'])).toEqual(['RETURN']);
    expect(possibleActs(pooled, ['BUREAU'])).toEqual(['ASSIGN']);
  });
});

it('sending to no school puts the child in the pool of the bureau', () => {
  const destination = { id: null, isKnown: true };
  expect(stepRefusals({ ...item, state: 'DRAFT' }, { ...asked, act: 'SEND', destination }, ['SENDER'])).toEqual([]);
});

it('at every step exactly one school answers for the child, and only the acknowledgement passes it on', () => {
  const acts = fc.array(fc.constantFrom(...HANDOVER_ACTS), { maxLength: 30 });
  fc.assert(
    fc.property(acts, fc.boolean(), (taken, isPooled) => {
      let at: StepFacts = { ...item, state: 'DRAFT', toSchoolId: isPooled ? null : 'new' };
      for (const act of taken) {
        const { side, to } = HANDOVER_TABLE[act];
        if (stepRefusals(at, { ...asked, act }, [side]).length > 0) continue;
        const before = responsibleSchoolId(at);
        at = { ...at, state: to, toSchoolId: act === 'SEND' || act === 'ASSIGN' ? 'new' : at.toSchoolId };
        const after = responsibleSchoolId(at);
        expect(['old', 'new']).toContain(after);
        if (before === 'new') expect(after).toBe('new');
        if (before === 'old' && after === 'new') expect(['ACKNOWLEDGE', 'RECORD_ABSENCE']).toContain(act);
      }
    }),
  );
});

describe('days', () => {
  const calendar = {
    'handover.sendBy': '07-31',
    'handover.acknowledgeDays': 10,
    'handover.resendDays': 3,
    'handover.arrivalDays': [3, 7, 14],
  };

  it.each([
    ['STAGE_TRANSITION', '2025-06-10', '2025-07-31'],
    ['MERGER', '2025-07-31', '2025-07-31'],
    ['MERGER', '2025-08-01', '2025-08-01'],
    ['TRANSFER', '2025-03-03', '2025-03-06'],
  ] as const)('a packet of %s prepared on %s is to be sent by %s', (kind, today, dueOn) => {
    expect(sendingDueOn({ kind, schoolYear: 2024, today }, calendar)).toBe(dueOn);
  });

  it.each([
    ['STAGE_TRANSITION', '2025-08-10', '2025-09-15'],
    ['STAGE_TRANSITION', '2025-09-05', '2025-09-19'],
    ['TRANSFER', '2025-03-03', '2025-03-17'],
  ] as const)('a child of %s acknowledged on %s is in class by %s', (kind, today, dueOn) => {
    expect(arrivalDueOn({ kind, schoolYear: 2024, today }, calendar)).toBe(dueOn);
    expect(dueAfter('ACKNOWLEDGE', { kind, schoolYear: 2024, today }, calendar)).toBe(dueOn);
  });

  it('what is sent is acknowledged within ten days, what is returned sent again within three', () => {
    const occasion = { kind: 'STAGE_TRANSITION', schoolYear: 2024, today: '2025-07-20' } as const;
    expect(dueAfter('SEND', occasion, calendar)).toBe('2025-07-30');
    expect(dueAfter('RETURN', occasion, calendar)).toBe('2025-07-23');
    expect(dueAfter('RECEIVE', occasion, calendar)).toBeNull();
  });

  it('an item is overdue from the day after its day, and never once it has come to its end', () => {
    expect(isOverdue({ state: 'SENT', dueOn: '2025-07-30' }, '2025-07-30')).toBe(false);
    expect(isOverdue({ state: 'SENT', dueOn: '2025-07-30' }, '2025-07-31')).toBe(true);
    expect(isOverdue({ state: 'ARRIVED', dueOn: '2025-07-30' }, '2025-07-31')).toBe(false);
  });
});

it('leaves out the special children who are in no item, or in one not sent', () => {
  const children = [
    { studentId: 'plain', categories: [], state: null },
    { studentId: 'forgotten', categories: ['LEFT_BEHIND'], state: null },
    { studentId: 'drafted', categories: ['DISABILITY'], state: 'DRAFT' },
    { studentId: 'returned', categories: ['DISABILITY'], state: 'RETURNED_TO_SENDER' },
    { studentId: 'sent', categories: ['DISABILITY'], state: 'SENT' },
  ] as const;
  expect(leftOut(children).map(({ studentId }) => studentId)).toEqual(['forgotten', 'drafted', 'returned']);
});
