import { createHash } from 'node:crypto';
import type { Actor } from '@bureau/access';
import { GraphQLError } from 'graphql';
import type { EntityManager } from 'typeorm';
import { badUserInput } from './failure.ts';

export interface IdempotentAct {
  /** The mutation. */
  operation: string;
  /** The caller's key; null when the caller does not ask for it. */
  key: string | null | undefined;
  input: unknown;
}

function keyReused(): GraphQLError {
  const message = 'This idempotency key was used for another input; use a new key for a new act.';
  return new GraphQLError(message, { extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } });
}

const KEY_MAX = 200;

/** The table behind `once`, for an office's first migration. */
export const idempotencyTable = (serviceRole: string) => `
  CREATE TABLE idempotency_record (
    county_code varchar(6) NOT NULL,
    subject text NOT NULL,
    operation text NOT NULL,
    key text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
    input_hash bytea NOT NULL,
    answer jsonb,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (county_code, subject, operation, key)
  );
  ALTER TABLE idempotency_record ENABLE ROW LEVEL SECURITY;
  CREATE POLICY own_acts ON idempotency_record TO ${serviceRole} USING (
    county_code = (SELECT current_setting('bureau.county', true)) AND subject = (SELECT current_setting('bureau.subject', true))
  );
  GRANT SELECT, INSERT, UPDATE ON idempotency_record TO ${serviceRole};
`;

/**
 * Does the act once for a caller's key: a repeat gets the first answer, also when both come at the same moment (the
 * second waits for the first's transaction). The same key with another input is refused.
 */
export async function once<Answer>(
  manager: EntityManager,
  actor: Actor,
  act: IdempotentAct,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (act.key == null) return work();
  if (act.key.length < 1 || act.key.length > KEY_MAX)
    throw badUserInput(`The idempotency key must have 1 to ${KEY_MAX} characters.`, 'input.idempotencyKey');
  const place = [actor.scope.county, actor.subject, act.operation, act.key];
  const hash = createHash('sha256')
    .update(JSON.stringify([actor.scope, act.input]))
    .digest();
  const claimed: unknown[] = await manager.query(
    `INSERT INTO idempotency_record (county_code, subject, operation, key, input_hash) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING RETURNING key`,
    [...place, hash],
  );
  if (claimed.length === 0) return firstAnswer(manager, place, hash);
  const answer = await work();
  await manager.query(
    `UPDATE idempotency_record SET answer = $5 WHERE county_code = $1 AND subject = $2 AND operation = $3 AND key = $4`,
    [...place, JSON.stringify(answer)],
  );
  return answer;
}

async function firstAnswer<Answer>(manager: EntityManager, place: string[], hash: Buffer): Promise<Answer> {
  const [record]: { input_hash: Buffer; answer: Answer }[] = await manager.query(
    `SELECT input_hash, answer FROM idempotency_record WHERE county_code = $1 AND subject = $2 AND operation = $3 AND key = $4`,
    place,
  );
  if (!record?.input_hash.equals(hash)) throw keyReused();
  return record.answer;
}
