import type { Sealer } from '@bureau/access';
import { composeResidentNumber, normaliseResidentNumber } from '@bureau/resident-id';
import { newId } from '@bureau/subgraph';
import type { SeatFacts } from '../roll-movement/seat.rules.ts';
import type { RegistrationRepository } from './registration.repository.ts';
import type { RegistrationInput } from './registration.rules.ts';
import type { GuardianRow } from './sheet-row.rules.ts';

const NUMBER_TRIES = 40;

interface Sealing {
  countyCode: string;
  sealer: Sealer;
}

export interface Registering {
  input: RegistrationInput;
  id: string;
  seat: SeatFacts;
}

/** Writes a new child with its sheet, guardians and temporary number; false when the county knows its identity number. */
export async function writeSheet(
  repository: RegistrationRepository,
  { countyCode, sealer }: Sealing,
  { input, id, seat }: Registering,
): Promise<boolean> {
  const seal = (field: string, value: string | null | undefined) =>
    value ? sealer.seal(value, `${field}:${id}`) : null;
  const identity = input.identityNumber ? normaliseResidentNumber(input.identityNumber) : null;
  const { name, sex, bornOn, ethnicity, hukouDivision, isMigrantChild, leftBehind, boarding } = input;
  const isNew = await repository.insertUnlessKnown({
    ...{
      countyCode,
      id,
      name: name.trim(),
      sex,
      bornOn,
      ethnicity,
      hukouDivision,
      isMigrantChild,
      leftBehind,
      boarding,
    },
    identityNumber: seal('student.identity_number', identity),
    identityNumberIndex: identity ? sealer.index(identity) : null,
    townshipCode: input.township,
    ...{ schoolId: seat.schoolId, classId: seat.id, stage: seat.stage, entryYear: seat.entryYear },
    ...{ rollStatus: 'PRE_REGISTERED', attendancePlacement: 'IN_SCHOOL' },
  });
  if (!isNew) return false;
  const phone = {
    phone: seal('student.phone', input.phone),
    phoneIndex: input.phone ? sealer.index(input.phone) : null,
  };
  const record = {
    countyCode,
    studentId: id,
    documentType: input.documentType,
    admittedIn: input.occurredOn.slice(0, 7),
  };
  await repository.insertSheet(
    { ...record, ...phone, livingAddress: seal('student.living_address', input.livingAddress) },
    input.guardians.map((guardian, at) =>
      guardianRow(guardian, sealer, { countyCode, studentId: id, position: at + 1 }),
    ),
  );
  await giveNumber(repository, { countyCode, sealer }, { input, studentId: id });
  return true;
}

function guardianRow(
  { name, kinship, phone, isGuardian }: GuardianRow,
  sealer: Sealer,
  place: { countyCode: string; studentId: string; position: number },
) {
  const id = newId();
  const sealed = phone ? { phone: sealer.seal(phone, `guardian.phone:${id}`), phoneIndex: sealer.index(phone) } : {};
  return { ...place, id, name, kinship, isGuardian, ...sealed };
}

/** L or J with 18 characters by the rule of the identity number, not the child's own and never given before. */
async function giveNumber(
  repository: RegistrationRepository,
  { countyCode, sealer }: Sealing,
  { input: { identityNumber, bornOn, occurredOn }, studentId }: { input: RegistrationInput; studentId: string },
): Promise<void> {
  const [letter, kind] = identityNumber ? (['L', 'TEMPORARY'] as const) : (['J', 'WITHOUT_IDENTITY_NUMBER'] as const);
  const start = Number.parseInt(studentId.slice(-6), 16) % 1000;
  for (let at = 0; at < NUMBER_TRIES; at += 1) {
    const plain = composeResidentNumber(countyCode, bornOn, (start + at) % 1000);
    if (plain === identityNumber) continue;
    const id = newId();
    const number = `${letter}${plain}`;
    const sealed = {
      number: sealer.seal(number, `roll_number.number:${id}`),
      numberIndex: sealer.index(number),
    };
    const given = {
      countyCode,
      id,
      studentId,
      kind,
      ...sealed,
      validFrom: occurredOn,
      validTo: null,
      reason: '新生建籍',
    };
    if (await repository.insertNumber(given)) return;
  }
  throw new Error('No roll number is left for a day of birth.');
}
