import { EntitySchema } from 'typeorm';

/** Resources that were put together for a school or teaching point (资源包). */
export interface ResourceCollection {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  /** Its name. */
  name: string;
  /** What it is for. */
  purpose: string;
  version: number;
}

export const ResourceCollectionEntity = new EntitySchema<ResourceCollection>({
  name: 'ResourceCollection',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'resource_collection_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'resource_collection_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    name: { type: 'text' },
    purpose: { type: 'text' },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'resource_collection_name_key', columns: ['countyCode', 'schoolId', 'name'] }],
  checks: [
    { name: 'resource_collection_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
    { name: 'resource_collection_words_check', expression: `name <> '' AND purpose <> ''` },
  ],
});
