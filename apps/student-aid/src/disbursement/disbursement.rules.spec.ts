import {
  actRefusals,
  BATCH_STATES,
  BATCH_TRANSITIONS,
  type BatchAct,
  type BatchState,
  confirmationRefusals,
  type CreationFacts,
  creationRefusals,
  isOverdue,
  mayApprove,
  nextBatchState,
} from './disbursement.rules.ts';

/** The whole table, written out once more: whatever is not here is refused. */
const ALLOWED: Record<BatchAct, Partial<Record<BatchState, BatchState>>> = {
  refresh: { DRAFT: 'DRAFT' },
  lock: { DRAFT: 'LIST_LOCKED' },
  reopen: { LIST_LOCKED: 'DRAFT', SCHOOL_CONFIRMED: 'DRAFT', AID_CENTRE_AUDITED: 'DRAFT', RETURNED: 'DRAFT' },
  confirm: { LIST_LOCKED: 'SCHOOL_CONFIRMED' },
  audit: { SCHOOL_CONFIRMED: 'AID_CENTRE_AUDITED' },
  approve: { AID_CENTRE_AUDITED: 'LEADER_APPROVED' },
  submit: { LEADER_APPROVED: 'FINANCE_SUBMITTED' },
  sendBack: { FINANCE_SUBMITTED: 'RETURNED' },
  send: { FINANCE_SUBMITTED: 'SENT_TO_BANK' },
  resend: { PARTIALLY_PAID: 'PARTIALLY_PAID' },
  waive: { FINANCE_SUBMITTED: 'PAID' },
  settlePart: {
    SENT_TO_BANK: 'PARTIALLY_PAID',
    PARTIALLY_PAID: 'PARTIALLY_PAID',
    PAID: 'PARTIALLY_PAID',
    RECONCILED: 'PARTIALLY_PAID',
  },
  settle: { SENT_TO_BANK: 'PAID', PARTIALLY_PAID: 'PAID', PAID: 'PAID' },
  reconcile: { PAID: 'RECONCILED' },
  archive: { RECONCILED: 'ARCHIVED' },
  cancel: {
    DRAFT: 'VOID',
    LIST_LOCKED: 'VOID',
    SCHOOL_CONFIRMED: 'VOID',
    AID_CENTRE_AUDITED: 'VOID',
    LEADER_APPROVED: 'VOID',
    RETURNED: 'VOID',
  },
};

const acts = Object.keys(BATCH_TRANSITIONS) as BatchAct[];
const everyWay = acts.flatMap((act) => BATCH_STATES.map((state) => [act, state] as const));

it.each(everyWay)('%s a batch that is %s', (act, state) => {
  const to = ALLOWED[act][state] ?? null;
  expect(nextBatchState(state, act)).toBe(to);
  const batch = { state, version: 3, madeBy: 'maker', lockedBy: null };
  const refusals = to === null ? [{ kind: 'DisbursementBatchStateUnfit', state }] : [];
  expect(actRefusals(batch, act, { version: 3 })).toEqual(refusals);
});

it('an old version is refused', () => {
  const batch = { state: 'DRAFT', version: 3, madeBy: 'maker', lockedBy: null } as const;
  expect(actRefusals(batch, 'lock', { version: 2 })).toEqual([{ kind: 'DisbursementBatchChanged', version: 3 }]);
});

it.each([
  ['leader', true],
  ['maker', false],
  ['locker', false],
])('%s may approve what maker made and locker locked: %p', (approver, may) => {
  expect(mayApprove({ madeBy: 'maker', lockedBy: 'locker' }, approver)).toBe(may);
});

describe('making a batch', () => {
  const asked = { declared: { count: 2, amountFen: 125_000n }, funding: [{ fundId: 'f', share: 1 }] };
  const facts: CreationFacts = {
    payee: 'CHILD',
    isTermSet: true,
    payable: { count: 2, amountFen: 125_000n },
    fundIdsOfProgramme: ['f', 'g'],
  };

  it.each(['CHILD', 'SCHOOL_WAIVER'])('is allowed for a programme whose payee is %s', (payee) => {
    expect(creationRefusals(asked, { ...facts, payee })).toEqual([]);
  });

  it.each<[object, object, object[]]>([
    [{}, { payee: null }, [{ kind: 'DisbursementProgrammeUnknown' }]],
    [{}, { payee: 'IN_KIND' }, [{ kind: 'DisbursementProgrammeUnpayable' }]],
    [{}, { isTermSet: false }, [{ kind: 'DisbursementTermUnset' }]],
    [{}, { payable: { count: 0, amountFen: 0n } }, [{ kind: 'DisbursementEmpty' }]],
    [
      { declared: { count: 2, amountFen: 124_999n } },
      {},
      [{ kind: 'DeclaredTotalsDiffer', count: 2, amountFen: '125000' }],
    ],
    [{ funding: [] }, {}, [{ kind: 'FundSharesUnfit' }]],
    [{ funding: [{ fundId: 'f', share: 0 }] }, {}, [{ kind: 'FundSharesUnfit' }]],
    [{ funding: [{ fundId: 'f', share: 1_001 }] }, {}, [{ kind: 'FundSharesUnfit' }]],
    [{ funding: [asked.funding[0], asked.funding[0]] }, {}, [{ kind: 'FundSharesUnfit' }]],
    [{ funding: [{ fundId: 'h', share: 1 }] }, {}, [{ kind: 'FundNotOfProgramme', fundIds: ['h'] }]],
  ])('%p of %p is refused', (given, known, refusals) => {
    expect(creationRefusals({ ...asked, ...given }, { ...facts, ...known })).toEqual(refusals);
  });
});

it.each([
  [{ paymentCount: 2, paymentFen: '5', confirmedBy: null }, []],
  [undefined, [{ kind: 'SchoolNotInBatch' }]],
  [{ paymentCount: 2, paymentFen: '5', confirmedBy: 'p' }, [{ kind: 'SchoolNotInBatch' }]],
  [{ paymentCount: 3, paymentFen: '5', confirmedBy: null }, [{ kind: 'SchoolTotalsDiffer', count: 3, amountFen: '5' }]],
  [{ paymentCount: 2, paymentFen: '6', confirmedBy: null }, [{ kind: 'SchoolTotalsDiffer', count: 2, amountFen: '6' }]],
])('a school that has seen 2 payments of 5 fen, of %p', (part, refusals) => {
  expect(confirmationRefusals(part, { count: 2, amountFen: 5n })).toEqual(refusals);
});

it.each([
  ['SENT_TO_BANK', '2024-06-30', false],
  ['SENT_TO_BANK', '2024-07-01', true],
  ['PARTIALLY_PAID', '2024-07-01', true],
  ['PAID', '2024-07-01', false],
  ['VOID', '2024-07-01', false],
] as const)('a batch to be paid by 30 June that is %s on %s is overdue: %p', (state, today, overdue) => {
  expect(isOverdue({ state, payBy: '2024-06-30' }, today)).toBe(overdue);
});
