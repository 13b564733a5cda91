import { EntitySchema } from 'typeorm';

/** That a class of a school used a resource on a day (资源应用). */
export interface ResourceUse {
  countyCode: string;
  id: string;
  schoolId: string;
  townshipCode: string;
  /** The resource. */
  resourceId: string;
  /** The class. */
  className: string;
  /** The day. */
  usedOn: string;
  /** In how many lessons. */
  lessons: number;
}

export const ResourceUseEntity = new EntitySchema<ResourceUse>({
  name: 'ResourceUse',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'resource_use_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'resource_use_pkey' },
    schoolId: { type: 'uuid' },
    townshipCode: { type: 'varchar', length: 9 },
    resourceId: { type: 'uuid' },
    className: { type: 'text' },
    usedOn: { type: 'date' },
    lessons: { type: 'smallint' },
  },
  uniques: [
    { name: 'resource_use_once_key', columns: ['countyCode', 'schoolId', 'usedOn', 'className', 'resourceId'] },
  ],
  foreignKeys: [
    {
      name: 'resource_use_resource_fkey',
      target: 'Resource',
      columnNames: ['countyCode', 'resourceId'],
      referencedColumnNames: ['countyCode', 'id'],
    },
  ],
  checks: [
    { name: 'resource_use_township_check', expression: `township_code ~ ('^' || county_code || '[0-9]{3}$')` },
    { name: 'resource_use_lessons_check', expression: `lessons BETWEEN 1 AND 20` },
    { name: 'resource_use_words_check', expression: `class_name <> ''` },
  ],
});
