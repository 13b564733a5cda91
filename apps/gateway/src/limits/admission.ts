import { GraphQLError, Lexer, parse, Source, TokenKind, type DocumentNode } from 'graphql';
import { Lru } from '../lru.ts';
import { measureDocument, type DocumentLimits, type DocumentMeasure } from './document-measure.ts';
import { limitExceeded, type LimitCode } from './limit-exceeded.ts';
import { nestingBeyond } from './nesting.ts';

export interface AdmissionLimits extends DocumentLimits {
  querySize: number;
  tokens: number;
}

const codes: [keyof DocumentMeasure, LimitCode][] = [
  ['rootFields', 'ROOT_FIELD_LIMIT_EXCEEDED'],
  ['aliases', 'ALIAS_LIMIT_EXCEEDED'],
  ['depth', 'DEPTH_LIMIT_EXCEEDED'],
  ['fields', 'FIELD_LIMIT_EXCEEDED'],
];

/** Brackets within brackets, values included: more would be a load for every walk over the document. */
const NESTING_MAX = 100;
const rememberedCharacters = 1_000_000;

/** Checks what a query costs to validate and plan before either is done. Queries admitted once are remembered. */
export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #admitted = new Lru<true>(rememberedCharacters);

  constructor(limits: AdmissionLimits) {
    this.#limits = limits;
  }

  admit(query: string): void {
    if (this.#admitted.get(query)) return;
    const { querySize } = this.#limits;
    if (query.length > querySize) throw limitExceeded('QUERY_SIZE_LIMIT_EXCEEDED', querySize, query.length);
    const nesting = nestingBeyond(NESTING_MAX, query);
    if (nesting) throw limitExceeded('DEPTH_LIMIT_EXCEEDED', NESTING_MAX, nesting);
    const document = this.#parse(query);
    if (!document) return;
    const measure = measureDocument(document);
    for (const [name, code] of codes) {
      if (measure[name] > this.#limits[name]) throw limitExceeded(code, this.#limits[name], measure[name]);
    }
    this.#admitted.set(query, true, query.length);
  }

  /** Nothing when the query cannot be parsed: the server says so in its own words. */
  #parse(query: string): DocumentNode | undefined {
    const { tokens } = this.#limits;
    try {
      return parse(query, { noLocation: true, maxLexicalTokens: tokens });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const value = countTokens(query);
      if (value > tokens) throw limitExceeded('TOKEN_LIMIT_EXCEEDED', tokens, value);
      return undefined;
    }
  }
}

/** Tokens up to the first character that is none. */
function countTokens(query: string): number {
  const lexer = new Lexer(new Source(query));
  let count = 0;
  try {
    while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
  return count;
}
