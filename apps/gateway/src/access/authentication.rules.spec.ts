import { door, type DoorSettings } from './authentication.rules.ts';

const nothingSaid: DoorSettings = { GATEWAY_AUTH: undefined, OIDC_ISSUER: undefined, HOST: '127.0.0.1' };
const foreign = { isNamed: true, sdl: 'type Query { a: Int }' };
const guarded = { isNamed: true, sdl: 'schema { query: Query }\n\ndirective @access(scopes: [String!]!) on OBJECT' };

it.each<[string, Partial<DoorSettings>, typeof foreign, string]>([
  ['a foreign graph on this machine', {}, foreign, 'open'],
  ['a foreign graph on localhost', { HOST: 'localhost' }, foreign, 'open'],
  ['a foreign graph on IPv6 loopback', { HOST: '::1' }, foreign, 'open'],
  ['a foreign graph for other machines', { HOST: '0.0.0.0' }, foreign, 'refused'],
  ['a foreign graph on a name that only begins like loopback', { HOST: '127.0.0.1.example' }, foreign, 'refused'],
  ['a foreign graph with an issuer', { OIDC_ISSUER: 'https://login.example' }, foreign, 'verified'],
  ['a foreign graph that shall be closed', { GATEWAY_AUTH: 'on' }, foreign, 'refused'],
  ['a graph that guards its fields', {}, guarded, 'refused'],
  ['the graph of the bureau', {}, { ...foreign, isNamed: false }, 'refused'],
  ['anything that shall be open', { GATEWAY_AUTH: 'off', HOST: '0.0.0.0' }, guarded, 'open'],
])('%s', (_, settings, graph, kind) => {
  expect(door({ ...nothingSaid, ...settings }, graph).kind).toBe(kind);
});

it('says what is needed', () => {
  expect(door(nothingSaid, { ...foreign, isNamed: false })).toEqual({
    kind: 'refused',
    reason: 'OIDC_ISSUER: the issuer of the tokens is needed',
  });
});
