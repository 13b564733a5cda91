import { nextState } from '../workflow/workflow.rules.ts';
import { forbiddenDetails, OBJECTION, OBJECTION_ACTS, OBJECTION_STATES } from './publicity.rules.ts';

const WORDS = ['残疾', '低保', '孤儿', '住址'];

it.each([
  ['公示期5个工作日，监督电话见学校公告栏', []],
  ['张* 三年级2班 困难', []],
  ['2024年春季学期 625.00元 第17号', []],
  ['张三 640121201503012243', ['IDENTITY_NUMBER']],
  ['张三 ６４０１２１２０１５０３０１２２４３', ['IDENTITY_NUMBER']],
  ['张三 640121 20150301 224X', ['IDENTITY_NUMBER']],
  ['张三 640121150301224', ['IDENTITY_NUMBER']],
  ['咨询 13995095678', ['PHONE']],
  ['咨询 0951-8011234', ['PHONE']],
  ['卡号 6217000000000000001', ['ACCOUNT']],
  ['卡号 6217 0000 0000 0001', ['ACCOUNT']],
  ['因父亲残疾', ['FAMILY_WORD']],
  ['低保户，电话13995095678', ['PHONE', 'FAMILY_WORD']],
] as const)('%s: %j', (text, found) => {
  expect(forbiddenDetails(text, WORDS)).toEqual(found);
});

const LEADS: Record<string, string> = {
  'OPEN INVESTIGATE': 'INVESTIGATED',
  'INVESTIGATED UPHOLD': 'UPHELD',
  'INVESTIGATED OVERRULE': 'OVERRULED',
};
it.each(OBJECTION_STATES.flatMap((state) => OBJECTION_ACTS.map((act) => [state, act] as const)))(
  'an objection that is %s with %s',
  (state, act) => {
    expect(nextState(OBJECTION, state, act)).toBe(LEADS[`${state} ${act}`] ?? null);
  },
);
