import { DROPOUT_STAGES, isOpen, type OpeningFacts, openingRefusals, returnRefusals } from './dropout-case.rules.ts';

const asked = { lastSeenOn: '2024-10-08', reasonCode: 'R06' };
const facts: OpeningFacts = {
  rollStatus: 'ACTIVE',
  openCaseId: null,
  knownReasons: ['R01', 'R06'],
  today: '2024-10-08',
};

describe('opening a case', () => {
  it.each(['PRE_REGISTERED', 'ACTIVE', 'SUSPENDED'] as const)(
    'is allowed for a child whose roll is %s, last seen today',
    (rollStatus) => {
      expect(openingRefusals(asked, { ...facts, rollStatus })).toEqual([]);
    },
  );

  it.each(['DROPPED_OUT', 'MISSING', 'TRANSFERRED_OUT', 'ABROAD', 'GRADUATED', 'DECEASED', 'CANCELLED'] as const)(
    'is refused for a child whose roll is %s',
    (rollStatus) => {
      expect(openingRefusals(asked, { ...facts, rollStatus })).toEqual([{ kind: 'StudentNotOnRoll', rollStatus }]);
    },
  );

  it('names the case that still stands', () => {
    expect(openingRefusals(asked, { ...facts, openCaseId: 'c1' })).toEqual([
      { kind: 'DropoutCaseAlreadyOpen', dropoutCaseId: 'c1' },
    ]);
  });

  it('is refused when the child was last seen tomorrow', () => {
    expect(openingRefusals({ ...asked, lastSeenOn: '2024-10-09' }, facts)).toEqual([
      { kind: 'DayInFuture', today: '2024-10-08' },
    ]);
  });

  it('names the reasons that the list has', () => {
    expect(openingRefusals({ ...asked, reasonCode: 'R98' }, facts)).toEqual([
      { kind: 'ReasonUnknown', known: ['R01', 'R06'] },
    ]);
  });

  it('tells all reasons at once', () => {
    const everything = openingRefusals(
      { lastSeenOn: '2025-01-01', reasonCode: 'R98' },
      { ...facts, rollStatus: 'GRADUATED', openCaseId: 'c1' },
    );
    expect(everything.map(({ kind }) => kind)).toEqual([
      'StudentNotOnRoll',
      'DropoutCaseAlreadyOpen',
      'DayInFuture',
      'ReasonUnknown',
    ]);
  });
});

describe('recording a return', () => {
  const standing = { stage: 'SUSPECTED', suspectedOn: '2024-10-08', version: 3 } as const;
  const of = (today: string) => ({ today, isProven: true, isSchool: true });
  const back = { version: 3, returnedOn: '2024-10-08' };

  it.each(DROPOUT_STAGES.filter(isOpen))('is allowed from %s, on the very day of the suspicion', (stage) => {
    expect(returnRefusals({ ...standing, stage }, back, of('2024-10-08'))).toEqual([]);
  });

  it.each(['RETURNED', 'OTHER_RESOLVED', 'CLOSED'] as const)('is refused when the case is %s', (stage) => {
    expect(returnRefusals({ ...standing, stage }, back, of('2024-10-08'))).toEqual([
      { kind: 'DropoutCaseNotOpen', stage },
    ]);
  });

  it.each([
    [
      { ...back, version: 2 },
      { kind: 'DropoutCaseChanged', version: 3 },
    ],
    [
      { ...back, returnedOn: '2024-10-09' },
      { kind: 'DayInFuture', today: '2024-10-08' },
    ],
    [
      { ...back, returnedOn: '2024-10-07' },
      { kind: 'DayBeforeSuspicion', suspectedOn: '2024-10-08' },
    ],
  ])('%p is refused', (answer, refusal) => {
    expect(returnRefusals(standing, answer, of('2024-10-08'))).toEqual([refusal]);
  });
});
