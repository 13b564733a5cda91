import { parseArgs } from 'node:util';
import { actorFromClaims, isRole, ROLES, type Reach } from '@bureau/access';
import { Fault } from '@bureau/postgres';
import type { Grant } from '@bureau/testing/issuer';

export interface TokenRequest {
  grant: Grant;
  /** Ten digits: the grant's school is still to be found by its 学校标识码. */
  schoolCode?: string;
  expiresInSeconds: number;
}

const options = {
  role: { type: 'string' },
  county: { type: 'string' },
  township: { type: 'string' },
  school: { type: 'string' },
  class: { type: 'string' },
  subject: { type: 'string' },
  expires: { type: 'string' },
} as const;

const neededPlaces: Record<Reach, readonly ('township' | 'school' | 'class')[]> = {
  county: [],
  township: ['township'],
  school: ['school'],
  class: ['school', 'class'],
};
const examples = {
  township: '640121102, the nine-digit code',
  school: 'its 学校标识码 of ten digits, or its id',
  class: 'its id',
};
const secondsOf = { s: 1, m: 60, h: 3600, d: 86_400 } as const;
const longestSeconds = 30 * secondsOf.d;

/** The token somebody asks for on the command line, or one line that says what is missing or wrong. */
export function readTokenRequest(words: readonly string[]): TokenRequest {
  const given = parse(words);
  const role = given.role ?? '';
  if (!isRole(role)) {
    throw new Fault(
      `${role ? `There is no role ${role}` : 'Which role? --role <role>'}; roles: ${Object.keys(ROLES).join(', ')}.`,
    );
  }
  const needed = neededPlaces[ROLES[role].reach];
  const missing = needed.find((place) => !given[place]);
  if (missing)
    throw new Fault(
      `The role ${role} sees one ${ROLES[role].reach}: say which with --${missing} (${examples[missing]}).`,
    );
  const idle = (['township', 'school', 'class'] as const).find((place) => given[place] && !needed.includes(place));
  if (idle) throw new Fault(`The role ${role} sees its whole ${ROLES[role].reach}: leave --${idle} out.`);

  const isCode = /^\d{10}$/.test(given.school ?? '');
  const { township, school } = given;
  const grant: Grant = {
    subject: given.subject ?? `demo-${role}`,
    roles: [role],
    county: given.county ?? '640121',
    ...(township && { township }),
    ...(school && !isCode && { school }),
    ...(given.class && { class: given.class }),
  };
  checkGrant(isCode ? { ...grant, school: `${grant.county}.00000000-0000-7000-8000-000000000000` } : grant);
  return {
    grant,
    ...(isCode && school && { schoolCode: school }),
    expiresInSeconds: secondsUntilExpiry(given.expires ?? '8h'),
  };
}

function parse(words: readonly string[]): Partial<Record<keyof typeof options, string>> {
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const known = Object.keys(options)
      .map((name) => `--${name}`)
      .join(' ');
    throw new Fault(`${error instanceof Error ? error.message.split('. ')[0] : String(error)}. Options: ${known}.`);
  }
}

/** As every service will read it; so a token that is printed is a token that is accepted. */
function checkGrant({ subject, ...claims }: Grant): void {
  try {
    actorFromClaims({ sub: subject, ...claims });
  } catch (error) {
    throw new Fault(error instanceof Error ? error.message : String(error));
  }
}

function secondsUntilExpiry(text: string): number {
  const [, amount, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  const seconds = Number(amount) * secondsOf[(unit ?? 's') as keyof typeof secondsOf];
  if (seconds > 0 && seconds <= longestSeconds) return seconds;
  throw new Fault(`--expires ${text} is not a time such as 30m, 8h or 7d; at most 30d.`);
}
