/** The county as other offices' fields refer to it. */
export interface CountyReference {
  code: string;
}
