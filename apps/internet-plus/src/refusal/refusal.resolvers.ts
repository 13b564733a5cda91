import { type Language, refused, type Sentence } from '@bureau/subgraph';
import type { Refusal, RefusalKind } from './refusal.rules.ts';

const SENTENCES: { [Kind in RefusalKind]: (refusal: Refusal<Kind>) => Sentence } = {
  RecordNotFound: () => ({
    zh: '找不到该记录，或不在您的管辖范围内。',
    en: 'There is no such record in your reach.',
  }),
  RecordChanged: () => ({
    zh: '该记录已被他人修改，请核对后重试。',
    en: 'Somebody has changed the record; look at it again.',
  }),
  RecordExists: () => ({ zh: '已有相同的记录。', en: 'There is such a record already.' }),
  DayTooLate: ({ latest }) => ({
    zh: `日期不能晚于 ${latest}。`,
    en: `The day must not be after ${latest}.`,
  }),
  DayTooEarly: ({ earliest }) => ({
    zh: `日期不能早于 ${earliest}。`,
    en: `The day must not be before ${earliest}.`,
  }),
  ValueOutOfRange: ({ least, greatest }) => ({
    zh: `数值应在 ${least} 至 ${greatest} 之间。`,
    en: `The value must be from ${least} to ${greatest}.`,
  }),
  CodeUnknown: ({ known }) => ({
    zh: `代码不在清单内，可用：${known.join('、')}。`,
    en: `The list has these codes: ${known.join(', ')}.`,
  }),
  TextUnfit: ({ longest }) => ({
    zh: `请填写内容，且不超过 ${longest} 个字。`,
    en: `Write something, and at most ${longest} characters.`,
  }),
  ActOutOfOrder: ({ state, acts }) => ({
    zh: `当前状态（${state}）不能办理此事，可办：${acts.join('、') || '无'}。`,
    en: `This does not follow on ${state}; what does: ${acts.join(', ') || 'nothing'}.`,
  }),
  HolidayChosen: ({ day, nextSchoolDay }) => ({
    zh: `${day} 不上课，最近的上课日是 ${nextSchoolDay}。`,
    en: `There is no school on ${day}; the next school day is ${nextSchoolDay}.`,
  }),
  HolidaysUnknown: ({ year }) => ({
    zh: `尚未录入 ${year} 年的放假安排。`,
    en: `The state holidays of ${year} are not loaded yet.`,
  }),
  ReceiverIsLead: () => ({
    zh: '接收学校不能是主讲学校本身。',
    en: 'A school cannot receive the lessons that it gives.',
  }),
  PlaceTaken: ({ what, from, until }) => ({
    zh: `${what} 在 ${from}–${until} 已有课。`,
    en: `${what} has another lesson from ${from} to ${until}.`,
  }),
  LinkUnsafe: ({ schemes }) => ({
    zh: `链接只能以 ${schemes.join('、')} 开头。`,
    en: `A link must begin with ${schemes.join(' or ')}.`,
  }),
  WeightsUneven: ({ sum, wanted }) => ({
    zh: `各项权重之和应为 ${wanted}，现为 ${sum}。`,
    en: `The weights must come to ${wanted}, not ${sum}.`,
  }),
  EvidenceMissing: ({ missing }) => ({
    zh: `缺少佐证材料：${missing.join('、')}。`,
    en: `Evidence is missing: ${missing.join(', ')}.`,
  }),
  NoticeRunning: ({ until }) => ({
    zh: `公示至 ${until}，期满后方可办理。`,
    en: `The public notice runs until ${until}.`,
  }),
  ExportMonthWrong: ({ expected, found }) => ({
    zh: `应为 ${expected} 的数据，文件内是 ${found}。`,
    en: `The export was to be of ${expected}, and is of ${found}.`,
  }),
  ExportRepeated: ({ importedAt }) => ({
    zh: `该月数据已于 ${importedAt} 导入。`,
    en: `This month was imported on ${importedAt}.`,
  }),
  RowsUnfit: ({ rows, reasons }) => ({
    zh: `第 ${rows.join('、')} 行有误：${[...new Set(reasons)].join('；')}。`,
    en: `Rows ${rows.join(', ')} are at fault: ${[...new Set(reasons)].join('; ')}.`,
  }),
  WorkUnfit: ({ kinds, largestBytes }) => ({
    zh: `作品须为 ${kinds.join('、')}，且不超过 ${largestBytes} 字节。`,
    en: `A work must be ${kinds.join(' or ')}, of at most ${largestBytes} bytes.`,
  }),
  JudgesTooFew: ({ needed, have }) => ({
    zh: `至少需要 ${needed} 名无利害关系的评委，现有 ${have} 名。`,
    en: `At least ${needed} judges without a conflict are needed; there are ${have}.`,
  }),
  JudgeConflicted: () => ({
    zh: '评委不得评审本校参赛者的作品。',
    en: 'A judge does not judge the own school.',
  }),
  ResultFinal: ({ state }) => ({
    zh: `结果已定（${state}），不能更改。`,
    en: `The result is final (${state}).`,
  }),
  ScoresMissing: ({ missing }) => ({
    zh: `还有 ${missing} 份作品评分不足。`,
    en: `${missing} entries lack scores.`,
  }),
  BlockedInCircle: () => ({
    zh: '任务之间不能互相等待。',
    en: 'Tasks must not wait for each other in a circle.',
  }),
  TasksOpen: ({ open }) => ({
    zh: `还有 ${open} 项前置任务未完成。`,
    en: `${open} tasks that come first are not done.`,
  }),
};

const sentenceOf = <Kind extends RefusalKind>(refusal: Refusal<Kind>): Sentence => SENTENCES[refusal.kind](refusal);

type UserErrorOf<Refused extends Refusal> = Refused extends Refusal
  ? Omit<Refused, 'kind' | 'field'> & { __typename: Refused['kind']; message: string; field: string[]; code: string }
  : never;

/** The refusals in the caller's language; `RecordNotFound` has the code `RECORD_NOT_FOUND`. */
export function userErrors<Refused extends Refusal>(
  refusals: readonly Refused[],
  language: Language,
): UserErrorOf<Refused>[] {
  return refusals.map((refusal) => {
    const { kind, field, ...values } = refusal;
    const error = refused(kind, field, sentenceOf(refusal)[language]);
    return { ...values, ...error, field: field === '' ? ['input'] : ['input', ...field.split('.')] };
  }) as UserErrorOf<Refused>[];
}
