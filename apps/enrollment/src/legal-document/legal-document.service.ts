import { yearOf } from '@bureau/calendar';
import { settingsOn } from '@bureau/settings';
import { idInCounty, manyByKey, newId, oneByKey, once, readerOf, type RequestContext } from '@bureau/subgraph';
import { DropoutStandingRepository } from '../dropout-case/dropout-standing.repository.ts';
import type { LegalDocument } from './legal-document.entity.ts';
import { LegalDocumentRepository } from './legal-document.repository.ts';
import {
  type DocumentKind,
  type Issuer,
  type IssueRefusal,
  issueRefusals,
  limitEndsOn,
  type ServiceRefusal,
  serviceRefusals,
  type ServiceWay,
} from './legal-document.rules.ts';
import { documentSettings } from './legal-document.settings.ts';

export interface IssueInput {
  dropoutCase: string;
  kind: DocumentKind;
  issuer: Issuer;
  legalBasis: string;
  limitDays?: number | null;
  amountFen?: string | null;
  idempotencyKey?: string | null;
}

export interface ServiceInput {
  document: string;
  version: number;
  servedOn: string;
  servedHow: ServiceWay;
  servedTo: string;
  idempotencyKey?: string | null;
}

export interface DocumentOutcome<Refusal> {
  documentId: string | null;
  refusals: Refusal[];
}

export class LegalDocumentService {
  readonly #request: RequestContext;
  readonly #today: string;
  readonly #byId;
  readonly #ofCase;

  constructor(request: RequestContext, today: string) {
    const { county } = request.actor.scope;
    const repository = new LegalDocumentRepository(request.session);
    this.#request = request;
    this.#today = today;
    this.#byId = oneByKey<LegalDocument>(
      (ids) => repository.listByIds(county, ids),
      ({ id }) => id,
    );
    this.#ofCase = manyByKey<LegalDocument>(
      (ids) => repository.listOfCases(county, ids),
      ({ dropoutCaseId }) => dropoutCaseId,
    );
  }

  find(id: string): Promise<LegalDocument | null> {
    return this.#byId.load(id);
  }

  listOfCase(dropoutCaseId: string): Promise<LegalDocument[]> {
    return this.#ofCase.load(dropoutCaseId);
  }

  /** Issues a paper under the issuer's next number of the year. */
  issue(input: IssueInput): Promise<DocumentOutcome<IssueRefusal>> {
    const { actor, session } = this.#request;
    const { county: countyCode } = actor.scope;
    const id = idInCounty(input.dropoutCase, countyCode, 'input.dropoutCase');
    this.#ofCase.clearAll();
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'legalDocumentIssue', key: input.idempotencyKey, input }, async () => {
        const reader = readerOf(manager);
        const papers = new LegalDocumentRepository(reader);
        const dropoutCase = id ? await new DropoutStandingRepository(reader).findForUpdate(countyCode, id) : null;
        if (!dropoutCase) return { documentId: null, refusals: [{ kind: 'DropoutCaseNotFound' }] };
        const { kind, issuer, legalBasis } = input;
        const amountFen = input.amountFen ?? null;
        const asked = { kind, issuer, legalBasis, limitDays: input.limitDays ?? null };
        const refusals = issueRefusals(
          { ...asked, amountFen: amountFen === null ? null : Number(amountFen) },
          { stage: dropoutCase.stage, papers: await papers.listOfCases(countyCode, [dropoutCase.id]) },
        );
        if (refusals.length > 0) return { documentId: null, refusals };
        const issuerCode = issuer === 'TOWNSHIP' ? dropoutCase.townshipCode : countyCode;
        const place = { countyCode, issuer, issuerCode, year: yearOf(this.#today) };
        const document: LegalDocument = {
          ...place,
          ...asked,
          id: newId(),
          dropoutCaseId: dropoutCase.id,
          serial: await papers.nextSerial(place),
          issuedOn: this.#today,
          dueOn: null,
          amountFen,
          servedOn: null,
          servedHow: null,
          servedTo: null,
          recordedBy: actor.subject,
          version: 1,
        };
        await papers.insert(document);
        return { documentId: document.id, refusals };
      }),
    );
  }

  /** Records that a paper was served (送达回证): from then on the guardian's time runs. */
  serve(input: ServiceInput): Promise<DocumentOutcome<ServiceRefusal>> {
    const { actor, session } = this.#request;
    const { county } = actor.scope;
    const id = idInCounty(input.document, county, 'input.document');
    this.#byId.clearAll();
    return session.transaction((manager) =>
      once(manager, actor, { operation: 'legalDocumentServe', key: input.idempotencyKey, input }, async () => {
        const reader = readerOf(manager);
        const papers = new LegalDocumentRepository(reader);
        const paper = id ? await papers.findForUpdate(county, id) : null;
        if (!paper) return { documentId: null, refusals: [{ kind: 'DocumentNotFound' }] };
        const refusals = serviceRefusals(paper, input, this.#today);
        if (refusals.length > 0) return { documentId: paper.id, refusals };
        const settings = await settingsOn(reader, { county, day: this.#today, catalogue: documentSettings });
        const { servedOn, servedHow, servedTo } = input;
        const dueOn = limitEndsOn(paper.kind, servedOn, {
          asked: paper.limitDays,
          limitDays: settings['notice.limitDays'],
          demandDays: settings['penalty.demandDays'],
        });
        await papers.recordService(paper, { servedOn, servedHow, servedTo, dueOn });
        return { documentId: paper.id, refusals };
      }),
    );
  }
}
