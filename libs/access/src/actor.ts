import { AccessRefusal } from './refusal.ts';
import type { Reach } from './role-grant.ts';
import { isRole, ROLES, type Role } from './roles.ts';
import type { Scope } from './scopes.ts';

/** Where the actor's rows lie. Holds what its reach needs and nothing else: `township` only with reach township, `class` always with its `school`. */
export interface ActorScope {
  reach: Reach;
  /** GB/T 2260, six digits. */
  county: string;
  /** Nine digits. */
  township?: string;
  /** UUID. */
  school?: string;
  /** UUID. */
  class?: string;
}

export interface Actor {
  subject: string;
  /** The roles in effect: those whose reach is the scope's reach. */
  roles: readonly Role[];
  scope: ActorScope;
  scopes: ReadonlySet<Scope>;
}

/** The claims of a token that this platform reads; `school` and `class` are GraphQL ids, `<county>.<uuid>`. */
export type Claims = Readonly<Record<string, unknown>>;

const narrowestFirst = ['class', 'school', 'township', 'county'] as const satisfies readonly Reach[];
const neededClaims: Record<Reach, readonly Exclude<Reach, 'county'>[]> = {
  county: [],
  township: ['township'],
  school: ['school'],
  class: ['school', 'class'],
};
const idForm = /^(\d{6})\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/**
 * Who the claims say is asking. Refuses rather than guesses: a role never sees further than its claim,
 * and with several roles the narrowest claim decides the reach and only roles of that reach count.
 */
export function actorFromClaims(claims: Claims): Actor {
  const subject = requiredText(claims, 'sub');
  const county = countyOf(claims);
  const places = {
    township: townshipOf(claims, county),
    school: uuidOf(claims, 'school', county),
    class: uuidOf(claims, 'class', county),
  };
  const claimed = rolesOf(claims);

  for (const role of claimed) {
    const absent = neededClaims[ROLES[role].reach].find((place) => places[place] === undefined);
    if (absent) throw refused(`the role ${role} needs the claim "${absent}"`);
  }

  const reach = narrowestFirst.find((place) => place === 'county' || places[place] !== undefined) ?? 'county';
  const roles = claimed.filter((role) => ROLES[role].reach === reach);
  if (roles.length === 0) throw refused(`the claim "${reach}" fits none of its roles`);

  const scope: ActorScope = { reach, county };
  for (const place of neededClaims[reach]) {
    const value = places[place];
    if (value !== undefined) scope[place] = value;
  }
  return { subject, roles, scope, scopes: new Set(roles.flatMap((role): readonly Scope[] => ROLES[role].scopes)) };
}

function rolesOf(claims: Claims): Role[] {
  const { roles } = claims;
  if (!Array.isArray(roles) || roles.length === 0)
    throw refused('the claim "roles" must be a list of at least one role');
  return roles.map((role: unknown) => {
    if (typeof role !== 'string' || !isRole(role)) throw refused('it names a role that does not exist');
    return role;
  });
}

function countyOf(claims: Claims): string {
  const county = requiredText(claims, 'county');
  if (!/^\d{6}$/.test(county)) throw refused('the claim "county" must be a six-digit code (GB/T 2260)');
  return county;
}

function townshipOf(claims: Claims, county: string): string | undefined {
  if (claims['township'] === undefined) return undefined;
  const township = requiredText(claims, 'township');
  if (!/^\d{9}$/.test(township) || !township.startsWith(county)) {
    throw refused('the claim "township" must be a nine-digit code of the same county');
  }
  return township;
}

function uuidOf(claims: Claims, name: 'school' | 'class', county: string): string | undefined {
  if (claims[name] === undefined) return undefined;
  const [, idCounty, uuid] = idForm.exec(requiredText(claims, name)) ?? [];
  if (uuid === undefined || idCounty !== county) {
    throw refused(`the claim "${name}" must be an id <county>.<uuid> of the same county`);
  }
  return uuid;
}

function requiredText(claims: Claims, name: string): string {
  const value = claims[name];
  if (typeof value !== 'string' || value === '' || /\p{Cc}/u.test(value))
    throw refused(`the claim "${name}" must be a text without control characters`);
  return value;
}

function refused(reason: string): AccessRefusal {
  return new AccessRefusal('UNAUTHENTICATED', `The token is not accepted: ${reason}.`);
}
