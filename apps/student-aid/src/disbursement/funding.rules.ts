import { allocate } from '@bureau/money';

/** So many payments of one amount. */
export interface AmountCount {
  amountFen: bigint;
  count: number;
}

export interface FundShare {
  fundId: string;
  share: number;
}

/**
 * What each fund gives for payments: every payment is split by the shares for itself, down to the fen, so the parts of any
 * payments add up to the parts of all of them (docs/rules/student-aid.md#funds).
 */
export function fundParts(amounts: readonly AmountCount[], funding: readonly FundShare[]): Map<string, bigint> {
  const parts = new Map(funding.map(({ fundId }) => [fundId, 0n]));
  const shares = funding.map(({ share }) => share);
  for (const { amountFen, count } of amounts) {
    const split = allocate(amountFen, shares);
    funding.forEach(({ fundId }, at) => {
      parts.set(fundId, (parts.get(fundId) ?? 0n) + (split[at] ?? 0n) * BigInt(count));
    });
  }
  return parts;
}
