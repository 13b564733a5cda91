import { statusFor } from './status.rules.ts';

const refused = '{"errors":[{"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}';
const malformed = '{"errors":[{"extensions":{"code":"BAD_REQUEST"}}]}';

it.each([
  [400, 'application/json; charset=utf-8', refused, ['GRAPHQL_VALIDATION_FAILED'], 200],
  [400, 'application/json; charset=utf-8', refused, [], 200],
  [400, 'application/graphql-response+json; charset=utf-8', refused, ['GRAPHQL_VALIDATION_FAILED'], 400],
  [400, 'application/json; charset=utf-8', malformed, [], 400],
  [400, 'application/json; charset=utf-8', malformed, ['BAD_REQUEST'], 400],
  [401, 'application/json; charset=utf-8', '', [], 401],
  [200, 'application/json; charset=utf-8', '', [], 200],
])('a %i as %s becomes what GraphQL over HTTP wants', (status, contentType, body, codes, expected) => {
  expect(statusFor(status, contentType, body, codes)).toBe(expected);
});
