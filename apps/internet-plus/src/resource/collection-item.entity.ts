import { EntitySchema } from 'typeorm';

/** A resource in a collection. */
export interface CollectionItem {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  /** The collection. */
  collectionId: string;
  /** The resource. */
  resourceId: string;
  /** Its place, from 1. */
  place: number;
}

export const CollectionItemEntity = new EntitySchema<CollectionItem>({
  name: 'CollectionItem',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'collection_item_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'collection_item_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    collectionId: { type: 'uuid' },
    resourceId: { type: 'uuid' },
    place: { type: 'smallint' },
  },
  uniques: [{ name: 'collection_item_once_key', columns: ['countyCode', 'collectionId', 'resourceId'] }],
  foreignKeys: [
    {
      name: 'collection_item_collection_fkey',
      target: 'ResourceCollection',
      columnNames: ['countyCode', 'collectionId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
    {
      name: 'collection_item_resource_fkey',
      target: 'Resource',
      columnNames: ['countyCode', 'resourceId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'collection_item_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
  ],
});
