import type { Stage } from '@bureau/events';

/** A school of the synthetic county: its name and size are invented. */
export interface SchoolPlan {
  /** The last three digits of the division. */
  township: string;
  name: string;
  /** 办学类型 */
  kind: string;
  /** 城乡分类 */
  urbanRural: string;
  /** Parallel classes in each grade. */
  classes: Partial<Record<Stage, number>>;
  /** Of 100 pupils, how many board, from the primary stage on. */
  boardingPercent: number;
}

/** Classes of a teaching point (教学点) are small. */
export const isTeachingPoint = ({ kind }: { kind: string }): boolean => kind === '218';

type Kind = 'kindergarten' | 'primary' | 'junior' | 'senior' | 'nineYear' | 'vocational';
type Build = (name: string, urbanRural: string, classes: number[], boardingPercent?: number) => SchoolPlan;

const KINDS: Record<Kind, { suffix: string; kind: string; stages: readonly Stage[] }> = {
  kindergarten: { suffix: '幼儿园', kind: '111', stages: ['PRE_SCHOOL'] },
  primary: { suffix: '小学', kind: '211', stages: ['PRIMARY'] },
  junior: { suffix: '初级中学', kind: '311', stages: ['JUNIOR_SECONDARY'] },
  nineYear: { suffix: '九年制学校', kind: '312', stages: ['PRIMARY', 'JUNIOR_SECONDARY'] },
  senior: { suffix: '高级中学', kind: '342', stages: ['SENIOR_SECONDARY'] },
  vocational: { suffix: '职业技术学校', kind: '361', stages: ['VOCATIONAL'] },
};

/** Builders of the schools of one division: name, 城乡分类, parallel classes by stage, boarders in percent. */
export function schoolsIn(township: string): Record<Kind, Build> & { teachingPoint: (name: string) => SchoolPlan } {
  const builder =
    (of: Kind): Build =>
    (name, urbanRural, classes, boardingPercent = 0) => {
      const { suffix, kind, stages } = KINDS[of];
      const byStage = Object.fromEntries(stages.map((stage, index) => [stage, classes[index]]));
      return { township, name: name + suffix, kind, urbanRural, classes: byStage, boardingPercent };
    };
  return {
    kindergarten: builder('kindergarten'),
    primary: builder('primary'),
    junior: builder('junior'),
    nineYear: builder('nineYear'),
    senior: builder('senior'),
    vocational: builder('vocational'),
    teachingPoint: (name) => {
      const size = { classes: { PRIMARY: 1 }, boardingPercent: 0 };
      return { township, name: `${name}教学点`, kind: '218', urbanRural: '220', ...size };
    },
  };
}
