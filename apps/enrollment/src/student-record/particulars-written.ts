import type { Sealer } from '@bureau/access';
import { formalRollNumber, normaliseResidentNumber } from '@bureau/resident-id';
import { newId } from '@bureau/subgraph';
import type { Particular } from '../roll-number/particulars-change.entity.ts';
import type { Student } from '../student/student.entity.ts';
import type { RegistrationRepository } from './registration.repository.ts';

export interface ParticularsInput {
  student: string;
  version: number;
  name?: string | null;
  sex?: string | null;
  bornOn?: string | null;
  identityNumber?: string | null;
  occurredOn: string;
  evidence?: readonly { kind: string; reference: string }[] | null;
  idempotencyKey?: string | null;
}

type Change = [Particular, string | null, string | null];

export function identityOf({ id, identityNumber }: Student, sealer: Sealer): string | null {
  return identityNumber && sealer.open(identityNumber, `student.identity_number:${id}`);
}

/** What would change, before and after. */
export function changesOf(student: Student, input: ParticularsInput, sealer: Sealer): Change[] {
  const number = input.identityNumber ? normaliseResidentNumber(input.identityNumber) : null;
  const asked: Change[] = [
    ['NAME', student.name, input.name?.trim() ?? null],
    ['SEX', student.sex, input.sex ?? null],
    ['BORN_ON', student.bornOn, input.bornOn ?? null],
    ['IDENTITY_NUMBER', identityOf(student, sealer), number],
  ];
  return asked.filter(([, before, after]) => after !== null && after !== before);
}

/** The child's columns as they become. */
export function correctedColumns(
  student: Student,
  { name, sex, bornOn }: ParticularsInput,
  { number, index, sealer }: { number: string | null; index: Buffer | null; sealer: Sealer },
) {
  const person = { name: name?.trim() ?? student.name, sex: sex ?? student.sex, bornOn: bornOn ?? student.bornOn };
  if (!number) return person;
  const identityNumber = sealer.seal(number, `student.identity_number:${student.id}`);
  return { ...person, identityNumber, identityNumberIndex: index };
}

/** J and L become G with the number of the identity card; what the child had before stays in its history. */
export async function formalise(
  repository: RegistrationRepository,
  { countyCode, id: studentId }: Student,
  { number, day, sealer }: { number: string; day: string; sealer: Sealer },
): Promise<void> {
  const current = (await repository.listNumbers(countyCode, [studentId])).find(({ validTo }) => validTo === null);
  if (current?.kind === 'FORMAL') return;
  if (current) await repository.endNumber(current, day);
  const [id, plain] = [newId(), formalRollNumber(number)];
  const sealed = {
    number: sealer.seal(plain, `roll_number.number:${id}`),
    numberIndex: sealer.index(plain),
  };
  await repository.insertNumber({
    countyCode,
    id,
    studentId,
    kind: 'FORMAL',
    ...sealed,
    validFrom: day,
    validTo: null,
    reason: '关键信息变更',
  });
}

/** The corrections as they are kept, both sides sealed. */
export function changeRows(
  changes: readonly Change[],
  { student, movementId, sealer }: { student: Student; movementId: string; sealer: Sealer },
) {
  return changes.map(([field, before, after]) => {
    const id = newId();
    const seal = (value: string | null) => (value === null ? null : sealer.seal(value, `particulars_change:${id}`));
    const place = { countyCode: student.countyCode, id, studentId: student.id, movementId };
    return { ...place, field, beforeValue: seal(before), afterValue: seal(after) };
  });
}
