/** How much a file may cost before it is refused. */
export interface Limits {
  maxFileBytes: number;
  /** Of all parts of a workbook together. */
  maxInflatedBytes: number;
  /** How many times its packed size a large part may have. */
  maxRatio: number;
  maxRows: number;
  maxColumns: number;
}

const MIB = 1024 * 1024;

export const DEFAULT_LIMITS: Limits = {
  maxFileBytes: 64 * MIB,
  maxInflatedBytes: 1024 * MIB,
  maxRatio: 200,
  maxRows: 300_000,
  maxColumns: 300,
};
