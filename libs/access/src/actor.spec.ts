import fc from 'fast-check';
import { actorFromClaims, type Claims } from './actor.ts';
import { ROLES, type Role } from './roles.ts';

const schoolUuid = '019356a0-0000-7000-8000-00000000000a';
const classUuid = '019356a0-0000-7000-8000-00000000000b';
const school = `640121.${schoolUuid}`;
const schoolClass = `640121.${classUuid}`;
const township = '640121104';

const claims = (more: Claims): Claims => ({ sub: 'li', county: '640121', ...more });
const refusalOf = (more: Claims): unknown => {
  try {
    return actorFromClaims(claims(more));
  } catch (error) {
    return error;
  }
};

describe('the scope of an actor', () => {
  it.each<[string, Claims, object]>([
    ['a leader, the county', { roles: ['county-leader'] }, { reach: 'county', county: '640121' }],
    [
      'a township officer, the township',
      { roles: ['township-leader'], township },
      { reach: 'township', county: '640121', township },
    ],
    [
      'a registrar, the school',
      { roles: ['school-registrar'], school },
      { reach: 'school', county: '640121', school: schoolUuid },
    ],
    [
      'a homeroom teacher, the class and its school',
      { roles: ['homeroom-teacher'], school, class: schoolClass },
      { reach: 'class', county: '640121', school: schoolUuid, class: classUuid },
    ],
    [
      'a registrar whose token also names the township, the school alone',
      { roles: ['school-registrar'], school, township },
      { reach: 'school', county: '640121', school: schoolUuid },
    ],
  ])('is for %s', (_, more, expected) => {
    expect(actorFromClaims(claims(more)).scope).toEqual(expected);
  });
});

describe('several roles', () => {
  it('of one reach add up', () => {
    const { roles, scopes } = actorFromClaims(claims({ roles: ['student-aid-office', 'internet-plus-office'] }));
    expect(roles).toEqual(['student-aid-office', 'internet-plus-office']);
    const both = [...ROLES['student-aid-office'].scopes, ...ROLES['internet-plus-office'].scopes];
    expect([...scopes].sort()).toEqual([...new Set(both)].sort());
  });

  it('of different reach count only as far as the narrowest claim', () => {
    const actor = actorFromClaims(claims({ roles: ['principal', 'subject-teacher'], school, class: schoolClass }));
    expect(actor.roles).toEqual(['subject-teacher']);
    expect([...actor.scopes].sort()).toEqual([...ROLES['subject-teacher'].scopes].sort());
  });

  it('must each find their claim', () => {
    expect(refusalOf({ roles: ['county-leader', 'school-registrar'] })).toMatchObject({
      message: 'The token is not accepted: the role school-registrar needs the claim "school".',
    });
  });
});

describe('claims that are refused', () => {
  it.each<[string, Claims, string]>([
    ['no subject', { sub: '', roles: ['supervisor'] }, 'the claim "sub" must be a text without control characters'],
    [
      'a subject with NUL',
      { sub: 'a\u0000b', roles: ['supervisor'] },
      'the claim "sub" must be a text without control characters',
    ],
    [
      'no county',
      { county: undefined, roles: ['supervisor'] },
      'the claim "county" must be a text without control characters',
    ],
    [
      'a county of seven digits',
      { county: '6401210', roles: ['supervisor'] },
      'the claim "county" must be a six-digit code (GB/T 2260)',
    ],
    ['no roles', {}, 'the claim "roles" must be a list of at least one role'],
    ['an empty list of roles', { roles: [] }, 'the claim "roles" must be a list of at least one role'],
    ['an unknown role', { roles: ['supervisor', 'root'] }, 'it names a role that does not exist'],
    ['a role named like a property of every object', { roles: ['constructor'] }, 'it names a role that does not exist'],
    [
      'a registrar without a school',
      { roles: ['school-registrar'] },
      'the role school-registrar needs the claim "school"',
    ],
    [
      'a registrar with a township instead',
      { roles: ['school-registrar'], township },
      'the role school-registrar needs the claim "school"',
    ],
    [
      'a township leader without a township',
      { roles: ['township-leader'] },
      'the role township-leader needs the claim "township"',
    ],
    [
      'a teacher without a class',
      { roles: ['homeroom-teacher'], school },
      'the role homeroom-teacher needs the claim "class"',
    ],
    [
      'a class without its school',
      { roles: ['homeroom-teacher'], class: schoolClass },
      'the role homeroom-teacher needs the claim "school"',
    ],
    ['a leader with a school', { roles: ['county-leader'], school }, 'the claim "school" fits none of its roles'],
    [
      'a township of another county',
      { roles: ['township-leader'], township: '640122104' },
      'the claim "township" must be a nine-digit code of the same county',
    ],
    [
      'a village as township',
      { roles: ['township-leader'], township: '640121104200' },
      'the claim "township" must be a nine-digit code of the same county',
    ],
    [
      'a school of another county',
      { roles: ['principal'], school: `640122.${schoolUuid}` },
      'the claim "school" must be an id <county>.<uuid> of the same county',
    ],
    [
      'a bare uuid as school',
      { roles: ['principal'], school: schoolUuid },
      'the claim "school" must be an id <county>.<uuid> of the same county',
    ],
    [
      'a school that is no text',
      { roles: ['principal'], school: [school] },
      'the claim "school" must be a text without control characters',
    ],
  ])('%s', (_, more, reason) => {
    expect(refusalOf(more)).toMatchObject({
      code: 'UNAUTHENTICATED',
      message: `The token is not accepted: ${reason}.`,
    });
  });
});

it('never reaches further than the narrowest claim, nor holds a permission that no role gives', () => {
  const anyRoles = fc.subarray(Object.keys(ROLES) as Role[], { minLength: 1 });
  const anyPlaces = fc.record(
    { township: fc.constant(township), school: fc.constant(school), class: fc.constant(schoolClass) },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(anyRoles, anyPlaces, (roles, places) => {
      const actor = refusalOf({ roles, ...places });
      if (actor instanceof Error) return;
      const { scope, scopes } = actor as ReturnType<typeof actorFromClaims>;
      if (places.class) expect(scope.class).toBe(classUuid);
      if (places.school) expect(scope.school).toBe(schoolUuid);
      if (places.township && !places.school) expect(scope.township).toBe(township);
      const granted = roles
        .filter((role) => ROLES[role].reach === scope.reach)
        .flatMap((role): readonly string[] => ROLES[role].scopes);
      expect([...scopes].sort()).toEqual([...new Set(granted)].sort());
    }),
  );
});
