import type { Day } from '@bureau/calendar';
import { isCertificateOf, parseDisabilityCertificate, parseResidentNumber } from '@bureau/resident-id';

export interface KnownDisability {
  category: string;
  level: number;
}

export interface CertificateGiven {
  status: 'NONE' | 'APPLYING' | 'VALID' | 'EXPIRED' | 'REVOKED';
  number: string | null;
}

interface Holder {
  identityNumber: string | null;
  bornOn: Day;
  disabilities: readonly KnownDisability[];
}

export type CertificateRefusal =
  | { kind: 'CertificateNumberMissing' }
  | { kind: 'CertificateNumberUnreadable' }
  | { kind: 'CertificateOfAnotherPerson' }
  | { kind: 'CertificateDisagrees'; category: string; level: number };

/** 7 多重 on a certificate stands for several disabilities. */
const SEVERAL = '7';

/**
 * Every reason why a certificate is not this child's: another person's number, or another disability than the ledger's.
 *
 * @see docs/rules/special-education.md#ledger
 */
export function certificateRefusals(
  { status, number }: CertificateGiven,
  holder: Holder,
  today: Day,
): CertificateRefusal[] {
  if (number === null) return status === 'VALID' ? [{ kind: 'CertificateNumberMissing' }] : [];
  const certificate = parseDisabilityCertificate(number);
  if (!certificate) return [{ kind: 'CertificateNumberUnreadable' }];

  const { bornOn, identityNumber } = holder;
  const resident = parseResidentNumber(certificate.residentNumber, today);
  if ('refusal' in resident) return [{ kind: 'CertificateNumberUnreadable' }];
  const isOwn = identityNumber === null ? resident.bornOn === bornOn : isCertificateOf(certificate, identityNumber);
  if (!isOwn) return [{ kind: 'CertificateOfAnotherPerson' }];
  return disagreement({ category: certificate.category, level: Number(certificate.level) }, holder.disabilities);
}

function disagreement(said: KnownDisability, known: readonly KnownDisability[]): CertificateRefusal[] {
  const isSeveral = said.category === SEVERAL && known.length > 1;
  const isKnown = known.some(({ category, level }) => category === said.category && level === said.level);
  return isSeveral || isKnown ? [] : [{ kind: 'CertificateDisagrees', ...said }];
}

export type DisabilityRefusal = { kind: 'DisabilityListUnfit' };

/** At least one, each category of GB/T 26341 once, with a level of 1 to 4. */
export function disabilityRefusals(disabilities: readonly KnownDisability[]): DisabilityRefusal[] {
  const isFit = disabilities.every(({ category, level }) => /^[1-7]$/.test(category) && level >= 1 && level <= 4);
  const isOnce = new Set(disabilities.map(({ category }) => category)).size === disabilities.length;
  return isFit && isOnce && disabilities.length > 0 ? [] : [{ kind: 'DisabilityListUnfit' }];
}

export type IdentityRefusal = { kind: 'IdentityNumberUnreadable' };

/** An identity number that can be the child's. */
export function identityRefusals(identityNumber: string | null, bornOn: Day, today: Day): IdentityRefusal[] {
  if (identityNumber === null) return [];
  const resident = parseResidentNumber(identityNumber, today);
  return 'refusal' in resident || resident.bornOn !== bornOn ? [{ kind: 'IdentityNumberUnreadable' }] : [];
}
