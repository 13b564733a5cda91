import type { Cell, DataValidation, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type { Column, Columns } from '../table/column.ts';
import { displayWidth } from './export-column.ts';
import { HEADER_STYLE, REQUIRED_HEADER_STYLE, TEXT_STYLE } from './styles.ts';

export interface TemplateOptions {
  /** Of the sheet to fill in. */
  name: string;
  columns: Columns;
  /** What the explanation says before it goes through the columns. */
  notes?: readonly string[];
}

const LAST_ROW = 20_000;
const LISTS = '选项';

/** A workbook to fill in: ★ on what is required, lists to choose from, text cells for numbers, and a sheet that explains. */
export async function writeTemplate({ name, columns, notes = [] }: TemplateOptions): Promise<Buffer> {
  const all = Object.values(columns);
  const lists = all.filter(({ choices }) => choices !== undefined);
  const sheets = [
    fillingSheet(name, all, lists),
    explanationSheet(all, notes),
    ...(lists.length > 0 ? [listSheet(lists)] : []),
  ];
  return Buffer.from(await writeXlsx({ sheets }));
}

type AnyColumn = Column<unknown>;

const titleOf = ({ title, required }: AnyColumn) => (required ? `★${title}` : title);

function fillingSheet(name: string, columns: AnyColumn[], lists: AnyColumn[]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  for (const [at, column] of columns.entries())
    cells.set(`0,${at}`, { value: titleOf(column), style: column.required ? REQUIRED_HEADER_STYLE : HEADER_STYLE });
  return {
    name: name.slice(0, 31),
    rows: [columns.map(titleOf)],
    cells,
    columns: columns.map(({ title }) => ({ width: Math.max(10, displayWidth(title) + 4), style: TEXT_STYLE })),
    freezePane: { rows: 1 },
    dataValidations: lists.map((column) => validation(column, columns.indexOf(column), lists.indexOf(column))),
  };
}

/** A list that stands on its own sheet may be as long as it likes; one in the rule itself only 255 characters. */
function validation({ title, choices = [] }: AnyColumn, at: number, listAt: number): DataValidation {
  const [column, list] = [columnLetters(at), columnLetters(listAt)];
  return {
    type: 'list',
    formula1: `'${LISTS}'!$${list}$2:$${list}$${choices.length + 1}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: title,
    errorMessage: '请从下拉列表中选择。',
    range: `${column}2:${column}${LAST_ROW}`,
  };
}

function listSheet(lists: AnyColumn[]): WriteSheet {
  const longest = Math.max(...lists.map(({ choices = [] }) => choices.length));
  const rows = Array.from({ length: longest }, (_, at) => lists.map(({ choices = [] }) => choices[at] ?? null));
  return { name: LISTS, hidden: true, rows: [lists.map(({ title }) => title), ...rows] };
}

function explanationSheet(columns: AnyColumn[], notes: readonly string[]): WriteSheet {
  const lines = columns.map(({ title, required, hint, choices, example }) => [
    title,
    required ? '必填' : '选填',
    choices ? choices.join('、') : (hint?.zh ?? ''),
    example ?? '',
  ]);
  const head = ['列名', '是否必填', '填写说明', '示例'];
  const above = notes.map((note) => [note]);
  const cells = new Map<string, Partial<Cell>>(
    head.map((value, at) => [`${above.length},${at}`, { value, style: HEADER_STYLE }]),
  );
  return {
    name: '填表说明',
    rows: [...above, head, ...lines],
    cells,
    columns: [{ width: 24 }, { width: 10 }, { width: 60 }, { width: 24 }],
  };
}

export function columnLetters(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnLetters(Math.floor(at / 26) - 1) + letter;
}
