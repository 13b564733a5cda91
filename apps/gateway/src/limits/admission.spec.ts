import { GraphQLError } from 'graphql';
import { Admission } from './admission.ts';

const limits = { querySize: 2_000, tokens: 400, depth: 3, aliases: 3, rootFields: 3, fields: 100 };

function refusal(query: string): Record<string, unknown> | undefined {
  try {
    new Admission(limits).admit(query);
    return undefined;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { code, limit, value } = error.extensions;
    return { code, limit, value };
  }
}

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');

it.each([
  ['DEPTH_LIMIT_EXCEEDED', 3, (n: number) => '{ a '.repeat(n) + '} '.repeat(n)],
  ['ALIAS_LIMIT_EXCEEDED', 3, (n: number) => `{ a { ${times(n, (i) => `a${i}: b`)} } }`],
  ['ROOT_FIELD_LIMIT_EXCEEDED', 3, (n: number) => `{ ${times(n, () => 'a')} }`],
  ['FIELD_LIMIT_EXCEEDED', 100, (n: number) => `{ a { ${times(n - 1, () => 'b')} } }`],
  ['TOKEN_LIMIT_EXCEEDED', 400, (n: number) => `{ a(list: [${times(n - 9, () => '1')}]) }`],
  ['QUERY_SIZE_LIMIT_EXCEEDED', 2_000, (n: number) => `{ a } #${'x'.repeat(n - 7)}`],
])('%s begins one past %i', (code, limit, query) => {
  expect(refusal(query(limit))).toBeUndefined();
  expect(refusal(query(limit + 1))).toEqual({ code, limit, value: limit + 1 });
});

it('leaves what cannot be parsed to the server', () => {
  expect(refusal('{')).toBeUndefined();
  expect(refusal('{ "')).toBeUndefined();
});

it('admits a query again without looking, and never one that was refused', () => {
  const admission = new Admission(limits);
  for (let i = 0; i < 2; i += 1) {
    expect(() => admission.admit('{ a { b } }')).not.toThrow();
    expect(() => admission.admit('{ a { a { a { a } } } }')).toThrow('nests 4 levels of fields; at most 3 are allowed');
  }
});
