/** A school as other offices' fields refer to it. */
export interface SchoolReference {
  countyCode: string;
  id: string;
}
