import { EntitySchema } from 'typeorm';

/** A county whose education bureau works on this platform (区县). */
export interface County {
  /** GB/T 2260, six digits. */
  countyCode: string;
  name: string;
}

export const CountyEntity = new EntitySchema<County>({
  name: 'County',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'county_pkey' },
    name: { type: 'text' },
  },
});
