import { cancellationError, exportDecisionError } from '@bureau/files';
import { formatGlobalId } from '@bureau/subgraph';
import type {
  AccessLogEntryResolvers,
  ExportRequestResolvers,
  ImportRunResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../__generated__/graphql.ts';

type FileQueries =
  | 'enrollmentImportRun'
  | 'enrollmentImportRuns'
  | 'enrollmentExportRequest'
  | 'enrollmentExportRequests'
  | 'enrollmentAccessLog';

export const fileQueries: Pick<QueryResolvers, FileQueries> = {
  enrollmentImportRun: (_, { id }, { files }) => files.findImportRun(id),
  enrollmentImportRuns: (_, { filter, orderBy, ...page }, { files }) =>
    files.listImportRuns(filter ?? {}, orderBy, page),
  enrollmentExportRequest: (_, { id }, { files }) => files.findExportRequest(id),
  enrollmentExportRequests: (_, { filter, orderBy, ...page }, { files }) =>
    files.listExportRequests(filter ?? {}, orderBy, page),
  enrollmentAccessLog: (_, { filter, orderBy, ...page }, { files }) => files.listAccessLog(filter ?? {}, orderBy, page),
};

export const fileMutations: Pick<MutationResolvers, 'enrollmentImportRunCancel' | 'enrollmentExportRequestDecide'> = {
  enrollmentImportRunCancel: async (_, { input }, { files, language }) => {
    const refusals = await files.cancelImport('enrollmentImportRunCancel', input);
    return {
      importRun: await files.findImportRun(input.importRun),
      userErrors: refusals.map((refusal) => cancellationError(refusal, language)),
    };
  },
  enrollmentExportRequestDecide: async (_, { input }, { files, language }) => {
    const refusals = await files.decideExport('enrollmentExportRequestDecide', input);
    return {
      exportRequest: await files.findExportRequest(input.exportRequest),
      userErrors: refusals.map((refusal) => exportDecisionError(refusal, language)),
    };
  },
};

export const importRunFields: Pick<ImportRunResolvers, 'id' | 'arguments' | 'fault' | 'faultsPath'> = {
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  arguments: (run) => Object.entries(run.arguments).map(([name, value]) => ({ name, value })),
  fault: ({ fault }, _, { language }) => fault && { code: fault.code, message: fault[language] },
  faultsPath: ({ countyCode, id, rowsFaulty }) =>
    rowsFaulty > 0 ? `/files/enrollment/imports/${formatGlobalId({ county: countyCode, id })}/faults.xlsx` : null,
};

export const exportRequestFields: Pick<ExportRequestResolvers, 'id'> = {
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
};

export const accessLogFields: Pick<AccessLogEntryResolvers, 'id' | 'roles' | 'exportRequest'> = {
  id: ({ countyCode, id }) => formatGlobalId({ county: countyCode, id }),
  roles: ({ roles }) => roles.split(' '),
  exportRequest: ({ countyCode, approvalId }) => approvalId && formatGlobalId({ county: countyCode, id: approvalId }),
};
