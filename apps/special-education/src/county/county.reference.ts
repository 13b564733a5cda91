/** A county as known here: its code. */
export interface County {
  code: string;
}
