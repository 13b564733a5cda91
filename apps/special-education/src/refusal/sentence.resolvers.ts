import type { RecordRefusal } from '../assessment/assessment.service.ts';
import type {
  AdvanceRefusal,
  OpeningRefusal,
  SchedulingRefusal,
} from '../assessment-request/assessment-way.service.ts';
import type { CertificateChangeRefusal, DiagnosisRefusal } from '../ledger/ledger.service.ts';
import type { RegistrationRefusal } from '../ledger/registration.service.ts';
import type { DecisionRefusal, EffectRefusal } from '../placement-decision/placement-decision.service.ts';
import type { ConfirmationRefusal } from '../external-placement/external-placement.service.ts';
import type { ConclusionRefusal, NoteRefusal } from '../reconciliation/reconciliation.service.ts';
import type { RecordingRefusal, ReportRefusal } from '../school-refusal/school-refusal.service.ts';
import { bounds, type Said, say } from './said.ts';

export type LedgerRefusal = RegistrationRefusal | CertificateChangeRefusal | DiagnosisRefusal;
export type AssessmentRefusal = OpeningRefusal | SchedulingRefusal | AdvanceRefusal | RecordRefusal;
export type PlacementRefusal =
  | DecisionRefusal
  | EffectRefusal
  | RecordingRefusal
  | ReportRefusal
  | ConfirmationRefusal
  | ConclusionRefusal
  | NoteRefusal;

export type Common = Extract<
  LedgerRefusal | AssessmentRefusal | PlacementRefusal,
  { kind: 'LedgerRecordNotFound' | 'LedgerRecordChanged' | 'LedgerDayOutOfRange' | 'ReasonMissing' | 'SchoolUnknown' }
>;

export function commonSentence(refusal: Common): Said {
  switch (refusal.kind) {
    case 'LedgerRecordNotFound':
      return say(refusal.at, '找不到该记录，或不在您的管辖范围内。', 'There is no such record in your reach.');
    case 'LedgerRecordChanged':
      return say('version', '该记录已被他人修改，请核对后重试。', 'Somebody has changed the record; look at it again.');
    case 'LedgerDayOutOfRange': {
      const range = bounds(refusal.earliest, refusal.latest);
      return say(refusal.at, `日期超出允许范围（${range}）。`, `The day is out of range (${range}).`);
    }
    case 'ReasonMissing':
      return say(refusal.at, '请填写理由。', 'Give a reason.');
    case 'SchoolUnknown':
      return say('school', '本县当日没有这所学校。', 'The county has no such school on that day.');
  }
}

export function assessmentSentence(refusal: Exclude<AssessmentRefusal, Common>): Said {
  switch (refusal.kind) {
    case 'AssessmentAlreadyUnderWay':
      return say('disabledChild', '该儿童已有在办的评估申请。', 'A request about the child is under way.');
    case 'AssessmentActNotDue':
      return say(
        'assessmentRequest',
        `当前阶段（${refusal.state}）不能办理此事。`,
        `This is not done at the stage ${refusal.state}.`,
      );
    case 'AssessmentActOfOthers':
      return say(
        null,
        `此事由他人办理：${refusal.parties.join('、')}。`,
        `The act belongs to ${refusal.parties.join(', ')}.`,
      );
    case 'CommitteeBelowQuorum':
      return say(
        'members',
        `委员会至少${refusal.quorum}人，现有${refusal.members}人。`,
        `The committee needs ${refusal.quorum} members and has ${refusal.members}.`,
      );
    case 'CommitteeMemberNotCalled':
      return say('assessmentRequest', '您不是本次评估的委员会成员。', 'You are not called to this committee.');
    case 'AppealPeriodOver':
      return say('actedOn', `申诉期已于${refusal.endedOn}届满。`, `The time to appeal ended on ${refusal.endedOn}.`);
  }
}

export function placementSentence(refusal: Exclude<PlacementRefusal, Common | AssessmentRefusal>): Said {
  switch (refusal.kind) {
    case 'AssessmentMissing':
      return say('assessmentRequest', '没有评估不得决定安置。', 'There is no decision without an assessment.');
    case 'AssessmentExpired':
      return say(
        'decidedOn',
        `评估已于${refusal.validUntil}失效。`,
        `The assessment was valid until ${refusal.validUntil}.`,
      );
    case 'PlacementIncomplete':
      return say(
        refusal.missing[0] ?? null,
        `该安置形式还须填写：${refusal.missing.join('、')}。`,
        `This kind needs: ${refusal.missing.join(', ')}.`,
      );
    case 'PlacementUnfit':
      return say(
        refusal.needless[0] ?? null,
        `该安置形式不应填写：${refusal.needless.join('、')}。`,
        `This kind has no: ${refusal.needless.join(', ')}.`,
      );
    case 'PlacementOutsideAge':
      return say(
        'startsOn',
        `安置日期须在${refusal.earliest}至${refusal.latest}之间。`,
        `The placement begins between ${refusal.earliest} and ${refusal.latest}.`,
      );
    case 'PlacementOverlaps':
      return say(
        'startsOn',
        `已有${refusal.startsOn}开始的安置，新的须在其后。`,
        `Another begins on ${refusal.startsOn}; a new one begins later.`,
      );
    case 'PlacementNeedsDecision':
      return say('kind', '该安置形式须经评估和安置决定。', 'A placement of this kind is decided after an assessment.');
    case 'PlacementNotExternal':
      return say('placement', '只有县外就读的安置需要确认。', 'Only a placement outside the county is confirmed.');
    case 'ConfirmationAlreadyRecorded':
      return say('season', '该学期已确认。', 'The placement is confirmed for the term.');
    case 'ChildIsPlaced':
      return say('disabledChild', '该儿童当日已有安置。', 'The child is placed on that day.');
    case 'RefusalAlreadyRecorded':
      return say('refusedOn', '该校当日拒收已登记。', 'The refusal is recorded already.');
  }
}
