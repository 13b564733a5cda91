import { escapeIdentifier } from 'pg';

/** The cursors, for a migration of an office that subscribes. Released migrations call it: never edit it, add a new one. */
export function subscriptionTables(serviceRole: string): string {
  return `
CREATE TABLE subscription_cursor (
  source text NOT NULL,
  feed_id uuid,
  position bigint NOT NULL,
  moved_at timestamptz NOT NULL,
  CONSTRAINT subscription_cursor_pkey PRIMARY KEY (source)
);
GRANT SELECT, INSERT, UPDATE ON subscription_cursor TO ${escapeIdentifier(serviceRole)};
`;
}
