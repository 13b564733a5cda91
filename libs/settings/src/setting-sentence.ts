import { type Language, refused } from '@bureau/subgraph';
import type { SettingRefusal } from './setting-change.ts';

/** Why a setting was not changed, as the four offices say it. */
export function settingError(refusal: SettingRefusal, language: Language) {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en);
  switch (refusal.kind) {
    case 'SettingUnknown':
      return {
        ...refused(refusal.kind, 'key', say('没有这项参数。', 'There is no such setting.')),
        known: refusal.known,
      };
    case 'SettingValueUnfit':
      return {
        ...refused(
          refusal.kind,
          'value',
          say(`参数值不合要求：${refusal.reason}。`, `The value does not fit: ${refusal.reason}.`),
        ),
        meaning: refusal.meaning,
      };
    case 'SettingDocumentMissing':
      return refused(refusal.kind, 'document', say('请填写依据文件。', 'Name the document that sets it.'));
    case 'SettingAlreadySet':
      return {
        ...refused(
          refusal.kind,
          'validFrom',
          say(`该参数自 ${refusal.validFrom} 起已有取值。`, `The setting has a value from ${refusal.validFrom} on.`),
        ),
        validFrom: refusal.validFrom,
      };
  }
}
