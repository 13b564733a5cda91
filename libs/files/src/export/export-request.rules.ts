export const EXPORT_STATES = ['PENDING', 'APPROVED', 'REFUSED', 'GENERATED', 'DOWNLOADED', 'EXPIRED'] as const;

/** How far a request for an export has come (导出审批). */
export type ExportState = (typeof EXPORT_STATES)[number];

export const EXPORT_ACTS = ['APPROVE', 'REFUSE', 'GENERATE', 'DOWNLOAD', 'EXPIRE'] as const;
export type ExportAct = (typeof EXPORT_ACTS)[number];

/** Every step that there is (docs/rules/privacy.md#exports). */
const STEPS: Readonly<Record<ExportState, Partial<Record<ExportAct, ExportState>>>> = {
  PENDING: { APPROVE: 'APPROVED', REFUSE: 'REFUSED' },
  APPROVED: { GENERATE: 'GENERATED', EXPIRE: 'EXPIRED' },
  GENERATED: { DOWNLOAD: 'DOWNLOADED', EXPIRE: 'EXPIRED' },
  REFUSED: {},
  DOWNLOADED: {},
  EXPIRED: {},
};

/** The state after an act; null when the act is not possible any more. */
export function nextExportState(state: ExportState, act: ExportAct): ExportState | null {
  return STEPS[state][act] ?? null;
}

export interface DecidableRequest {
  state: ExportState;
  requestedBy: string;
  version: number;
}

export type ExportDecisionRefusal =
  | { kind: 'ExportRequestNotFound' }
  | { kind: 'ExportRequestNotPending'; state: ExportState }
  | { kind: 'ExportRequestOwn' }
  | { kind: 'ExportRequestChanged'; version: number };

/** Every reason not to decide a request; nobody decides his own (docs/rules/privacy.md#exports). */
export function decisionRefusals(
  request: DecidableRequest,
  asked: { by: string; version: number },
): ExportDecisionRefusal[] {
  const refusals: ExportDecisionRefusal[] = [];
  if (nextExportState(request.state, 'APPROVE') === null)
    refusals.push({ kind: 'ExportRequestNotPending', state: request.state });
  if (request.requestedBy === asked.by) refusals.push({ kind: 'ExportRequestOwn' });
  if (request.version !== asked.version) refusals.push({ kind: 'ExportRequestChanged', version: request.version });
  return refusals;
}

export interface ExportNeeds {
  rows: number;
  fieldClass: 'L' | 'M' | 'H';
}

export interface ExportLimits {
  /** More rows than this need a leader. */
  rows: number;
  /** Fields of class H need a leader, however few the rows. */
  needsLeaderForH: boolean;
}

export type ApprovalReason = 'TOO_MANY_ROWS' | 'FIELD_CLASS_H';

/** Why an export needs the deputy director's approval; none when it may go out at once (docs/rules/privacy.md#exports). */
export function approvalReasons({ rows, fieldClass }: ExportNeeds, limits: ExportLimits): ApprovalReason[] {
  const reasons: ApprovalReason[] = [];
  if (rows > limits.rows) reasons.push('TOO_MANY_ROWS');
  if (fieldClass === 'H' && limits.needsLeaderForH) reasons.push('FIELD_CLASS_H');
  return reasons;
}
