import { type Language, refused, type Sentence } from '@bureau/subgraph';
import type { MutationResolvers, ResolversTypes, StudentResolvers } from '../__generated__/graphql.ts';
import type { FlagRefusal } from './special-flag.rules.ts';

export const studentSpecialFields: Pick<StudentResolvers, 'specialCategories'> = {
  specialCategories: ({ id }, _, { specialFlags }) => specialFlags.categoriesOf(id),
};

export const specialFlagMutations: Pick<MutationResolvers, 'specialFlagRecord'> = {
  specialFlagRecord: async (_, { input }, { specialFlags, students, language }) => {
    const { studentId, refusals } = await specialFlags.record(input);
    const student = studentId ? await students.find(studentId) : null;
    return { student, userErrors: refusals.map((refusal) => flagError(refusal, language)) };
  },
};

function sentenceOf(refusal: FlagRefusal): Sentence {
  switch (refusal.kind) {
    case 'StudentNotFound':
      return { zh: '找不到该学生，或不在您的管辖范围内。', en: 'There is no such child in your reach.' };
    case 'SpecialCategoryNotTheSchools':
      return {
        zh: '该类别由系统或其他科室认定，学校不能自行标注。',
        en: 'This category follows from the roll or another office.',
      };
    case 'SpecialFlagStands':
      return { zh: '该学生已属此类别。', en: 'The child is in this category already.' };
  }
}

function flagError(refusal: FlagRefusal, language: Language): Awaited<ResolversTypes['SpecialFlagRecordError']> {
  const message = sentenceOf(refusal)[language];
  switch (refusal.kind) {
    case 'StudentNotFound':
      return refused(refusal.kind, 'student', message);
    case 'SpecialCategoryNotTheSchools':
      return { ...refused(refusal.kind, 'category', message), allowed: [...refusal.allowed] };
    case 'SpecialFlagStands':
      return refused(refusal.kind, 'category', message);
  }
}
