/** What was paid, as four sides have it. */
export interface Sides {
  entitlementFen: string;
  batchFen: string;
  bankFen: string;
  ledgerFen: string;
}

/** Entitlement = batch = bank = ledger, down to the fen, and no payment of which they differ. */
export function agrees({ entitlementFen, batchFen, bankFen, ledgerFen }: Sides, witnesses: number): boolean {
  return witnesses === 0 && [batchFen, bankFen, ledgerFen].every((fen) => fen === entitlementFen);
}
