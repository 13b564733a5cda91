import { maskDivision, maskPhone, maskRollNumber } from '@bureau/access';
import type {
  GuardianResolvers,
  MutationResolvers,
  RollNumberResolvers,
  StudentRecordResolvers,
  StudentResolvers,
} from '../__generated__/graphql.ts';
import { brokenAnswer } from '../rule-broken/rule-broken.resolvers.ts';
import { recordSentences } from './record-sentences.resolvers.ts';

export const studentRecordMutations: Pick<MutationResolvers, 'studentRegister' | 'studentParticularsCorrect'> = {
  studentRegister: async (_, { input }, { registrations, students, language }) => {
    const { studentId, refusals } = await registrations.register(input);
    return {
      student: studentId ? await students.find(studentId) : null,
      userErrors: refusals.map((refusal) => brokenAnswer(refusal, recordSentences, language)),
    };
  },
  studentParticularsCorrect: async (_, { input }, { particulars, students, language }) => {
    const { studentId, refusals } = await particulars.correct(input);
    return {
      student: studentId ? await students.find(studentId) : null,
      userErrors: refusals.map((refusal) => brokenAnswer(refusal, recordSentences, language)),
    };
  },
};

export const studentSheetFields: Pick<StudentResolvers, 'record' | 'guardians' | 'rollNumbers'> = {
  record: ({ id }, _, { records }) => records.findOfStudent(id),
  guardians: ({ id }, _, { records }) => records.listGuardians(id),
  rollNumbers: ({ id }, _, { records }) => records.listNumbers(id),
};

export const studentRecordFields: Pick<StudentRecordResolvers, 'birthplaceTownship' | 'phoneMasked'> = {
  birthplaceTownship: ({ birthplaceDivision }) => birthplaceDivision && maskDivision(birthplaceDivision),
  phoneMasked: ({ studentId, phone }, _, { sealer }) =>
    phone && maskPhone(sealer.open(phone, `student.phone:${studentId}`)),
};

export const guardianFields: Pick<GuardianResolvers, 'phoneMasked'> = {
  phoneMasked: ({ id, phone }, _, { sealer }) => phone && maskPhone(sealer.open(phone, `guardian.phone:${id}`)),
};

export const rollNumberFields: Pick<RollNumberResolvers, 'numberMasked'> = {
  numberMasked: ({ id, number }, _, { sealer }) => maskRollNumber(sealer.open(number, `roll_number.number:${id}`)),
};
