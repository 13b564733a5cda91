import { type Said, say } from './said.ts';
import type { Common, LedgerRefusal } from './sentence.resolvers.ts';

export function ledgerSentence(refusal: Exclude<LedgerRefusal, Common>): Said {
  switch (refusal.kind) {
    case 'ChildAlreadyInLedger':
      return say(null, '该儿童或该证号已在台账中。', 'The child, or the number, is in the ledger already.');
    case 'IdentityNumberUnreadable':
      return say(
        'identityNumber',
        '公民身份号码有误，或与出生日期不符。',
        'The identity number is none, or of another day of birth.',
      );
    case 'CertificateNumberMissing':
      return say('certificateNumber', '有效的残疾人证须填写证号。', 'A valid certificate has a number.');
    case 'CertificateNumberUnreadable':
      return say(
        'certificateNumber',
        '残疾人证号有误：应为身份号码加类别、等级各一位。',
        'The certificate number is none.',
      );
    case 'CertificateOfAnotherPerson':
      return say('certificateNumber', '该残疾人证属于他人。', 'The certificate was issued to another person.');
    case 'CertificateDisagrees': {
      const { category, level } = refusal;
      return say(
        'certificateNumber',
        `证上为${category}类${level}级，与台账不符。`,
        'The certificate says another disability.',
      );
    }
    case 'DisabilityListUnfit':
      return say(
        'disabilities',
        '残疾类别须至少一项、互不重复、等级为1至4。',
        'At least one disability, each category once, levels 1 to 4.',
      );
  }
}
