import { formatGlobalId, idInCounty, idsInCounty, type Language, refused, type Sentence } from '@bureau/subgraph';
import type {
  AuditFindingFilter,
  AuditFindingResolvers,
  MutationResolvers,
  QueryResolvers,
  ResolversTypes,
} from '../__generated__/graphql.ts';
import type { FindingCriteria } from './audit.repository.ts';
import type { FindingRefusal } from './catalogue.rules.ts';

const NO_BATCH = '00000000-0000-0000-0000-000000000000';

function criteriaOf(filter: AuditFindingFilter | null | undefined, county: string): FindingCriteria {
  const { batch, schools, ...criteria } = filter ?? {};
  return {
    ...criteria,
    batchId: batch ? (idInCounty(batch, county, 'filter.batch') ?? NO_BATCH) : null,
    schoolIds: schools ? idsInCounty(schools, county, 'filter.schools') : null,
  };
}

const SENTENCES: Record<FindingRefusal['kind'], Sentence> = {
  AuditFindingNotFound: { zh: '找不到该疑点，或不在您的管辖范围内。', en: 'There is no such finding in your reach.' },
  AuditFindingChanged: { zh: '该疑点已有变动，请核对后重试。', en: 'The finding has changed; look at it again.' },
  AuditFindingFixed: { zh: '该疑点已不存在。', en: 'It is no longer found.' },
  AuditReasonMissing: { zh: '请说明理由。', en: 'Say why.' },
};

function auditError(refusal: FindingRefusal, language: Language): Awaited<ResolversTypes['AuditRefusal']> {
  const message = SENTENCES[refusal.kind][language];
  switch (refusal.kind) {
    case 'AuditFindingNotFound':
    case 'AuditFindingFixed':
      return refused(refusal.kind, 'auditFinding', message);
    case 'AuditFindingChanged':
      return { ...refused(refusal.kind, 'version', message), version: refusal.version };
    case 'AuditReasonMissing':
      return refused(refusal.kind, 'reason', message);
  }
}

export const auditQueries: Pick<QueryResolvers, 'auditFindings' | 'auditFindingGroups'> = {
  auditFindings: (_, { filter, orderBy, ...page }, { actor, findings }) =>
    findings.list(criteriaOf(filter, actor.scope.county), orderBy, page),
  auditFindingGroups: (_, { filter, groupBy }, { actor, findings }) =>
    findings.countGroups(criteriaOf(filter, actor.scope.county), groupBy),
};

type Acts = 'auditRun' | 'auditFindingExplain' | 'auditFindingAccept';

export const auditMutations: Pick<MutationResolvers, Acts> = {
  auditRun: async (_, { input }, { findings }) => ({ openFindings: await findings.runCounty(input) }),
  auditFindingExplain: async (_, { input }, { findings, language }) => {
    const { findingId, refusals } = await findings.answer('EXPLAINED', input);
    const userErrors = refusals.map((refusal) => auditError(refusal, language));
    return { auditFinding: findingId ? await findings.find(findingId) : null, userErrors };
  },
  auditFindingAccept: async (_, { input }, { findings, language }) => {
    const { findingId, refusals } = await findings.answer('ACCEPTED', input);
    const userErrors = refusals.map((refusal) => auditError(refusal, language));
    return { auditFinding: findingId ? await findings.find(findingId) : null, userErrors };
  },
};

export const auditFindingFields: Pick<
  AuditFindingResolvers,
  '__resolveReference' | 'id' | 'payment' | 'school' | 'batch' | 'evidence'
> = {
  __resolveReference: ({ id }, { findings }) => findings.findByGlobalId(id),
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  payment: ({ subject, subjectId }, _, { payments }) => (subject === 'PAYMENT' ? payments.find(subjectId) : null),
  school: ({ countyCode, schoolId }) => (schoolId ? { county: countyCode, id: schoolId } : null),
  batch: ({ batchId }, _, { batches }) => (batchId ? batches.find(batchId) : null),
  evidence: ({ evidence }) =>
    Object.entries(evidence).map(([name, value]) => ({ name, value: value === null ? null : String(value) })),
};
