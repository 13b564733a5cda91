/** What was paid for one programme, in cash or by waiver. */
export interface PaidShare {
  programmeCode: string;
  kind: 'CASH' | 'WAIVER';
  personTimes: number;
  amountFen: bigint;
}

export interface AidSum {
  personTimes: number;
  amountFen: bigint;
  cashFen: bigint;
  waiverFen: bigint;
}

export interface ProgrammeAidSum extends AidSum {
  programmeCode: string;
}

/** 人次 and money of all shares together, fee waivers included (docs/rules/student-aid.md#counting). */
export function aidSum(shares: readonly PaidShare[]): AidSum {
  const fen = (those: readonly PaidShare[]) => those.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  return {
    personTimes: shares.reduce((sum, { personTimes }) => sum + personTimes, 0),
    amountFen: fen(shares),
    cashFen: fen(shares.filter(({ kind }) => kind === 'CASH')),
    waiverFen: fen(shares.filter(({ kind }) => kind === 'WAIVER')),
  };
}

/** The same for each programme, by code. */
export function aidByProgramme(shares: readonly PaidShare[]): ProgrammeAidSum[] {
  return [...Map.groupBy(shares, ({ programmeCode }) => programmeCode)]
    .map(([programmeCode, its]) => ({ programmeCode, ...aidSum(its) }))
    .toSorted((a, b) => (a.programmeCode < b.programmeCode ? -1 : 1));
}
