export { actorFromClaims, type Actor, type ActorScope, type Claims } from './actor.ts';
export { accessDirectiveSdl, guardSchema, type GuardedContext } from './directive.ts';
export {
  maskAccount,
  maskBirthDate,
  maskDivision,
  maskIdentityNumber,
  maskName,
  maskPhone,
  maskRollNumber,
} from './masking.ts';
export { AccessRefusal, type RefusalCode } from './refusal.ts';
export { type Reach, type RoleGrant } from './role-grant.ts';
export { isRole, ROLES, type Role } from './roles.ts';
export { rowSecurity, type RowPlace } from './row-security.ts';
export { SCOPES, type Scope } from './scopes.ts';
export { createSealer, type Sealer, type SealerKeys } from './seal.ts';
export { createTokenVerifier, type TokenVerifier, type TokenVerifierOptions } from './token.ts';
