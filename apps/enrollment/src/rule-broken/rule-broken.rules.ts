/** A rule said no: which one, where in the input, and the values that a form needs. */
export interface Broken<Code extends string = string> {
  code: Code;
  /** Path in the input, dots between its parts. */
  field: string;
  /** The bound that was not kept: a day, a number, a version. */
  limit?: string | number;
  /** What would have been allowed. */
  allowed?: readonly string[];
  /** The value's own fault, in the words of the rule. */
  found?: string | number;
}
