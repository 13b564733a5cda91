import { escapeIdentifier } from 'pg';

/**
 * The outbox, for a migration of an office that publishes. Released migrations call it: never edit it, add a new one.
 *
 * The service role records and reads; only `publish_outbox()`, which runs as the owner, gives positions.
 *
 * @see docs/adr/0003-feed-positions-by-sequencer.md
 */
export function outboxTables(serviceRole: string): string {
  const role = escapeIdentifier(serviceRole);
  return `
${TABLES}
${SEQUENCER}

ALTER TABLE outbox_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY outbox_record ON outbox_event FOR INSERT TO ${role}
  WITH CHECK (county_code = (SELECT current_setting('bureau.county', true)));
CREATE POLICY outbox_feed ON outbox_event FOR SELECT TO ${role}
  USING ((SELECT current_setting('bureau.feed', true)) = 'on');

REVOKE ALL ON FUNCTION publish_outbox(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION publish_outbox(integer) TO ${role};
GRANT SELECT, INSERT ON outbox_event TO ${role};
GRANT SELECT ON feed_head TO ${role};
`;
}

const TABLES = `
CREATE TABLE outbox_event (
  county_code varchar(6) NOT NULL,
  id uuid NOT NULL,
  type text NOT NULL,
  subject text NOT NULL,
  occurred_at timestamptz NOT NULL,
  dataschema text NOT NULL,
  data jsonb NOT NULL,
  recorded_order bigint GENERATED ALWAYS AS IDENTITY,
  position bigint,
  CONSTRAINT outbox_event_pkey PRIMARY KEY (county_code, id)
);
CREATE INDEX outbox_event_unpublished_idx ON outbox_event (recorded_order) WHERE position IS NULL;
CREATE INDEX outbox_event_position_idx ON outbox_event (position) WHERE position IS NOT NULL;

CREATE TABLE feed_head (
  is_only boolean NOT NULL DEFAULT true CONSTRAINT feed_head_is_only_check CHECK (is_only),
  feed_id uuid NOT NULL,
  position bigint NOT NULL,
  CONSTRAINT feed_head_pkey PRIMARY KEY (is_only)
);
INSERT INTO feed_head (feed_id, position) VALUES (gen_random_uuid(), 0);`;

const SEQUENCER = `
CREATE FUNCTION publish_outbox(most integer) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path FROM CURRENT
-- A session keeps its plans: none made for an empty table may read a full one from end to end.
SET enable_seqscan = off
AS $publish$
DECLARE
  head bigint;
  given integer;
BEGIN
  IF NOT EXISTS (SELECT FROM outbox_event WHERE position IS NULL) THEN
    RETURN 0;
  END IF;

  -- A position that was read must survive a crash, whatever the role's setting.
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT position INTO head FROM feed_head FOR UPDATE;

  -- Under the lock, with a snapshot taken after it (READ COMMITTED, volatile): whatever commits later comes later.
  UPDATE outbox_event AS event SET position = head + turn.number
  FROM (
    SELECT recorded_order, row_number() OVER (ORDER BY recorded_order) AS number
    FROM outbox_event WHERE position IS NULL ORDER BY recorded_order LIMIT most
  ) AS turn
  WHERE event.position IS NULL AND event.recorded_order = turn.recorded_order;

  GET DIAGNOSTICS given = ROW_COUNT;
  UPDATE feed_head SET position = head + given WHERE given > 0;
  RETURN given;
END
$publish$;`;
