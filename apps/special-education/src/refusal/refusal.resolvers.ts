import type { Language } from '@bureau/subgraph';
import { type DutyRefusal, dutySentence } from './duty-sentence.resolvers.ts';
import { ledgerSentence } from './ledger-sentence.resolvers.ts';
import { type TeachingRefusal, teachingSentence } from './teaching-sentence.resolvers.ts';
import type { Said } from './said.ts';
import {
  type AssessmentRefusal,
  assessmentSentence,
  commonSentence,
  type LedgerRefusal,
  type PlacementRefusal,
  placementSentence,
} from './sentence.resolvers.ts';

export type Refusal = LedgerRefusal | AssessmentRefusal | PlacementRefusal | DutyRefusal | TeachingRefusal;

/** A refusal as the schema says it: its values, and the sentence. */
export type Told<R> = R extends { kind: infer Kind extends string }
  ? Omit<R, 'kind' | 'at'> & { __typename: Kind; message: string; field: string[]; code: string }
  : never;

function sentenceOf(refusal: Refusal): Said {
  switch (refusal.kind) {
    case 'LedgerRecordNotFound':
    case 'LedgerRecordChanged':
    case 'LedgerDayOutOfRange':
    case 'ReasonMissing':
    case 'SchoolUnknown':
      return commonSentence(refusal);
    case 'ChildAlreadyInLedger':
    case 'IdentityNumberUnreadable':
    case 'CertificateNumberMissing':
    case 'CertificateNumberUnreadable':
    case 'CertificateOfAnotherPerson':
    case 'CertificateDisagrees':
    case 'DisabilityListUnfit':
      return ledgerSentence(refusal);
    case 'AssessmentAlreadyUnderWay':
    case 'AssessmentActNotDue':
    case 'AssessmentActOfOthers':
    case 'CommitteeBelowQuorum':
    case 'CommitteeMemberNotCalled':
    case 'AppealPeriodOver':
      return assessmentSentence(refusal);
    case 'AssessmentMissing':
    case 'AssessmentExpired':
    case 'PlacementIncomplete':
    case 'PlacementUnfit':
    case 'PlacementOutsideAge':
    case 'PlacementOverlaps':
    case 'RefusalAlreadyRecorded':
    case 'PlacementNeedsDecision':
    case 'PlacementNotExternal':
    case 'ConfirmationAlreadyRecorded':
    case 'ChildIsPlaced':
      return placementSentence(refusal);
    case 'HomeTeachingNotPlaced':
    case 'HomeTeachingPaceUnfit':
    case 'HolidayYearNotLoaded':
    case 'SessionActNotDue':
    case 'SessionHoursUnfit':
      return teachingSentence(refusal);
    case 'DutyTransferOpen':
    case 'DutyTransferAnswered':
    case 'DutyTransferNotYours':
    case 'DutyTransferToItself':
    case 'EffectAlreadyUndone':
    case 'EffectOvertaken':
      return dutySentence(refusal);
  }
}

/** `LedgerDayOutOfRange` has the code `LEDGER_DAY_OUT_OF_RANGE`. */
const codeOf = (kind: string) => kind.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();

/** Why an act was refused, in the caller's language. */
export function told<R extends Refusal>(refusals: readonly R[], language: Language): Told<R>[] {
  return refusals.map((refusal) => {
    const { at, ...sentence } = sentenceOf(refusal);
    const { kind, ...values } = refusal;
    const field = at === null ? ['input'] : ['input', at];
    const said = { ...values, __typename: kind, message: sentence[language], field, code: codeOf(kind) };
    // The compiler cannot see that a spread of a union's member is that member.
    return said as unknown as Told<R>;
  });
}
