import type { Desk, Place } from '../record/desk.repository.ts';
import type { Outcome, RecordService } from '../record/record.service.ts';
import { rangeRefusals, type Refusal, refuse } from '../refusal/refusal.rules.ts';
import { IncentiveRuleEntity } from './incentive-rule.entity.ts';
import { LiteracyResultEntity } from './literacy-result.entity.ts';
import { MicroCompetenceEntity } from './micro-competence.entity.ts';
import { type Teacher, TeacherEntity } from './teacher.entity.ts';
import {
  assessmentRefusals,
  literacyLevel,
  literacyRefusals,
  ruleRefusals,
  trainingRefusals,
} from './teacher.rules.ts';
import type { IncentiveSource, LiteracyLevel, TrainingMethod } from './teacher-terms.rules.ts';
import { TrainingRecordEntity } from './training-record.entity.ts';

interface Act {
  idempotencyKey?: string | null;
}

export interface LiteracyInput extends Act {
  year: number;
  rows: readonly { teacher: string; score: number }[];
}

export interface AssessmentInput extends Act {
  teacher: string;
  code: string;
  assessedOn: string;
  level: LiteracyLevel;
}

export interface TrainingInput extends Act {
  teacher: string;
  title: string;
  method: TrainingMethod;
  hours: number;
  endedOn: string;
}

export interface RuleInput extends Act {
  source: IncentiveSource;
  points: number;
  mostTimes: number;
  validFrom: string;
  document: string;
}

const FIRST_YEAR = 2015;
const ROWS = { least: 1, greatest: 5_000 };

/** What teachers passed, and what earns points. */
export class CompetenceService {
  readonly #records: RecordService;

  constructor(records: RecordService) {
    this.#records = records;
  }

  /** Takes all results, or none. */
  recordLiteracy(input: LiteracyInput): Promise<Outcome<Refusal<'RowsUnfit' | 'RecordExists' | 'ValueOutOfRange'>>> {
    return this.#records.act('literacyResultsRecord', input, async (desk) => {
      const years = { least: FIRST_YEAR, greatest: Number(desk.today.slice(0, 4)) };
      const ids = input.rows.flatMap(({ teacher }) => desk.idOf(teacher, 'rows') ?? []);
      const teachers = new Map(
        (await desk.listByIds(TeacherEntity, ids)).map((row) => [`${desk.county}.${row.id}`, row]),
      );
      const refusals = [
        ...rangeRefusals(input.year, 'year', years),
        ...rangeRefusals(input.rows.length, 'rows', ROWS),
        ...literacyRefusals(input.rows, new Set(teachers.keys())),
      ];
      if (refusals.length > 0) return { id: null, refusals };
      const settings = await desk.settings();
      const bounds = { passed: settings['teacher.literacyPassed'], excellent: settings['teacher.literacyExcellent'] };
      await desk.lock(`literacy results ${desk.county} ${input.year}`);
      const results = input.rows.flatMap(({ teacher: id, score }) => {
        const teacher = teachers.get(id);
        if (!teacher) return [];
        const result = { year: input.year, score, level: literacyLevel(score, bounds) };
        return [{ ...ofTeacher(teacher), id: desk.newId(), ...result }];
      });
      if (await hasResult(desk, input.year, results)) return { id: null, refusals: [taken('rows')] };
      await desk.insert(LiteracyResultEntity, ...results);
      return { id: results[0]?.id ?? null, refusals };
    });
  }

  assess(
    input: AssessmentInput,
  ): Promise<Outcome<Refusal<'RecordNotFound' | 'RecordExists' | 'CodeUnknown' | 'DayTooLate'>>> {
    return this.#records.act('microCompetenceAssess', input, async (desk) => {
      const teacher = await desk.findForUpdate(TeacherEntity, input.teacher, 'teacher');
      if (!teacher) return { id: null, refusals: [refuse('RecordNotFound', 'teacher', {})] };
      const refusals = assessmentRefusals(input, desk.today);
      if (refusals.length > 0) return { id: null, refusals };
      const { code, assessedOn, level } = input;
      const assessed = { ...ofTeacher(teacher), id: desk.newId(), code, assessedOn, level };
      if (await desk.insert(MicroCompetenceEntity, assessed)) return { id: assessed.id, refusals };
      return { id: null, refusals: [taken('code')] };
    });
  }

  enterTraining(
    input: TrainingInput,
  ): Promise<Outcome<Refusal<'RecordNotFound' | 'RecordExists' | 'TextUnfit' | 'ValueOutOfRange' | 'DayTooLate'>>> {
    return this.#records.act('trainingRecordEnter', input, async (desk) => {
      const teacher = await desk.findForUpdate(TeacherEntity, input.teacher, 'teacher');
      if (!teacher) return { id: null, refusals: [refuse('RecordNotFound', 'teacher', {})] };
      const refusals = trainingRefusals(input, desk.today);
      if (refusals.length > 0) return { id: null, refusals };
      const { title, method, hours, endedOn } = input;
      const training = { ...ofTeacher(teacher), id: desk.newId(), title, method, hours, endedOn };
      if (await desk.insert(TrainingRecordEntity, training)) return { id: training.id, refusals };
      return { id: null, refusals: [taken('title')] };
    });
  }

  decideRule(input: RuleInput): Promise<Outcome<Refusal<'RecordExists' | 'TextUnfit' | 'ValueOutOfRange'>>> {
    return this.#records.act('incentiveRuleDecide', input, async (desk) => {
      const refusals = ruleRefusals(input);
      if (refusals.length > 0) return { id: null, refusals };
      const { source, points, mostTimes, validFrom, document } = input;
      const decided = { source, points, mostTimes, validFrom, document };
      const rule = { countyCode: desk.county, id: desk.newId(), ...decided };
      if (await desk.insert(IncentiveRuleEntity, rule)) return { id: rule.id, refusals };
      return { id: null, refusals: [taken('validFrom')] };
    });
  }
}

const taken = (field: string) => refuse('RecordExists', field, { existing: null });

const ofTeacher = ({ countyCode, schoolId, townshipCode, id }: Teacher): Place & { teacherId: string } => ({
  countyCode,
  schoolId,
  townshipCode,
  teacherId: id,
});

async function hasResult(desk: Desk, year: number, results: readonly { teacherId: string }[]): Promise<boolean> {
  const tested = new Set((await desk.listBy(LiteracyResultEntity, { year })).map(({ teacherId }) => teacherId));
  return results.some(({ teacherId }) => tested.has(teacherId));
}
