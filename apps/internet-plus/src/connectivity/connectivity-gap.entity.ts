import { EntitySchema } from 'typeorm';

/** What an open school lacks by its latest survey and the rooms in use, with the children whom that affects; drawn by its list, no table. */
export interface ConnectivityGap {
  countyCode: string;
  /** The school's. */
  id: string;
  schoolId: string;
  townshipCode: string;
  /** Children of the school, as enrollment last counted them. */
  children: number;
  /** Mbps by the latest survey; 0 when it was never surveyed. */
  broadbandMbps: number;
  isBelowTarget: boolean;
  classesWithoutMultimedia: number;
}

const primary = { primary: true } as const;

export const ConnectivityGapEntity = new EntitySchema<ConnectivityGap>({
  name: 'ConnectivityGap',
  synchronize: false,
  columns: {
    countyCode: { type: 'varchar', length: 6, ...primary },
    id: { type: 'uuid', ...primary },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    children: { type: 'integer' },
    broadbandMbps: { type: 'integer' },
    isBelowTarget: { type: 'boolean' },
    classesWithoutMultimedia: { type: 'integer' },
  },
});
