import { HeaderMap } from '@apollo/server';
import { AccessRefusal, type TokenVerifier } from '@bureau/access';
import { GraphQLError, parse, type SelectionNode } from 'graphql';
import type { Language } from '../language.ts';

export interface CallerRequest {
  authorization: string | undefined;
  query: unknown;
  language: Language;
}

const chinese = { UNAUTHENTICATED: '请先登录', SERVICE_UNAVAILABLE: '暂时无法核实登录身份' };

/** Lets a caller in by token; without one only `__typename` is answered, so that anybody can see that the gateway lives. */
export async function authenticate(verifier: TokenVerifier, caller: CallerRequest): Promise<void> {
  if (caller.authorization === undefined && asksOnlyTypename(caller.query)) return;
  try {
    await verifier.verify(caller.authorization);
  } catch (error) {
    if (!(error instanceof AccessRefusal)) throw error;
    const message = caller.language === 'en' ? error.message : `${chinese[error.code]}。${error.message}`;
    const headers = new HeaderMap(error.status === 401 ? [['www-authenticate', 'Bearer']] : []);
    throw new GraphQLError(message, { extensions: { code: error.code, http: { status: error.status, headers } } });
  }
}

const enoughTokens = 12;

function asksOnlyTypename(query: unknown): boolean {
  if (typeof query !== 'string') return false;
  try {
    const { definitions } = parse(query, { noLocation: true, maxLexicalTokens: enoughTokens });
    return definitions.every(
      (definition) =>
        definition.kind === 'OperationDefinition' &&
        definition.operation === 'query' &&
        definition.selectionSet.selections.every(isPlainTypename),
    );
  } catch {
    return false;
  }
}

function isPlainTypename(selection: SelectionNode): boolean {
  return selection.kind === 'Field' && selection.name.value === '__typename' && selection.directives?.length === 0;
}
