import { once } from 'node:events';
import type { Sealer } from '@bureau/access';
import { schoolYearOf } from '@bureau/calendar';
import { newEvent, recordEvents, studentChanged } from '@bureau/events';
import { type ImportContext, importKind, type ImportRow } from '@bureau/files';
import { settingsOn } from '@bureau/settings';
import { readerOf } from '@bureau/subgraph';
import type { RowOf } from '@bureau/spreadsheet';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { rollSettings } from '../roll-movement/roll.settings.ts';
import { gradeIn } from '../school-class/school-class.rules.ts';
import { familyColumns, rosterColumns } from './roster-columns.file.ts';
import { placeRow, type RosterFacts } from './roster-row.rules.ts';
import { ROSTER_SENTENCES, type RosterConflict } from './roster-sentences.file.ts';
import { copyLine, STAGED_GUARDIAN } from './staged-columns.file.ts';
import { StagedRows } from './staged-row.file.ts';
import { COPY_STAGED, type CreatedChild, StudentRosterRepository } from './student-roster.repository.ts';

const columnsOf = (today: string) => ({ ...rosterColumns(today), ...familyColumns() });
type Values = RowOf<ReturnType<typeof columnsOf>>;

const CHILDREN_AT_ONCE = 5_000;
const NO_GUARDIAN = Object.keys(STAGED_GUARDIAN).map(() => null);

/** What it takes to bring a roster in. */
export const STUDENT_ROSTER = { kind: 'student-roster', title: '学生基础信息导入', scopes: ['roll:write'] } as const;

/** 学生基础信息导入: the children of a school, or of many, with their record, their family and their first spell (domain G1). */
export const studentRosterImport = (sealer: Sealer) =>
  importKind({
    ...STUDENT_ROSTER,
    columns: columnsOf,
    notes: [
      '★ 为必填。身份证件号、电话、代码列请保持文本格式。',
      '班号写成“三年级(2)班”。学校导入可不填学校标识码；县级导入必填。',
      '已有学籍的学生不能重复导入；从外校来的学生请走转学流程。',
    ],
    async load(context, batches) {
      const { manager, actor, today } = context;
      const { county } = actor.scope;
      const rosters = new StudentRosterRepository(manager, county);
      const facts = await factsOf(context, rosters);
      await rosters.createStaging();
      await stage(context, { facts, rows: new StagedRows(sealer, county) }, batches);
      const { 'class.limits': limits } = await settingsOn(readerOf(manager), {
        county,
        day: today,
        catalogue: rollSettings,
      });
      await rosters.settle(limits);
      for (const { row, outcome } of await rosters.listRefused()) refuse(context, row, conflictOf(outcome));
      for await (const children of rosters.createdChildren(CHILDREN_AT_ONCE))
        await recordEvents(
          manager,
          children.map((child) => eventOf(child, county, facts.schoolYear)),
        );
      const counts = new Map((await rosters.countOutcomes()).map(({ outcome, count }) => [outcome, count]));
      return { created: counts.get('CREATED') ?? 0, changed: 0, unchanged: counts.get('UNCHANGED') ?? 0 };
    },
  });

async function factsOf({ actor, today }: ImportContext, rosters: StudentRosterRepository): Promise<RosterFacts> {
  const schools = await rosters.listSchools();
  return {
    today,
    schoolYear: schoolYearOf(today),
    ownSchool: schools.find(({ id }) => id === actor.scope.school) ?? null,
    schools: new Map(schools.map((school) => [school.code, school])),
  };
}

interface Staging {
  facts: RosterFacts;
  rows: StagedRows;
}

/** Streams the rows that stand up to the rules into the staging table. */
async function stage(
  context: ImportContext,
  staging: Staging,
  batches: AsyncIterable<ImportRow<Values>[]>,
): Promise<void> {
  const client = (await context.manager.queryRunner?.connect()) as PoolClient;
  const copy = client.query(copyFrom(COPY_STAGED));
  const numbers = new Set<string>();
  try {
    for await (const batch of batches) {
      const lines = batch.flatMap((row) => stagedLine(context, staging, numbers, row) ?? []);
      if (!copy.write(lines.join(''))) await once(copy, 'drain');
    }
    copy.end();
    await once(copy, 'finish');
  } catch (error) {
    copy.destroy();
    throw error;
  }
}

function stagedLine(
  context: ImportContext,
  { facts, rows }: Staging,
  numbers: Set<string>,
  { row, values }: ImportRow<Values>,
): string | null {
  const { place, refusals } = placeRow(values, facts);
  for (const { kind, column } of refusals) context.refuse({ row, column, code: kind, message: ROSTER_SENTENCES[kind] });
  if (!place || refusals.length > 0) return null;
  const { documentNumber } = values;
  if (documentNumber !== null && numbers.has(documentNumber)) {
    refuse(context, row, 'TWICE_IN_FILE');
    return null;
  }
  if (documentNumber !== null) numbers.add(documentNumber);
  const student = rows.student(values, place);
  const record = rows.record(values, String(student.id));
  const family = ([1, 2] as const).map((number) => rows.guardian(values, number));
  return copyLine([
    row,
    `${values.admittedIn}-01`,
    ...Object.values(student),
    ...Object.values(record),
    ...family.flatMap((guardian) => (guardian ? Object.values(guardian) : NO_GUARDIAN)),
  ]);
}

/** What is left without an outcome was written by somebody else between the look and the insert. */
function conflictOf(outcome: string | null): RosterConflict {
  return outcome === 'ON_ANOTHER_ROLL' || outcome === 'CLASS_FULL' ? outcome : 'WRITTEN_MEANWHILE';
}

function refuse({ refuse: tell }: ImportContext, row: number, code: RosterConflict): void {
  tell({ row, column: code === 'CLASS_FULL' ? '班号' : '身份证件号', code, message: ROSTER_SENTENCES[code] });
}

function eventOf({ startedOn, entryYear, ...child }: CreatedChild, county: string, schoolYear: number) {
  return newEvent(studentChanged, county, {
    ...child,
    grade: gradeIn(schoolYear, { stage: child.stage, entryYear }),
    rollStatus: 'ACTIVE',
    attendancePlacement: 'IN_SCHOOL',
    effectiveOn: startedOn,
    version: 1,
    movement: null,
  });
}
