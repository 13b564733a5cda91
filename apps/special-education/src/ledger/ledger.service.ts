import type { Sealer } from '@bureau/access';
import { idInCounty, manyByKey, type RequestContext } from '@bureau/subgraph';
import { type Act, type ActService, type Outcome, refuse } from '../act/act.service.ts';
import type { CertificateRecord } from '../disabled-child/certificate-record.entity.ts';
import type { CertificateStatus, Identification } from '../disabled-child/disabled-child.entity.ts';
import { CertificateRecordRepository } from '../disabled-child/certificate-record.repository.ts';
import {
  type CertificateRefusal,
  certificateRefusals,
  type DisabilityRefusal,
  disabilityRefusals,
  type KnownDisability,
} from '../disabled-child/ledger.rules.ts';
import {
  type Changed,
  type DayOutOfRange,
  dayRefusals,
  type NotFound,
  notFound,
  staleness,
} from '../refusal/refusal.rules.ts';
import { openNumber, sealNumber } from './child-seal.ts';
import { recordCertificate, writeDisabilities } from './ledger-rows.service.ts';

type Known = { kind: 'ChildAlreadyInLedger' };

export interface CertificateInput extends Act {
  disabledChild: string;
  version: number;
  certificateStatus: CertificateStatus;
  certificateNumber?: string | null | undefined;
  recordedOn: string;
  document?: string | null | undefined;
}
export type CertificateChangeRefusal = NotFound | Changed | Known | DayOutOfRange | CertificateRefusal;

export interface DiagnosisInput extends Act {
  disabledChild: string;
  version: number;
  disabilities: readonly KnownDisability[];
  identifiedBy: Identification;
}
export type DiagnosisRefusal = NotFound | Changed | DisabilityRefusal;

/** Who is in the ledger, with which disability and certificate. */
export class LedgerService {
  readonly #acts: ActService;
  readonly #sealer: Sealer;
  readonly #recordsOf;

  constructor({ session }: RequestContext, acts: ActService, sealer: Sealer) {
    const repository = new CertificateRecordRepository(session);
    this.#acts = acts;
    this.#sealer = sealer;
    this.#recordsOf = manyByKey(
      (ids) => repository.listOfChildren(acts.county, ids),
      ({ childId }) => childId,
    );
    acts.forgets(this.#recordsOf);
  }

  listCertificateRecords = (childId: string): Promise<CertificateRecord[]> => this.#recordsOf.load(childId);

  recordCertificate(input: CertificateInput): Promise<Outcome<CertificateChangeRefusal>> {
    const { today, county } = this.#acts;
    const id = idInCounty(input.disabledChild, county, 'input.disabledChild');
    const number = input.certificateNumber ?? null;
    return this.#acts.run<CertificateChangeRefusal>('disabledChildCertificateRecord', input, async (store) => {
      const child = id ? await store.children.findForUpdate({ id }) : null;
      if (!child) return refuse(notFound('disabledChild'));
      const disabilities = await store.disabilities.list({ childId: child.id });
      const holder = {
        identityNumber: openNumber(this.#sealer, 'identity_number', { id: child.id, sealed: child.identityNumber }),
        bornOn: child.bornOn,
        disabilities,
      };
      const why: CertificateChangeRefusal[] = [
        ...staleness(child, input.version),
        ...dayRefusals('recordedOn', input.recordedOn, { earliest: child.bornOn, latest: today }),
        ...certificateRefusals({ status: input.certificateStatus, number }, holder, today),
      ];
      if (why.length > 0) return refuse(...why);

      const { sealed, index } = sealNumber(this.#sealer, 'certificate_number', { id: child.id, plain: number });
      const holderOfNumber = index && (await store.children.find({ certificateNumberIndex: index }));
      if (holderOfNumber && holderOfNumber.id !== child.id) return refuse({ kind: 'ChildAlreadyInLedger' });
      const status = input.certificateStatus;
      const changed =
        number === null && status !== 'NONE' ? {} : { certificateNumber: sealed, certificateNumberIndex: index };
      await store.children.change(child, { certificateStatus: status, ...changed });
      await recordCertificate(store, child.id, {
        recordedBy: this.#acts.subject,
        status,
        recordedOn: input.recordedOn,
        document: input.document ?? null,
      });
      return { id: child.id, refusals: [] };
    });
  }

  diagnose(input: DiagnosisInput): Promise<Outcome<DiagnosisRefusal>> {
    const id = idInCounty(input.disabledChild, this.#acts.county, 'input.disabledChild');
    return this.#acts.run<DiagnosisRefusal>('disabledChildDiagnose', input, async (store) => {
      const child = id ? await store.children.findForUpdate({ id }) : null;
      if (!child) return refuse(notFound('disabledChild'));
      const why = [...staleness(child, input.version), ...disabilityRefusals(input.disabilities)];
      if (why.length > 0) return refuse(...why);
      await store.disabilities.delete({ childId: child.id });
      await writeDisabilities(store, child.id, input.disabilities);
      await store.children.change(child, {
        primaryCategory: input.disabilities[0]?.category ?? child.primaryCategory,
        identifiedBy: input.identifiedBy,
      });
      return { id: child.id, refusals: [] };
    });
  }
}
