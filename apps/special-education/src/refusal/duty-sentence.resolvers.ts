import type { UndoRefusal } from '../automatic-effect/automatic-effect.service.ts';
import type { AcceptRefusal, DeclineRefusal, OfferRefusal } from '../duty/duty-transfer.service.ts';
import { type Said, say } from './said.ts';
import type { Common } from './sentence.resolvers.ts';

export type DutyRefusal = OfferRefusal | AcceptRefusal | DeclineRefusal | UndoRefusal;

export function dutySentence(refusal: Exclude<DutyRefusal, Common>): Said {
  switch (refusal.kind) {
    case 'DutyTransferOpen':
      return say('disabledChild', '该儿童已有待接收的移交。', 'The child is being handed over already.');
    case 'DutyTransferAnswered':
      return say('dutyTransfer', '该移交已答复或撤回。', 'The hand-over was answered or withdrawn.');
    case 'DutyTransferNotYours':
      return say('dutyTransfer', '只有接收方可以答复。', 'Only the receiver answers a hand-over.');
    case 'DutyTransferToItself':
      return say('toSchool', '接收方已是责任方。', 'The receiver answers for the child already.');
    case 'EffectAlreadyUndone':
      return say('automaticEffect', '该变更已撤销。', 'The effect was undone before.');
    case 'EffectOvertaken':
      return say('automaticEffect', '其后已有新的变更，请另行办理。', 'What happened since stands in the way.');
  }
}
