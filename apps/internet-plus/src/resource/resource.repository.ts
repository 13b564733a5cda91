import type { Connection } from '@bureau/subgraph';
import { RecordList } from '../record/record-list.repository.ts';
import { type Resource, ResourceEntity } from './resource.entity.ts';
import { type ResourceCollection, ResourceCollectionEntity } from './resource-collection.entity.ts';
import { type CollectionItem, CollectionItemEntity } from './collection-item.entity.ts';
import { type ResourceUse, ResourceUseEntity } from './resource-use.entity.ts';

export type ResourceConnection = Connection<Resource>;

/** The catalogue of digital resources (数字教育资源). */
export const resources = new RecordList(ResourceEntity, {
  conditions: {
    searchGrams: 'row.grams @> CAST(:searchGrams AS text[])',
    searchWords:
      'NOT EXISTS (SELECT FROM unnest(CAST(:searchWords AS text[])) word WHERE strpos(row.searched, word) = 0)',
    subjects: 'row.subject = ANY(:subjects)',
    stages: 'row.stage = ANY(:stages)',
    grades: '(row.grade IS NULL OR row.grade = ANY(:grades))',
    kinds: 'row.kind = ANY(:kinds)',
    providers: 'row.provider = ANY(:providers)',
    suits: 'row.suits @> CAST(:suits AS text[])',
    isOffered: '(row.withdrawnOn IS NULL) = :isOffered',
    collections:
      'EXISTS (SELECT FROM collection_item item WHERE item.county_code = row.county_code AND item.resource_id = row.id AND item.collection_id = ANY(:collections))',
    usedBy:
      'EXISTS (SELECT FROM resource_use used WHERE used.county_code = row.county_code AND used.resource_id = row.id AND used.school_id = ANY(:usedBy))',
  },
  ids: ['collections', 'usedBy'],
  orders: {
    ADDED_DESC: ['addedOn', 'DESC'],
    ADDED_ASC: ['addedOn', 'ASC'],
    TITLE_ASC: ['title', 'ASC'],
  },
  groupings: {
    SUBJECT: 'row.subject',
    KIND: 'row.kind',
    STAGE: 'row.stage',
    PROVIDER: 'row.provider',
  },
});

export type ResourceCollectionConnection = Connection<ResourceCollection>;

/** Collections of resources (资源包). */
export const resourceCollections = new RecordList(ResourceCollectionEntity, {
  conditions: {
    schools: 'row.schoolId = ANY(:schools)',
    townships: 'row.townshipCode = ANY(:townships)',
  },
  ids: ['schools'],
  orders: {
    NAME_ASC: ['name', 'ASC'],
  },
  groupings: {
    TOWNSHIP: 'row.townshipCode',
    SCHOOL: 'row.schoolId',
  },
});

export type CollectionItemConnection = Connection<CollectionItem>;

/** Resources in collections. */
export const collectionItems = new RecordList(CollectionItemEntity, {
  conditions: {
    collections: 'row.collectionId = ANY(:collections)',
    schools: 'row.schoolId = ANY(:schools)',
  },
  ids: ['collections', 'schools'],
  orders: {
    PLACE_ASC: ['place', 'ASC'],
  },
});

export type ResourceUseConnection = Connection<ResourceUse>;

/** Use of resources by school and class (资源应用). */
export const resourceUses = new RecordList(ResourceUseEntity, {
  conditions: {
    schools: 'row.schoolId = ANY(:schools)',
    townships: 'row.townshipCode = ANY(:townships)',
    resources: 'row.resourceId = ANY(:resources)',
    from: 'row.usedOn >= CAST(:from AS date)',
    until: 'row.usedOn <= CAST(:until AS date)',
  },
  ids: ['schools', 'resources'],
  orders: {
    USED_DESC: ['usedOn', 'DESC'],
  },
  groupings: {
    TOWNSHIP: 'row.townshipCode',
    SCHOOL: 'row.schoolId',
    CLASS_NAME: 'row.className',
    RESOURCE: 'row.resourceId',
    MONTH: `to_char(row.usedOn, 'YYYY-MM')`,
  },
  sums: { lessons: 'row.lessons' },
});
