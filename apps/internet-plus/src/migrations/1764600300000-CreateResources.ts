import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'internet_plus';
const PLACE = { township: 'township_code', school: 'school_id' };

/** The catalogue of resources, collections of it and its use. */
export class CreateResources1764600300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RESOURCE + RESOURCE_COLLECTION + COLLECTION_ITEM + RESOURCE_USE + SECURITY + BESIDES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const RESOURCE = `
  CREATE TABLE resource (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    title text NOT NULL,
    subject text NOT NULL,
    stage text NOT NULL,
    grade smallint,
    chapter text NOT NULL,
    kind text NOT NULL,
    provider text NOT NULL,
    licence text NOT NULL,
    link text NOT NULL,
    suits text[] NOT NULL,
    added_on date NOT NULL,
    withdrawn_on date,
    searched text NOT NULL,
    grams text[] NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT resource_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT resource_kind_check CHECK (kind IN ('VIDEO', 'COURSEWARE', 'EXERCISE', 'LESSON_PLAN', 'EBOOK', 'OTHER')),
    CONSTRAINT resource_words_check CHECK (title <> '' AND subject <> '' AND provider <> '' AND licence <> ''),
    CONSTRAINT resource_link_check CHECK (link ~ '^https?://[^[:space:]]+$'),
    CONSTRAINT resource_grade_check CHECK (grade BETWEEN 1 AND 12),
    CONSTRAINT resource_suits_check CHECK (suits <@ ARRAY['HOME_TAUGHT', 'SMALL_SCHOOL']),
    CONSTRAINT resource_dates_check CHECK (withdrawn_on >= added_on)
  );
  CREATE INDEX resource_added_idx ON resource (county_code, added_on, id);
  CREATE INDEX resource_subject_idx ON resource (county_code, subject, added_on, id);`;

const RESOURCE_COLLECTION = `
  CREATE TABLE resource_collection (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    name text NOT NULL,
    purpose text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT resource_collection_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT resource_collection_name_key UNIQUE (county_code, school_id, name),
    CONSTRAINT resource_collection_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT resource_collection_words_check CHECK (name <> '' AND purpose <> '')
  );`;

const COLLECTION_ITEM = `
  CREATE TABLE collection_item (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    collection_id uuid NOT NULL,
    resource_id uuid NOT NULL,
    place smallint NOT NULL,
    CONSTRAINT collection_item_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT collection_item_once_key UNIQUE (county_code, collection_id, resource_id),
    CONSTRAINT collection_item_collection_fkey FOREIGN KEY (county_code, collection_id) REFERENCES resource_collection (county_code, id),
    CONSTRAINT collection_item_resource_fkey FOREIGN KEY (county_code, resource_id) REFERENCES resource (county_code, id),
    CONSTRAINT collection_item_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$'))
  );`;

const RESOURCE_USE = `
  CREATE TABLE resource_use (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    school_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    resource_id uuid NOT NULL,
    class_name text NOT NULL,
    used_on date NOT NULL,
    lessons smallint NOT NULL,
    CONSTRAINT resource_use_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT resource_use_once_key UNIQUE (county_code, school_id, used_on, class_name, resource_id),
    CONSTRAINT resource_use_resource_fkey FOREIGN KEY (county_code, resource_id) REFERENCES resource (county_code, id),
    CONSTRAINT resource_use_township_check CHECK (township_code ~ ('^' || county_code || '[0-9]{3}$')),
    CONSTRAINT resource_use_lessons_check CHECK (lessons BETWEEN 1 AND 20),
    CONSTRAINT resource_use_words_check CHECK (class_name <> '')
  );`;

const BESIDES = `
  CREATE INDEX resource_grams_idx ON resource USING gin (grams);
`;

const SECURITY = [
  ...['resource_collection', 'collection_item', 'resource_use'].map((table) => rowSecurity(table, PLACE, SERVICE)),
  ...['resource'].map((table) => rowSecurity(table, {}, SERVICE)),
].join('');
