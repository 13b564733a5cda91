import { formatGlobalId, type Language, refused, type Sentence } from '@bureau/subgraph';
import type {
  DropoutCaseResolvers,
  LegalDocumentResolvers,
  MutationResolvers,
  ResolversTypes,
} from '../__generated__/graphql.ts';
import type { IssueRefusal, ServiceRefusal } from './legal-document.rules.ts';

export const legalDocumentMutations: Pick<MutationResolvers, 'legalDocumentIssue' | 'legalDocumentServe'> = {
  legalDocumentIssue: async (_, { input }, { legalDocuments, language }) => {
    const { documentId, refusals } = await legalDocuments.issue(input);
    const document = documentId ? await legalDocuments.find(documentId) : null;
    return { document, userErrors: refusals.map((refusal) => issueError(refusal, language)) };
  },
  legalDocumentServe: async (_, { input }, { legalDocuments, language }) => {
    const { documentId, refusals } = await legalDocuments.serve(input);
    const document = documentId ? await legalDocuments.find(documentId) : null;
    return { document, userErrors: refusals.map((refusal) => serviceError(refusal, language)) };
  },
};

export const caseDocumentsField: Pick<DropoutCaseResolvers, 'documents'> = {
  documents: ({ id }, _, { legalDocuments }) => legalDocuments.listOfCase(id),
};

export const legalDocumentFields: Pick<LegalDocumentResolvers, 'id' | 'number'> = {
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  number: ({ year, serial }) => `${year}-${serial}`,
};

function sentenceOf(refusal: IssueRefusal | ServiceRefusal): Sentence {
  switch (refusal.kind) {
    case 'DropoutCaseNotFound':
      return { zh: '找不到该个案，或不在您的管辖范围内。', en: 'There is no such case in your reach.' };
    case 'DocumentTooEarly':
      return {
        zh: '个案尚未进展到可以出具此文书的阶段，或前一文书未送达。',
        en: 'The case is not so far, or the paper before was not served.',
      };
    case 'DocumentIssuerUnfit':
      return { zh: '此文书不由该机关出具。', en: 'Another authority issues such a paper.' };
    case 'DocumentIncomplete':
      return { zh: '文书内容不完整。', en: 'Something is missing.' };
    case 'DocumentLimitUnfit':
      return {
        zh: `期限须为${refusal.least}至${refusal.most}天。`,
        en: `The limit is ${refusal.least} to ${refusal.most} days.`,
      };
    case 'DocumentNotFound':
      return { zh: '找不到该文书，或不在您的管辖范围内。', en: 'There is no such paper in your reach.' };
    case 'DocumentChanged':
      return { zh: '该文书已被他人修改，请核对后重试。', en: 'Somebody has changed it; look at it again.' };
    case 'DocumentServed':
      return { zh: `该文书已于${refusal.servedOn}送达。`, en: `It was served on ${refusal.servedOn}.` };
    case 'DayInFuture':
      return {
        zh: `日期不能晚于今天（${refusal.today}）。`,
        en: `The day must not be after today (${refusal.today}).`,
      };
    case 'DayBeforeIssue':
      return {
        zh: `送达日期不能早于出具日期（${refusal.issuedOn}）。`,
        en: `The day must not be before the issue (${refusal.issuedOn}).`,
      };
  }
}

function issueError(refusal: IssueRefusal, language: Language): Awaited<ResolversTypes['LegalDocumentIssueError']> {
  const message = sentenceOf(refusal)[language];
  switch (refusal.kind) {
    case 'DropoutCaseNotFound':
      return refused(refusal.kind, 'dropoutCase', message);
    case 'DocumentTooEarly':
      return { ...refused(refusal.kind, 'kind', message), stage: refusal.stage, servedBefore: refusal.servedBefore };
    case 'DocumentIssuerUnfit':
      return { ...refused(refusal.kind, 'issuer', message), issuers: [...refusal.issuers] };
    case 'DocumentIncomplete':
      return { ...refused(refusal.kind, refusal.missing[0] ?? 'kind', message), missing: [...refusal.missing] };
    case 'DocumentLimitUnfit':
      return { ...refused(refusal.kind, 'limitDays', message), least: refusal.least, most: refusal.most };
  }
}

function serviceError(refusal: ServiceRefusal, language: Language): Awaited<ResolversTypes['LegalDocumentServeError']> {
  const message = sentenceOf(refusal)[language];
  switch (refusal.kind) {
    case 'DocumentNotFound':
      return refused(refusal.kind, 'document', message);
    case 'DocumentChanged':
      return { ...refused(refusal.kind, 'version', message), version: refusal.version };
    case 'DocumentServed':
      return { ...refused(refusal.kind, 'servedOn', message), servedOn: refusal.servedOn };
    case 'DayInFuture':
      return { ...refused(refusal.kind, 'servedOn', message), today: refusal.today };
    case 'DayBeforeIssue':
      return { ...refused(refusal.kind, 'servedOn', message), issuedOn: refusal.issuedOn };
  }
}
