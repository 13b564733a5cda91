import { GraphQLError, Lexer, Source, type Token, TokenKind } from 'graphql';

const OPENING = new Set(['{', '[', '(']);
const CLOSING = new Set(['}', ']', ')']);

function deepest(marks: Iterable<string>): number {
  let [depth, most] = [0, 0];
  for (const mark of marks) {
    if (OPENING.has(mark)) most = Math.max(most, (depth += 1));
    else if (CLOSING.has(mark)) depth -= 1;
  }
  return most;
}

function* kindsOf(query: string): Generator<string> {
  const lexer = new Lexer(new Source(query));
  try {
    for (let token: Token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) yield token.kind;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
}

/**
 * How deep the brackets of a query nest, if deeper than the limit; the parser and all who walk its tree go as deep.
 * Brackets in texts and comments do not count, and are looked at only when they would.
 */
export function nestingBeyond(limit: number, query: string): number | undefined {
  if (deepest(query) <= limit) return undefined;
  const nesting = deepest(kindsOf(query));
  return nesting > limit ? nesting : undefined;
}
