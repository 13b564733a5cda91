import { rowSecurity } from '@bureau/access';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'enrollment';
const CATEGORIES = `('AVERSE_TO_SCHOOL', 'DISABILITY', 'HOME_TEACHING', 'REGULAR_CLASS', 'DROPOUT_HISTORY', 'LEFT_BEHIND', 'HARDSHIP',
      'PSYCHOLOGICAL', 'AIDED', 'LONG_SICK_LEAVE')`;
const KINDS = `('STAGE_TRANSITION', 'UPPER_TRANSITION', 'MERGER', 'TRANSFER', 'STAFF_CHANGE', 'SUSPENSION_END')`;

/** Special children, and the packets in which one school hands them over to the next. */
export class CreateHandover1764200100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SPECIAL_FLAG + HANDOVER + HANDOVER_ITEM + SECURITY + SCHOOL_MENTION);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const SPECIAL_FLAG = `
  CREATE TABLE special_flag (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    student_id uuid NOT NULL,
    category text NOT NULL,
    source text NOT NULL,
    started_on date NOT NULL,
    ended_on date,
    CONSTRAINT special_flag_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT special_flag_category_check CHECK (category IN ${CATEGORIES}),
    CONSTRAINT special_flag_source_check CHECK (source IN ('SCHOOL', 'SPECIAL_EDUCATION')),
    CONSTRAINT special_flag_dates_check CHECK (ended_on >= started_on)
  );
  CREATE UNIQUE INDEX special_flag_standing_key ON special_flag (county_code, student_id, category, source) WHERE ended_on IS NULL;`;

const HANDOVER = `
  CREATE TABLE handover (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    from_school_id uuid NOT NULL,
    school_year smallint NOT NULL,
    prepared_on date NOT NULL,
    due_on date NOT NULL,
    CONSTRAINT handover_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT handover_school_fkey FOREIGN KEY (county_code, from_school_id) REFERENCES school (county_code, id),
    CONSTRAINT handover_kind_check CHECK (kind IN ${KINDS})
  );
  CREATE INDEX handover_prepared_idx ON handover (county_code, prepared_on, id);`;

const HANDOVER_ITEM = `
  CREATE TABLE handover_item (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    handover_id uuid NOT NULL,
    kind text NOT NULL,
    student_id uuid NOT NULL,
    student_name text NOT NULL,
    from_school_id uuid NOT NULL,
    from_class_id uuid NOT NULL,
    township_code varchar(9) NOT NULL,
    to_school_id uuid,
    categories text[] NOT NULL,
    summary text,
    state text NOT NULL,
    due_on date NOT NULL,
    sent_on date,
    received_on date,
    acknowledged_on date,
    arrived_on date,
    dropout_case_id uuid,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT handover_item_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT handover_item_handover_fkey FOREIGN KEY (county_code, handover_id) REFERENCES handover (county_code, id),
    CONSTRAINT handover_item_student_fkey FOREIGN KEY (county_code, student_id) REFERENCES student (county_code, id),
    CONSTRAINT handover_item_kind_check CHECK (kind IN ${KINDS}),
    CONSTRAINT handover_item_state_check CHECK (state IN ('DRAFT', 'SENT', 'RECEIVED', 'ACKNOWLEDGED', 'RETURNED_TO_SENDER', 'ARRIVED',
      'NOT_ARRIVED', 'CASE_OPENED', 'CLOSED')),
    CONSTRAINT handover_item_own_school_check CHECK (to_school_id <> from_school_id OR kind = 'STAFF_CHANGE'),
    CONSTRAINT handover_item_taken_check CHECK (state NOT IN ('RECEIVED', 'ACKNOWLEDGED', 'ARRIVED') OR to_school_id IS NOT NULL),
    CONSTRAINT handover_item_case_check CHECK (state <> 'CASE_OPENED' OR dropout_case_id IS NOT NULL),
    CONSTRAINT handover_item_arrived_check CHECK (state <> 'ARRIVED' OR arrived_on IS NOT NULL)
  );
  CREATE UNIQUE INDEX handover_item_open_key ON handover_item (county_code, student_id)
    WHERE state <> ALL (ARRAY['ARRIVED', 'CLOSED']);
  CREATE INDEX handover_item_packet_idx ON handover_item (county_code, handover_id, id);
  CREATE INDEX handover_item_due_idx ON handover_item (county_code, due_on, id);

  CREATE TABLE handover_step (
    county_code varchar(6) NOT NULL,
    id uuid NOT NULL,
    item_id uuid NOT NULL,
    act text NOT NULL,
    to_state text NOT NULL,
    to_school_id uuid,
    note text,
    taken_by text NOT NULL,
    taken_at timestamptz NOT NULL,
    CONSTRAINT handover_step_pkey PRIMARY KEY (county_code, id),
    CONSTRAINT handover_step_item_fkey FOREIGN KEY (county_code, item_id) REFERENCES handover_item (county_code, id)
  );
  CREATE INDEX handover_step_item_idx ON handover_step (county_code, item_id, id);`;

/** Who sees a child sees its flags; who sees an item sees its steps; a packet is seen with any of its items. */
const asSeen = (table: string, seen: string) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  CREATE POLICY actor_reach ON ${table} TO ${SERVICE} USING (
    county_code = (SELECT current_setting('bureau.county', true)) AND EXISTS (${seen})
  );
  GRANT SELECT, INSERT, UPDATE ON ${table} TO ${SERVICE};`;

const SECURITY = [
  asSeen(
    'special_flag',
    'SELECT FROM student AS s WHERE s.county_code = special_flag.county_code AND s.id = student_id',
  ),
  rowSecurity(
    'handover_item',
    { township: 'township_code', school: ['from_school_id', 'to_school_id'], class: 'from_class_id' },
    SERVICE,
  ),
  asSeen(
    'handover_step',
    'SELECT FROM handover_item AS i WHERE i.county_code = handover_step.county_code AND i.id = item_id',
  ),
  `ALTER TABLE handover ENABLE ROW LEVEL SECURITY;
   CREATE POLICY actor_reach ON handover TO ${SERVICE} USING (
     county_code = (SELECT current_setting('bureau.county', true)) AND (
       (SELECT current_setting('bureau.township', true) = '' AND current_setting('bureau.school', true) = '')
       OR from_school_id = (SELECT nullif(current_setting('bureau.school', true), '')::uuid)
       OR EXISTS (SELECT FROM handover_item AS i WHERE i.county_code = handover.county_code AND i.handover_id = handover.id))
   );
   GRANT SELECT, INSERT, UPDATE ON handover TO ${SERVICE};`,
].join('');

/** The county publishes which schools it has: who hands a child over names a school out of its own reach. Runs as the owner. */
const SCHOOL_MENTION = `
  CREATE FUNCTION school_mention(county varchar, ids uuid[]) RETURNS TABLE (id uuid, name text, opens_on date, closes_on date)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
  AS $mention$
    SELECT s.id, s.name, s.opens_on, s.closes_on FROM school AS s
    WHERE s.county_code = county AND s.id = ANY (ids) AND county = current_setting('bureau.county', true)
  $mention$;
  REVOKE ALL ON FUNCTION school_mention(varchar, uuid[]) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION school_mention(varchar, uuid[]) TO ${SERVICE};`;
