/** A county as known here: by its code. */
export interface CountyReference {
  code: string;
}
