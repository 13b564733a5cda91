export interface DoorSettings {
  GATEWAY_AUTH: 'on' | 'off' | undefined;
  OIDC_ISSUER: string | undefined;
  HOST: string;
}

export interface ForeignGraph {
  /** Whether the file was named by SUPERGRAPH; without it the committed graph of the bureau is served. */
  isNamed: boolean;
  sdl: string;
}

export type Door = { kind: 'verified' | 'open' } | { kind: 'refused'; reason: string };

const loopback = /^(?:localhost|127(?:\.\d+){3}|::1)$/;
/** A graph of the bureau's own guards its fields by scopes, which come with a token. */
const guarded = /^\s*directive @access\b/m;

/** Whether callers need a token. Nobody has to know our settings to try a graph of their own on their own machine; nothing else is open unless somebody says so. */
export function door({ GATEWAY_AUTH, OIDC_ISSUER, HOST }: DoorSettings, graph: ForeignGraph): Door {
  if (GATEWAY_AUTH === 'off') return { kind: 'open' };
  if (OIDC_ISSUER !== undefined) return { kind: 'verified' };
  const needed = 'OIDC_ISSUER: the issuer of the tokens is needed';
  if (GATEWAY_AUTH === 'on' || !graph.isNamed) return { kind: 'refused', reason: needed };
  if (guarded.test(graph.sdl))
    return { kind: 'refused', reason: `${needed}, the supergraph guards its fields by @access` };
  if (!loopback.test(HOST)) return { kind: 'refused', reason: `${needed} where other machines reach the gateway` };
  return { kind: 'open' };
}
