import type { Language } from './sentence.ts';

/** Why a file cannot be read at all. Bad cells are no reason: they are told one by one. */
export type FileFault =
  | { kind: 'FILE_EMPTY' }
  | { kind: 'FILE_NOT_A_TABLE'; looksLike: string }
  | { kind: 'FILE_ENCRYPTED' }
  | { kind: 'FILE_DAMAGED'; part: string }
  | { kind: 'FILE_TOO_LARGE'; bytes: number; maxBytes: number }
  | { kind: 'FILE_INFLATES_TOO_FAR' }
  | { kind: 'FILE_TOO_MANY_ROWS'; maxRows: number }
  | { kind: 'FILE_TOO_MANY_COLUMNS'; row: number; maxColumns: number }
  | { kind: 'HEADER_NOT_FOUND'; missing: readonly string[] }
  | { kind: 'HEADER_TWICE'; title: string };

/** Thrown while a file is read: the file as a whole is refused. */
export class FileRefusal extends Error {
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(fileSentence(fault, 'en'));
    this.fault = fault;
  }
}

/** What the person who sent the file is told. */
export function fileSentence(fault: FileFault, language: Language): string {
  return sentences(fault)[language];
}

function sentences(fault: FileFault): Record<Language, string> {
  switch (fault.kind) {
    case 'FILE_EMPTY':
      return { zh: '文件是空的。', en: 'The file is empty.' };
    case 'FILE_NOT_A_TABLE':
      return {
        zh: `这不是电子表格文件（看起来是${fault.looksLike}），请上传 .xlsx、.xls、.csv 或 .txt。`,
        en: `This is no spreadsheet file (it looks like ${fault.looksLike}): send .xlsx, .xls, .csv or .txt.`,
      };
    case 'FILE_ENCRYPTED':
      return {
        zh: '文件设有打开密码，请去掉密码后另存再上传。',
        en: 'The file has a password: save it without one and send it again.',
      };
    case 'FILE_DAMAGED':
      return {
        zh: `文件不完整或已损坏（${fault.part}），请重新保存后上传。`,
        en: `The file is cut short or damaged (${fault.part}): save it again and send it again.`,
      };
    case 'FILE_TOO_LARGE':
      return {
        zh: `文件有 ${fault.bytes} 字节，超过上限 ${fault.maxBytes} 字节，请分成几个文件。`,
        en: `The file has ${fault.bytes} bytes, more than ${fault.maxBytes}: split it.`,
      };
    case 'FILE_INFLATES_TOO_FAR':
      return {
        zh: '文件解压后大得不合常理，已拒绝打开。请删除空白区域的格式，另存后再上传。',
        en: 'Unpacked, the file would be larger than any table of the bureau; it was not opened.',
      };
    case 'FILE_TOO_MANY_ROWS':
    case 'FILE_TOO_MANY_COLUMNS':
    case 'HEADER_NOT_FOUND':
    case 'HEADER_TWICE':
      return contentSentences(fault);
  }
}

type ContentFault = Extract<FileFault, { kind: `FILE_TOO_MANY_${string}` | `HEADER_${string}` }>;

function contentSentences(fault: ContentFault): Record<Language, string> {
  switch (fault.kind) {
    case 'FILE_TOO_MANY_ROWS':
      return {
        zh: `数据超过 ${fault.maxRows} 行，请分成几个文件。`,
        en: `There are more than ${fault.maxRows} rows: split the file.`,
      };
    case 'FILE_TOO_MANY_COLUMNS':
      return {
        zh: `第 ${fault.row} 行超过 ${fault.maxColumns} 列，请删除多余的列。`,
        en: `Row ${fault.row} has more than ${fault.maxColumns} columns: delete what is not needed.`,
      };
    case 'HEADER_NOT_FOUND':
      return {
        zh: `找不到表头，缺少：${fault.missing.join('、')}。请使用下载的模板，不要改动表头。`,
        en: `The header row was not found; these titles are missing: ${fault.missing.join(', ')}. Use the template.`,
      };
    case 'HEADER_TWICE':
      return {
        zh: `表头“${fault.title}”出现了两次，请只保留一列。`,
        en: `The title "${fault.title}" stands twice: keep one column.`,
      };
  }
}
