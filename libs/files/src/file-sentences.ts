import { type Language, refused, type Sentence } from '@bureau/subgraph';
import type { ExportDecisionRefusal } from './export/export-request.rules.ts';
import type { CancellationRefusal } from './files.service.ts';

/** Why an import was not cancelled, as the four offices say it. */
export function cancellationError(refusal: CancellationRefusal, language: Language) {
  switch (refusal.kind) {
    case 'ImportRunNotFound':
      return refused(refusal.kind, 'importRun', NO_RUN[language]);
    case 'ImportRunEnded':
      return { ...refused(refusal.kind, 'importRun', ENDED[language]), state: refusal.state };
  }
}

/** Why a request for an export was not decided, as the four offices say it. */
export function exportDecisionError(refusal: ExportDecisionRefusal, language: Language) {
  switch (refusal.kind) {
    case 'ExportRequestNotFound':
      return refused(refusal.kind, 'exportRequest', NO_REQUEST[language]);
    case 'ExportRequestNotPending':
      return { ...refused(refusal.kind, 'exportRequest', DECIDED[language]), state: refusal.state };
    case 'ExportRequestOwn':
      return refused(refusal.kind, 'exportRequest', OWN[language]);
    case 'ExportRequestChanged':
      return { ...refused(refusal.kind, 'version', CHANGED[language]), version: refusal.version };
  }
}

const NO_RUN: Sentence = {
  zh: '找不到该导入批次，或不在您的管辖范围内。',
  en: 'There is no such import in your reach.',
};
const ENDED: Sentence = { zh: '该导入批次已经结束，不能取消。', en: 'The import has ended; it cannot be cancelled.' };
const NO_REQUEST: Sentence = { zh: '找不到该导出申请。', en: 'There is no such request.' };
const DECIDED: Sentence = { zh: '该导出申请已经审批。', en: 'The request has been decided.' };
const OWN: Sentence = { zh: '不能审批自己的导出申请。', en: 'Nobody decides his own request.' };
const CHANGED: Sentence = {
  zh: '该申请已被他人修改，请核对后重试。',
  en: 'Somebody has changed the request; look at it again.',
};
