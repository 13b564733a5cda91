import { EntitySchema } from 'typeorm';
import type { ResourceKind, ResourceSuit } from './resource-terms.rules.ts';

/** A digital resource of the catalogue (数字教育资源). */
export interface Resource {
  countyCode: string;
  id: string;
  /** Its title. */
  title: string;
  /** The subject. */
  subject: string;
  /** The stage, such as 小学. */
  stage: string;
  /** The grade, 1 to 12; null for all of the stage. */
  grade: number | null;
  /** The chapter of the textbook; may be empty. */
  chapter: string;
  /** What it is. */
  kind: ResourceKind;
  /** Who provides it. */
  provider: string;
  /** On what terms it may be used. */
  licence: string;
  /** Where it is; http or https. */
  link: string;
  /** Whom it suits beside a class. */
  suits: ResourceSuit[];
  /** The day on which it came into the catalogue. */
  addedOn: string;
  /** The day on which it was withdrawn; null while it is offered. */
  withdrawnOn: string | null;
  searched: string;
  grams: string[];
  version: number;
}

export const ResourceEntity = new EntitySchema<Resource>({
  name: 'Resource',
  columns: {
    countyCode: { type: 'varchar', length: 6, primary: true, primaryKeyConstraintName: 'resource_pkey' },
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'resource_pkey' },
    title: { type: 'text' },
    subject: { type: 'text' },
    stage: { type: 'text' },
    grade: { type: 'smallint', nullable: true },
    chapter: { type: 'text' },
    kind: { type: 'text' },
    provider: { type: 'text' },
    licence: { type: 'text' },
    link: { type: 'text' },
    suits: { type: 'text', array: true },
    addedOn: { type: 'date' },
    withdrawnOn: { type: 'date', nullable: true },
    searched: { type: 'text' },
    grams: { type: 'text', array: true },
    version: { type: 'integer', default: 1 },
  },
  indices: [
    { name: 'resource_grams_idx', columns: ['grams'], synchronize: false },
    { name: 'resource_added_idx', columns: ['countyCode', 'addedOn', 'id'] },
    { name: 'resource_subject_idx', columns: ['countyCode', 'subject', 'addedOn', 'id'] },
  ],
  checks: [
    {
      name: 'resource_kind_check',
      expression: `kind IN ('VIDEO', 'COURSEWARE', 'EXERCISE', 'LESSON_PLAN', 'EBOOK', 'OTHER')`,
    },
    { name: 'resource_words_check', expression: `title <> '' AND subject <> '' AND provider <> '' AND licence <> ''` },
    { name: 'resource_link_check', expression: `link ~ '^https?://[^[:space:]]+$'` },
    { name: 'resource_grade_check', expression: `grade BETWEEN 1 AND 12` },
    { name: 'resource_suits_check', expression: `suits <@ ARRAY['HOME_TAUGHT', 'SMALL_SCHOOL']` },
    { name: 'resource_dates_check', expression: `withdrawn_on >= added_on` },
  ],
});
