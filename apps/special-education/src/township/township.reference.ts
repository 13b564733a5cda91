/** A division as known here: its code. */
export interface Township {
  code: string;
}
