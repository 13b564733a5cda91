import { newId } from '@bureau/subgraph';
import type { CertificateRecord } from '../disabled-child/certificate-record.entity.ts';
import type { KnownDisability } from '../disabled-child/ledger.rules.ts';
import type { Store } from '../store.ts';

export function writeDisabilities(
  store: Store,
  childId: string,
  disabilities: readonly KnownDisability[],
): Promise<void> {
  const rows = disabilities.map(({ category, level }) => ({ countyCode: store.county, childId, category, level }));
  return store.disabilities.insert(...rows);
}

export function recordCertificate(
  store: Store,
  childId: string,
  record: Pick<CertificateRecord, 'status' | 'recordedOn' | 'document' | 'recordedBy'>,
): Promise<void> {
  return store.certificateRecords.insert({ countyCode: store.county, id: newId(), childId, ...record });
}
